#include "store/files/file_digest.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace medskapa::store {

Digest digest_of_file(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const auto size = file < 0 ? -1 : ::lseek(file, 0, SEEK_END);
    const auto length = static_cast<std::size_t>(size < 0 ? 0 : size);
    void* bytes = length == 0 ? nullptr : ::mmap(nullptr, length, PROT_READ, MAP_PRIVATE, file, 0);
    const int why = errno;
    if (file >= 0) ::close(file);
    if (size < 0 || bytes == MAP_FAILED)
        throw std::runtime_error{path.string() + " could not be read: " + std::strerror(why) +
                                 ". Check the name and that you may read it."};
    const auto digest = sha256({static_cast<const char*>(bytes), length});
    if (length > 0) ::munmap(bytes, length);
    return digest;
}

}  // namespace medskapa::store
