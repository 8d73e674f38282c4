#include "web/http/body.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <cerrno>
#include <filesystem>
#include <stdexcept>
#include <utility>

namespace medskapa::web::http {
namespace {

/// Not every file system has files without a name.
int open_nameless() {
    std::error_code error;
    const auto folder = std::filesystem::temp_directory_path(error).string();
    if (error) return -1;
    const auto file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
    if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT)) return file;
    auto name = folder + "/medskapa-XXXXXX";
    const auto named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0) ::unlink(name.c_str());
    return named;
}

}  // namespace

Body::~Body() {
    close();
}

Body::Body(Body&& other) noexcept
    : memory_{std::move(other.memory_)},
      file_{std::exchange(other.file_, -1)},
      size_{std::exchange(other.size_, 0)},
      mapped_{std::exchange(other.mapped_, nullptr)} {}

Body& Body::operator=(Body&& other) noexcept {
    if (this == &other) return *this;
    close();
    memory_ = std::move(other.memory_);
    file_ = std::exchange(other.file_, -1);
    size_ = std::exchange(other.size_, 0);
    mapped_ = std::exchange(other.mapped_, nullptr);
    return *this;
}

void Body::close() {
    if (mapped_ != nullptr) ::munmap(mapped_, size_);
    if (file_ >= 0) ::close(file_);
}

bool Body::append(std::string_view more) {
    if (file_ < 0 && size_ + more.size() > most_in_memory) {
        file_ = open_nameless();
        if (file_ < 0 || !write_all(memory_)) return false;
        memory_ = {};
    }
    if (file_ < 0)
        memory_ += more;
    else if (!write_all(more))
        return false;
    size_ += more.size();
    return true;
}

bool Body::write_all(std::string_view rest) const {
    while (!rest.empty()) {
        const auto written = ::write(file_, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::string_view Body::bytes() {
    if (file_ < 0) return memory_;
    if (mapped_ == nullptr) {
        auto* const mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file_, 0);
        if (mapped == MAP_FAILED) throw std::runtime_error{"a body in a temporary file cannot be read"};
        mapped_ = mapped;
    }
    return {static_cast<const char*>(mapped_), size_};
}

}  // namespace medskapa::web::http
