#include "store/files/installation.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"
#include "store/files/identity.hpp"
#include "store/files/restore_mark.hpp"
#include "store/migrations/migrate.hpp"
#include "store/sql/upkeep.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <filesystem>
#include <fstream>

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

std::string Installation::secret_file() const {
    return (std::filesystem::path{data} / "secret").string();
}

std::string Installation::secret() const {
    const auto path = secret_file();
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0 && errno == ENOENT)
        throw InstallationUnusable{{{},
            N_("The file {} is missing. Put it back from a backup: without it no receipt code opens its "
               "inspel."),
            {path}}};
    if (file < 0)
        throw InstallationUnusable{{{}, N_("The file {} cannot be read. Check who owns it."), {path}}};
    auto bytes = read_secret(file);
    ::close(file);
    return bytes;
}

std::string Installation::signed_heads_folder() const {
    namespace fs = std::filesystem;
    if (!signed_heads.empty()) return signed_heads;
    auto folder = fs::absolute(data).lexically_normal();
    if (!folder.has_filename()) folder = folder.parent_path();
    const auto outside = folder.string() + ".signed";
    const bool is_writable = ::access(folder.parent_path().c_str(), W_OK) == 0;
    return fs::exists(outside) || is_writable ? outside : (folder / "signed").string();
}

std::string Installation::restore_mark() const {
    return (std::filesystem::path{data} / "restored").string();
}

std::string Installation::fork_mark() const {
    return (std::filesystem::path{data} / "logg.forked").string();
}

Clock Installation::clock() const {
    std::string zone = "Europe/Stockholm";
    if (std::ifstream file{std::filesystem::path{data} / "time-zone"}) std::getline(file, zone);
    try {
        return Clock{text::trimmed(zone)};
    } catch (const std::runtime_error&) {
        throw InstallationUnusable{{{}, N_("The file “time-zone” in the data folder names no time zone that "
                                           "the system knows. Write one as Europe/Stockholm.")}};
    }
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

namespace {

[[noreturn]] void refuse_folder(const Installation& installation) {
    throw InstallationUnusable{
        {{}, N_("The folder {} cannot be written in. Check who owns it, and the space on the disk."),
            {installation.data}}};
}

void make_secret(const Installation& installation) {
    const int made =
        ::open(installation.secret_file().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made < 0 && errno == EEXIST) return;
    const auto bytes = random_bytes(secret_bytes);
    const bool is_kept = made >= 0 &&
                         ::write(made, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
                         ::fsync(made) == 0;
    if (made >= 0) ::close(made);
    if (!is_kept) refuse_folder(installation);
}

bool has_database(const Installation& installation) {
    const auto database = installation.database();
    if (!database.is_postgres()) return std::filesystem::exists(database.place);
    return schema_of(*sql::open(database, sql::Access::read_only)) > 0;
}

/// A log without a database is what is left of an installation: an empty one would begin a second history.
void refuse_remains(const Installation& installation) {
    const auto checkpoint = std::filesystem::path{installation.log_folder()} / "checkpoint";
    if (installation.log_key_files().empty() && !std::filesystem::exists(checkpoint)) return;
    throw InstallationUnusable{{{},
        N_("The database of {} is gone, and its open log is still there. Restore a backup, or name an "
           "empty folder."),
        {installation.data}}};
}

std::unique_ptr<sql::Connection> opened(const Installation& installation, sql::Access access, Instant now) {
    const auto secret = installation.secret();
    auto db = sql::open(installation.database(), access);
    sql::refuse_other_encoding(*db);
    migrate(*db, now);
    const auto match = match_of_secret(*db, secret);
    if (match == SecretMatch::other)
        throw InstallationUnusable{{{},
            N_("The file {} is not the secret that the database was made with. Put that one back from a "
               "backup: without it no receipt code opens its inspel."),
            {installation.secret_file()}}};
    if (match == SecretMatch::unknown) remember_secret(*db, secret);
    take_restore_mark(*db, installation);
    return db;
}

}  // namespace

void make_folder(const Installation& installation) {
    std::error_code fault;
    std::filesystem::create_directories(installation.data, fault);
    if (!fault) std::filesystem::permissions(installation.data, std::filesystem::perms::owner_all, fault);
    if (fault) refuse_folder(installation);
}

void keep_to_ourselves() {
    ::umask(077);
}

std::unique_ptr<sql::Connection> open_and_migrate(const Installation& installation, Instant now) {
    keep_to_ourselves();
    if (!has_database(installation))
        throw InstallationUnusable{{{},
            N_("There is no database in {}. Name the folder of an installation, restore a backup, or "
               "begin one with medskapa setup."),
            {installation.data}}};
    return opened(installation, sql::Access::read_write, now);
}

std::unique_ptr<sql::Connection> begin_installation(const Installation& installation, Instant now) {
    keep_to_ourselves();
    if (has_database(installation)) return opened(installation, sql::Access::read_write, now);
    refuse_remains(installation);
    make_folder(installation);
    make_secret(installation);
    return opened(installation, sql::Access::create, now);
}

}  // namespace medskapa::store
