#include "jobs/backup.hpp"

#include "jobs/forgetting/forget_backups.hpp"
#include "jobs/passing_copy.hpp"
#include "jobs/remembered.hpp"
#include "store/files/durable_file.hpp"
#include "store/files/encrypted_file.hpp"
#include "store/files/file_digest.hpp"
#include "store/files/month_keys.hpp"
#include "store/sql/postgres_login.hpp"
#include "store/sql/upkeep.hpp"

#include <filesystem>

namespace medskapa::jobs {
namespace {

namespace fs = std::filesystem;
using store::Installation;

[[noreturn]] void give_up(const char* sentence, Holes holes = {}) {
    throw store::InstallationUnusable{{"backup", sentence, std::move(holes)}};
}

/// The database as it is at one moment, while it is served, and what it holds then.
BackupContents copy_database(const Installation& installation, const std::string& file, Instant now) {
    if (!installation.database().is_postgres()) {
        sql::copy_into(*sql::open(installation.database(), sql::Access::read_write), file);
        return contents_of(*sql::open({file}, sql::Access::read_only), now);
    }
    const auto db = sql::open(installation.database(), sql::Access::read_only);
    const sql::Snapshot snapshot{*db};
    const auto moment = sql::exported_snapshot(*db);
    const sql::PostgresLogin login{installation.database_url};
    run_postgres_program({"pg_dump", "--format=custom", "--no-owner", "--snapshot=" + moment,
        "--file=" + file, "--dbname=" + login.conninfo()});
    return contents_of(*db, now);
}

BackupContents copy_encrypted(
    const Installation& installation, const std::string& file, const BackupKeys& keys, Instant now) {
    fs::create_directories(keys.folder);
    if (fs::equivalent(fs::absolute(file).parent_path(), keys.folder) ||
        fs::equivalent(installation.data, keys.folder))
        give_up(N_(
            "Keep the keys elsewhere than the backups and the database: name another folder with --keys."));
    const auto month = store::month_of(installation.clock().day(now));
    const auto key = store::month_key(keys.folder, month);
    const PassingCopy plain{installation};
    auto contents = copy_database(installation, plain.path, now);
    store::encrypt_file(plain.path, file, month, key);
    return contents;
}

/// What a backup is written to until it is whole: what failed halfway never looks like one.
struct PartOfBackup {
    std::string path;

    explicit PartOfBackup(const std::string& file) : path{file + ".part"} { fs::remove(path); }
    ~PartOfBackup() {
        std::error_code ignored;
        fs::remove(path, ignored);
    }
    PartOfBackup(const PartOfBackup&) = delete;
    PartOfBackup& operator=(const PartOfBackup&) = delete;
};

/// Over what an attempt that failed may have left.
void copy_durably(const std::string& from, const std::string& to) {
    fs::copy_file(from, to, fs::copy_options::overwrite_existing);
    store::sync_file(to);
}

void copy_secrets(const Installation& installation, const std::string& file) {
    copy_durably(installation.secret_file(), secret_of_backup(file));
    for (const auto& key : installation.log_key_files()) copy_durably(key, log_key_of_backup(file, key));
}

}  // namespace

std::string secret_of_backup(const std::string& file) {
    return file + ".secret";
}

std::string manifest_of_backup(const std::string& file) {
    return file + ".manifest";
}

std::string log_key_of_backup(const std::string& file, const std::string& key_file) {
    return file + '.' + fs::path{key_file}.filename().string();
}

void back_up(const Installation& installation, const std::string& file, const BackupKeys& keys, Instant now) {
    store::keep_to_ourselves();
    if (fs::exists(file)) give_up(N_("{} is there already. Name a file that is not."), {file});
    const bool is_alone = installation.data.empty();
    if (is_alone && !keys.folder.empty())
        give_up(
            N_("A backup that is encrypted passes through the data folder, whose time zone says which month "
               "it is. Name the folder with --data."));
    if (!is_alone) (void)installation.secret();
    const PartOfBackup part{file};
    auto contents = keys.folder.empty() ? copy_database(installation, part.path, now)
                                        : copy_encrypted(installation, part.path, keys, now);
    store::sync_file(part.path);
    if (!is_alone) copy_secrets(installation, file);
    contents.is_of_database_alone = is_alone;
    contents.sha256 = hex(as_text(store::digest_of_file(part.path)));
    store::write_durably(manifest_of_backup(file), as_json(contents) + '\n', store::Readers::owner);
    store::rename_durably(part.path, file);
    if (!is_alone) remember_backup(installation, now);
}

std::vector<std::string> forget_backups(
    const Installation& installation, const BackupKeys& keys, Instant now) {
    if (keys.folder.empty()) give_up(N_("Name the folder of the keys with --keys."));
    sql::Writer writer{store::open_and_migrate(installation, now), time::now};
    const auto reader = sql::open(installation.database(), sql::Access::read_only);
    return forget_backups(
        keys.folder, installation.clock().day(now), std::chrono::days{keys.days_kept}, *reader, writer);
}

}  // namespace medskapa::jobs
