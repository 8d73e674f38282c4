#include "store/files/installation.hpp"

#include "base/digest.hpp"
#include "store/migrations/migrate.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <filesystem>

namespace medskapa::store {
namespace {

constexpr std::size_t secret_bytes = 32;

std::string read_secret(int file) {
    std::string bytes(secret_bytes, '\0');
    if (::read(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(secret_bytes))
        throw InstallationUnusable{
            {{}, N_("The file “secret” in the data folder is broken. Put it back from a backup.")}};
    return bytes;
}

}  // namespace

sql::Database Installation::database() const {
    if (!database_url.empty()) return {database_url};
    return {(std::filesystem::path{data} / "medskapa.db").string()};
}

std::string Installation::secret() const {
    std::filesystem::create_directories(data);
    const auto path = (std::filesystem::path{data} / "secret").string();
    const int made = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made >= 0) {
        const auto bytes = random_bytes(secret_bytes);
        const bool kept = ::write(made, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
                          ::fsync(made) == 0;
        ::close(made);
        if (!kept)
            throw InstallationUnusable{
                {{}, N_("The folder {} cannot be written in. Check who owns it, and the space on the disk."),
                    {data}}};
        return bytes;
    }
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        throw InstallationUnusable{{{}, N_("The file {} cannot be read. Check who owns it."), {path}}};
    auto bytes = read_secret(file);
    ::close(file);
    return bytes;
}

std::string Installation::log_folder() const {
    return (std::filesystem::path{data} / "logg").string();
}

std::string Installation::log_key_file(std::size_t nth) const {
    const auto first = (std::filesystem::path{data} / "logg.key").string();
    return nth == 1 ? first : first + '.' + std::to_string(nth);
}

/// An old key's file may have been destroyed.
std::vector<std::string> Installation::log_key_files() const {
    constexpr std::size_t most_keys = 1000;
    std::vector<std::string> files;
    for (std::size_t nth = 1; nth <= most_keys; ++nth)
        if (std::filesystem::exists(log_key_file(nth))) files.push_back(log_key_file(nth));
    return files;
}

std::unique_ptr<sql::Connection> open_and_migrate(const Installation& installation, Instant now) {
    std::filesystem::create_directories(installation.data);
    auto db = sql::open(installation.database(), sql::Access::read_write);
    migrate(*db, now);
    return db;
}

}  // namespace medskapa::store
