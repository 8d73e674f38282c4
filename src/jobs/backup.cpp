#include "jobs/backup.hpp"

#include "base/child_process.hpp"
#include "jobs/forget_backups.hpp"
#include "store/files/encrypted_file.hpp"
#include "store/files/month_keys.hpp"
#include "store/migrations/migrate.hpp"

#include <sys/stat.h>
#include <filesystem>

namespace medskapa::jobs {
namespace {

namespace fs = std::filesystem;
using store::Installation;

constexpr std::size_t most_log_keys = 1000;
constexpr auto zone = "Europe/Stockholm";

[[noreturn]] void give_up(const char* sentence, Holes holes = {}) {
    throw store::InstallationUnusable{{"backup", sentence, std::move(holes)}};
}

/// A plain copy that is there for a moment only, in the folder of the database and readable to nobody else.
struct PassingCopy {
    fs::path path;

    explicit PassingCopy(const Installation& installation)
        : path{fs::path{installation.data} / "backup.passing"} {
        fs::create_directories(installation.data);
        fs::remove(path);
    }
    ~PassingCopy() {
        std::error_code ignored;
        fs::remove(path, ignored);
    }
    PassingCopy(const PassingCopy&) = delete;
    PassingCopy& operator=(const PassingCopy&) = delete;
};

void run_program(const std::vector<std::string>& command) {
    if (!run_trusted(command))
        give_up(N_("{} could not do it. Is PostgreSQL's client installed?"), {command.front()});
}

/// The database as it is at one moment, while it is served.
void copy_database(const Installation& installation, const std::string& file) {
    if (installation.database().is_postgres()) {
        run_program(
            {"pg_dump", "--format=custom", "--no-owner", "--file=" + file, installation.database_url});
    } else {
        const auto db = sql::open(installation.database(), sql::Access::read_write);
        db->run("VACUUM INTO $1", file);
    }
    ::chmod(file.c_str(), 0600);
}

void copy_encrypted(
    const Installation& installation, const std::string& file, const BackupKeys& keys, Instant now) {
    fs::create_directories(keys.folder);
    if (fs::equivalent(fs::absolute(file).parent_path(), keys.folder) ||
        fs::equivalent(installation.data, keys.folder))
        give_up(N_(
            "Keep the keys elsewhere than the backups and the database: name another folder with --keys."));
    const auto month = store::month_of(Clock{zone}.day(now));
    const auto key = store::month_key(keys.folder, month);
    const PassingCopy plain{installation};
    copy_database(installation, plain.path);
    store::encrypt_file(plain.path, file, month, key);
}

void refuse_broken(const std::string& file) {
    const auto db = sql::open_sqlite(file, sql::Access::read_only);
    if (db->run("PRAGMA integrity_check").front().text("integrity_check") != "ok")
        give_up(N_("{} is damaged. Take an older backup."), {file});
    (void)store::schema_of(*db);
}

void restore_log_keys(const Installation& installation, const std::string& file) {
    for (std::size_t nth = 1; nth <= most_log_keys; ++nth) {
        const auto key = installation.log_key_file(nth);
        if (fs::exists(log_key_of_backup(file, key)) && !fs::exists(key))
            fs::copy_file(log_key_of_backup(file, key), key);
    }
}

void copy_back(const Installation& installation, const std::string& file) {
    if (installation.database().is_postgres()) {
        run_program(
            {"pg_restore", "--no-owner", "--exit-on-error", "--dbname=" + installation.database_url, file});
        return;
    }
    refuse_broken(file);
    fs::copy_file(file, installation.database().place);
}

void copy_back_encrypted(const Installation& installation, const std::string& file, const std::string& month,
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
    copy_back(installation, plain.path);
}

}  // namespace

std::string secret_of_backup(const std::string& file) {
    return file + ".secret";
}

std::string log_key_of_backup(const std::string& file, const std::string& key_file) {
    return file + '.' + fs::path{key_file}.filename().string();
}

void back_up(const Installation& installation, const std::string& file, const BackupKeys& keys, Instant now) {
    if (fs::exists(file)) give_up(N_("{} is there already. Name a file that is not."), {file});
    if (keys.folder.empty())
        copy_database(installation, file);
    else
        copy_encrypted(installation, file, keys, now);
    (void)installation.secret();
    fs::copy_file(fs::path{installation.data} / "secret", secret_of_backup(file));
    for (const auto& key : installation.log_key_files()) fs::copy_file(key, log_key_of_backup(file, key));
}

void restore(const Installation& installation, const std::string& file, const BackupKeys& keys, Instant now) {
    if (!fs::exists(file) || !fs::exists(secret_of_backup(file)))
        give_up(N_("Both {} and {} are needed."), {file, secret_of_backup(file)});
    fs::create_directories(installation.data);
    if (!installation.database().is_postgres() && fs::exists(installation.database().place))
        give_up(N_("There is a database in {} already. Name an empty folder."), {installation.data});
    if (const auto month = store::month_of_encrypted(file))
        copy_back_encrypted(installation, file, *month, keys);
    else
        copy_back(installation, file);
    const auto secret = fs::path{installation.data} / "secret";
    fs::copy_file(secret_of_backup(file), secret, fs::copy_options::overwrite_existing);
    ::chmod(secret.c_str(), 0600);
    restore_log_keys(installation, file);
    (void)store::open_and_migrate(installation, now);
}

std::vector<std::string> forget_backups(
    const Installation& installation, const BackupKeys& keys, Instant now) {
    if (keys.folder.empty()) give_up(N_("Name the folder of the keys with --keys."));
    sql::Writer writer{store::open_and_migrate(installation, now), time::now};
    const auto reader = sql::open(installation.database(), sql::Access::read_only);
    return forget_backups(
        keys.folder, Clock{zone}.day(now), std::chrono::days{keys.days_kept}, *reader, writer);
}

}  // namespace medskapa::jobs
