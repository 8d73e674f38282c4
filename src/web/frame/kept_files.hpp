#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

/// Whole documents as files, made once and given to many, a block at a time.
namespace medskapa::web {

/// A file without a name: it is gone from the disk when nobody holds it any more.
class KeptFile {
public:
    /// Opens it. The folder that it lies in may be removed then. Throws std::system_error.
    explicit KeptFile(const std::filesystem::path&);
    ~KeptFile();
    KeptFile(const KeptFile&) = delete;
    KeptFile& operator=(const KeptFile&) = delete;

    std::uint64_t size() const { return size_; }
    /// The bytes from a place on, at most so many. Throws std::system_error.
    std::string block(std::uint64_t from, std::size_t most) const;

private:
    int file_ = -1;
    std::uint64_t size_ = 0;
};

/// The newest file of each kind, at most so many kinds. Nothing is given out that another state of the
/// database made, nor kept longer than ten minutes: what is erased meanwhile must not stay on the disk. Who
/// is fetching a file has it to its end. Safe to use from several threads.
class KeptFiles {
public:
    KeptFiles();
    ~KeptFiles();

    using Make = std::function<Result<std::shared_ptr<KeptFile>>()>;
    /// The file of that kind and state, made unless it is kept. One is made at a time, since each takes a
    /// whole processor; who asks meanwhile for what is not kept is refused with `busy`.
    Result<std::shared_ptr<KeptFile>> find(
        const std::string& kind, const std::string& state, const Make&, const Failure& busy);
    /// The file of that kind and state, where it is kept, also for who began to fetch it before it changed.
    std::shared_ptr<KeptFile> kept(const std::string& kind, const std::string& state) const;

private:
    struct Shelf;
    std::unique_ptr<Shelf> shelf_;
};

}  // namespace medskapa::web
