#include "store/files/durable_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace medskapa::store {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void give_up(const fs::path& path) {
    throw std::runtime_error{
        fmt::format("{} could not be written: {}. Check the folder and the space on the disk.", path.string(),
            std::strerror(errno))};
}

/// An open file or folder, closed at the end.
struct Opened {
    int number;
    ~Opened() { ::close(number); }
};

void write_all(int file, std::string_view bytes, const fs::path& path) {
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) give_up(path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void sync_folder(const fs::path& folder) {
    const Opened opened{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (opened.number < 0 || ::fsync(opened.number) != 0) give_up(folder);
}

/// A new folder's name is safe only when the folder above it is.
void make_folders(const fs::path& folder) {
    if (folder.empty() || fs::is_directory(folder)) return;
    make_folders(folder.parent_path());
    if (!fs::create_directory(folder) && !fs::is_directory(folder)) give_up(folder);
    sync_folder(folder.has_parent_path() ? folder.parent_path() : ".");
}

}  // namespace

void write_durably(const fs::path& path, std::string_view bytes, Readers readers) {
    const auto folder = path.has_parent_path() ? path.parent_path() : fs::path{"."};
    make_folders(folder);
    const auto partial = path.string() + ".part";
    const auto mode = readers == Readers::everybody ? 0644 : 0600;
    {
        const Opened file{::open(partial.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)};
        if (file.number < 0) give_up(path);
        write_all(file.number, bytes, path);
        if (::fsync(file.number) != 0) give_up(path);
    }
    rename_durably(partial, path);
}

void rename_durably(const fs::path& from, const fs::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) give_up(to);
    sync_folder(to.has_parent_path() ? to.parent_path() : fs::path{"."});
}

void sync_file(const fs::path& path) {
    const Opened file{::open(path.c_str(), O_RDWR | O_CLOEXEC)};
    if (file.number < 0 || ::fsync(file.number) != 0) give_up(path);
}

void write_over(const fs::path& path) {
    const Opened file{::open(path.c_str(), O_WRONLY | O_CLOEXEC)};
    if (file.number < 0) give_up(path);
    write_all(file.number, std::string(fs::file_size(path), '\0'), path);
    if (::fsync(file.number) != 0) give_up(path);
}

void remove_durably(const fs::path& path) {
    fs::remove(path);
    sync_folder(path.has_parent_path() ? path.parent_path() : fs::path{"."});
}

FolderLock::FolderLock(const fs::path& folder) {
    make_folders(folder);
    const auto path = folder / "lock";
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file_ < 0) give_up(path);
    if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
    ::close(file_);
    throw std::runtime_error{fmt::format("Another program works in {}: end it first", folder.string())};
}

FolderLock::~FolderLock() {
    ::close(file_);
}

openlog::SigningKey signing_key_in(const fs::path& path, const std::string& name, openlog::KeyType type) {
    if (!fs::exists(path)) {
        if (!openlog::is_key_name(name))
            throw std::runtime_error{fmt::format("A key may not be called “{}”: no blanks and no +", name)};
        const auto seed = as_digest(random_bytes(Digest{}.size())).value();
        const openlog::SigningKey made{name, type, seed};
        write_durably(path, made.as_text() + '\n', Readers::owner);
        return made;
    }
    std::ifstream file{path};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    if (text.ends_with('\n')) text.pop_back();
    auto key = openlog::read_signing_key(text);
    if (!key || key->verifier().type != type)
        throw std::runtime_error{
            fmt::format("{} holds no key of the right kind: put it back from a backup", path.string())};
    return *std::move(key);
}

}  // namespace medskapa::store
