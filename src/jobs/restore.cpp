#include "base/system/child_process.hpp"
#include "jobs/backup.hpp"
#include "jobs/passing_copy.hpp"
#include "jobs/restore_place.hpp"
#include "store/files/durable_file.hpp"
#include "store/files/encrypted_file.hpp"
#include "store/files/file_digest.hpp"
#include "store/files/month_keys.hpp"
#include "store/files/restore_mark.hpp"
#include "store/move/move_rows.hpp"
#include "store/sql/postgres_login.hpp"
#include "store/sql/upkeep.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace medskapa::jobs {
namespace {

namespace fs = std::filesystem;
using store::Installation;

constexpr std::size_t most_log_keys = 1000;

[[noreturn]] void give_up(const char* sentence, Holes holes = {}) {
    throw store::InstallationUnusable{{"backup", sentence, std::move(holes)}};
}

std::string bytes_of(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

bool is_postgres_dump(const fs::path& file) {
    std::ifstream opened{file, std::ios::binary};
    std::string first(5, '\0');
    opened.read(first.data(), static_cast<std::streamsize>(first.size()));
    return first == "PGDMP";
}

/// A backup of one kind of database is not put into another.
void copy_plain(const Installation& installation, const std::string& plain, const std::string& file) {
    const auto database = installation.database();
    if (is_postgres_dump(plain) != database.is_postgres())
        give_up(database.is_postgres()
                    ? N_("{} is a backup of the embedded database. Leave --database out.")
                    : N_("{} is a backup of a PostgreSQL database. Name a server with --database."),
            {file});
    if (!database.is_postgres()) {
        fs::copy_file(plain, database.place);
        return;
    }
    const sql::PostgresLogin login{installation.database_url};
    run_postgres_program(
        {"pg_restore", "--no-owner", "--exit-on-error", "--dbname=" + login.conninfo(), plain});
}

void copy_encrypted(const Installation& installation, const std::string& file, const std::string& month,
    const BackupKeys& keys) {
    if (keys.folder.empty())
        give_up(N_("{} is encrypted with the key of {}. Name the folder of the keys with --keys."),
            {file, month});
    const auto key = store::known_month_key(keys.folder, month);
    if (!key)
        give_up(N_("The key of {} is not in {}: it was destroyed, or lies elsewhere. Without it nothing can "
                   "be got "
                   "out of {}."),
            {month, keys.folder, file});
    const PassingCopy plain{installation};
    store::decrypt_file(file, plain.path, *key);
    copy_plain(installation, plain.path, file);
}

/// What the backup held when it was made; nothing for one that was made without.
std::optional<BackupContents> manifest_of(const std::string& file) {
    const auto path = manifest_of_backup(file);
    if (!fs::exists(path)) return std::nullopt;
    auto manifest = read_contents(bytes_of(path));
    if (!manifest) give_up(N_("{} is broken. Put it back, or take another backup."), {path});
    return manifest;
}

/// Everything that a backup consists of, into an empty folder and an empty database.
BackupReport put_back(const Installation& to, const std::string& file, const BackupKeys& keys, Instant now) {
    const auto manifest = manifest_of(file);
    if (manifest && hex(as_text(store::digest_of_file(file))) != manifest->sha256)
        return {{failed("file",
                    N_("{} is not what was written when the backup was made: it has been damaged or "
                       "changed. Take another backup"),
                    {file})},
            *manifest, 0};
    fs::create_directories(to.data);
    if (fs::exists(secret_of_backup(file)))
        fs::copy_file(secret_of_backup(file), to.secret_file(), fs::copy_options::overwrite_existing);
    for (std::size_t nth = 1; nth <= most_log_keys; ++nth)
        if (const auto key = to.log_key_file(nth); fs::exists(log_key_of_backup(file, key)))
            fs::copy_file(log_key_of_backup(file, key), key);
    if (const auto month = store::month_of_encrypted(file))
        copy_encrypted(to, file, *month, keys);
    else
        copy_plain(to, file, file);
    return examine_restored(to, manifest, now);
}

void refuse_incomplete(const std::string& file) {
    if (!fs::exists(file) || (!fs::exists(secret_of_backup(file)) && !is_of_database_alone(file)))
        give_up(N_("Both {} and {} are needed."), {file, secret_of_backup(file)});
}

/// The first thing that does not hold, as a refusal.
void refuse_damaged(const BackupReport& report) {
    for (const auto& check : report.checks)
        if (check.state == CheckState::fail) throw store::InstallationUnusable{check.sentence};
}

void refuse_occupied_database(const sql::Database& database, const std::string& folder) {
    if (!database.is_postgres()) {
        if (fs::exists(database.place))
            give_up(N_("There is a database in {} already. Name an empty folder."), {folder});
        return;
    }
    const auto db = sql::open(database, sql::Access::read_only);
    sql::refuse_other_encoding(*db);
    store::refuse_tables(*db);
}

/// What lies in the folder already must be the backup's, or what a backup of a database alone lacks.
void refuse_other_secrets(const Installation& installation, const std::string& file) {
    if (!fs::exists(secret_of_backup(file)) && !fs::exists(installation.secret_file()))
        give_up(
            N_("{} is of a database alone. Put the file secret of the data folder that belongs to it in {} "
               "first: without it no receipt code opens its inspel."),
            {file, installation.data});
    std::vector<std::string> files{installation.secret_file()};
    for (const auto& key : installation.log_key_files()) files.push_back(key);
    for (const auto& there : files) {
        const auto kept =
            there == installation.secret_file() ? secret_of_backup(file) : log_key_of_backup(file, there);
        if (fs::exists(there) && fs::exists(kept) && bytes_of(there) != bytes_of(kept))
            give_up(
                N_("{} is there already, and is another than the backup's. Name an empty folder."), {there});
    }
}

/// Into a server's database, and nothing besides: the mark lies in it until somebody opens it with its
/// folder.
BackupReport restore_database(
    const std::string& url, const std::string& file, const BackupKeys& keys, Instant now) {
    const ScratchFolder scratch;
    auto report = put_back({(scratch.path() / "data").string(), url}, file, keys, now);
    refuse_damaged(report);
    store::leave_restore_mark(*sql::open({url}, sql::Access::read_write), now);
    return report;
}

}  // namespace

bool is_of_database_alone(const std::string& file) {
    const auto manifest = manifest_of(file);
    return manifest && manifest->is_of_database_alone;
}

void refuse_occupied(const Installation& installation, const std::string& file) {
    refuse_incomplete(file);
    refuse_occupied_database(installation.database(), installation.data);
    if (!installation.data.empty()) refuse_other_secrets(installation, file);
}

BackupReport restore(
    const Installation& installation, const std::string& file, const BackupKeys& keys, Instant now) {
    store::keep_to_ourselves();
    refuse_occupied(installation, file);
    if (installation.data.empty()) return restore_database(installation.database_url, file, keys, now);
    fs::create_directories(installation.data);
    const Staging staging{installation};
    const auto staged = staging.installation();
    fs::create_directories(staged.data);
    if (!fs::exists(secret_of_backup(file))) fs::copy_file(installation.secret_file(), staged.secret_file());
    auto report = put_back(staged, file, keys, now);
    refuse_damaged(report);
    store::write_durably(
        installation.restore_mark(), "A backup was restored: " + file + '\n', store::Readers::owner);
    staging.move_into_place();
    return report;
}

BackupReport rehearse(
    const std::string& file, const BackupKeys& keys, const std::string& server, Instant now) {
    store::keep_to_ourselves();
    refuse_incomplete(file);
    const ScratchFolder scratch;
    const auto data = (scratch.path() / "data").string();
    if (server.empty()) return put_back({data, {}}, file, keys, now);
    const ScratchDatabase database{server};
    return put_back({data, database.url()}, file, keys, now);
}

}  // namespace medskapa::jobs
