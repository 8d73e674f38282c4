#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace medskapa::web::http {

/// A request's body as it comes: in memory while it is short, then in a file without a name in the folder for
/// temporary files (TMPDIR, else /tmp), which is gone when the body is.
class Body {
public:
    static constexpr std::size_t most_in_memory = 64 * 1024;
    /// A file costs its budget at least so much, since it costs a file descriptor too.
    static constexpr std::size_t least_in_file = 2 * 1024 * 1024;

    Body() = default;
    ~Body();
    Body(Body&&) noexcept;
    Body& operator=(Body&&) noexcept;

    /// False when the file cannot be made or has no room: the rest is not kept.
    bool append(std::string_view);
    std::size_t size() const { return size_; }
    bool is_in_file() const { return file_ >= 0; }
    std::size_t cost_in_files() const {
        return !is_in_file() ? 0 : size_ < least_in_file ? least_in_file : size_;
    }
    /// All of it, while the body lives. Throws std::runtime_error when the file cannot be read.
    std::string_view bytes();

private:
    bool write_all(std::string_view) const;
    void close();

    std::string memory_;
    int file_ = -1;
    std::size_t size_ = 0;
    void* mapped_ = nullptr;
};

}  // namespace medskapa::web::http
