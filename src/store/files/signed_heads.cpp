#include "store/files/signed_heads.hpp"

#include "store/files/durable_file.hpp"
#include "store/files/log_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>

namespace medskapa::store {
namespace {

/// Held while a head is compared and replaced.
class Held {
public:
    explicit Held(const std::filesystem::path& folder) {
        std::filesystem::create_directories(folder);
        number_ = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (number_ < 0 || ::flock(number_, LOCK_EX) != 0)
            throw std::runtime_error{
                folder.string() + " could not be locked: " + std::strerror(errno) + ". Check who owns it."};
    }
    ~Held() { ::close(number_); }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

private:
    int number_;
};

}  // namespace

std::filesystem::path SignedHeads::file_of(const std::string& origin) const {
    constexpr std::size_t digits = 32;
    return folder_ / hex(as_text(sha256(origin))).substr(0, digits);
}

std::optional<openlog::TreeHead> SignedHeads::newest(const std::string& origin) const {
    const auto file = file_of(origin);
    const auto text = files_in(folder_)(file.filename().string());
    if (!text) return std::nullopt;
    const auto read = openlog::read_checkpoint(*text);
    if (!read || read->origin != origin)
        throw std::runtime_error{file.string() +
                                 " is broken: it holds what the open log signed last. Take it away only when "
                                 "you know that no older backup has been restored."};
    return read->head;
}

bool SignedHeads::replace(const std::string& origin, const std::optional<openlog::TreeHead>& expected,
    const openlog::TreeHead& next) const {
    const Held held{folder_};
    if (newest(origin) != expected) return false;
    write_durably(file_of(origin), openlog::text_of(openlog::Checkpoint{origin, next}), Readers::owner);
    return true;
}

}  // namespace medskapa::store
