#include "cli/site/backup.hpp"

#include "base/child_process.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "jobs/forget_backups.hpp"
#include "store/files/encrypted_file.hpp"
#include "store/files/month_keys.hpp"
#include "store/migrations/migrate.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/stat.h>
#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

namespace medskapa::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_log_keys = 1000;
constexpr auto zone = "Europe/Stockholm";

/// A copy in plain that is there for a moment only, beside the database and readable to nobody else.
struct PassingCopy {
    fs::path path;

    explicit PassingCopy(const Installation& place) : path{fs::path{place.data} / "backup.passing"} {
        fs::create_directories(place.data);
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
        give_up(N_("{} could not do it. Is PostgreSQL's client installed?"), command.front());
}

std::string secret_beside(const std::string& file) {
    return file + ".secret";
}

/// A key that the open log is or was signed with, beside the backup: "FILE.logg.key", "FILE.logg.key.2".
std::string log_key_beside(const std::string& file, const std::string& key_file) {
    return file + '.' + fs::path{key_file}.filename().string();
}

/// The database as it is at one moment, while it is served.
void copy_database(const Installation& place, const std::string& file) {
    if (place.database().is_postgres()) {
        run_program({"pg_dump", "--format=custom", "--no-owner", "--file=" + file, place.database_url});
    } else {
        const auto db = sql::open(place.database(), sql::Access::read_write);
        db->run("VACUUM INTO $1", file);
    }
    ::chmod(file.c_str(), 0600);
}

void copy_sealed(const Installation& place, const std::string& file, const BackupKeys& keys) {
    fs::create_directories(keys.folder);
    if (fs::equivalent(fs::absolute(file).parent_path(), keys.folder) ||
        fs::equivalent(place.data, keys.folder))
        give_up(N_(
            "Keep the keys elsewhere than the backups and the database: name another folder with --keys."));
    const auto month = store::month_of(Clock{zone}.day(now()));
    const auto key = store::month_key(keys.folder, month);
    const PassingCopy plain{place};
    copy_database(place, plain.path);
    store::seal_file(plain.path, file, month, key);
}

void refuse_broken(const std::string& file) {
    const auto db = sql::open_sqlite(file, sql::Access::read_only);
    if (db->run("PRAGMA integrity_check").front().text("integrity_check") != "ok")
        give_up(N_("{} is damaged. Take an older backup."), file);
    (void)store::schema_of(*db);
}

void restore_log_keys(const Installation& place, const std::string& file) {
    for (std::size_t nth = 1; nth <= most_log_keys; ++nth) {
        const auto key = place.log_key_file(nth);
        if (fs::exists(log_key_beside(file, key)) && !fs::exists(key))
            fs::copy_file(log_key_beside(file, key), key);
    }
}

void copy_back(const Installation& place, const std::string& file) {
    if (place.database().is_postgres()) {
        run_program({"pg_restore", "--no-owner", "--exit-on-error", "--dbname=" + place.database_url, file});
        return;
    }
    refuse_broken(file);
    fs::copy_file(file, place.database().place);
}

void copy_back_sealed(
    const Installation& place, const std::string& file, const std::string& month, const BackupKeys& keys) {
    if (keys.folder.empty())
        give_up(N_("{} is sealed with the key of {}. Name the folder of the keys with --keys."), file, month);
    const auto key = store::known_month_key(keys.folder, month);
    if (!key)
        give_up(N_("The key of {} is not in {}: it was destroyed, or lies elsewhere. Without it nothing can "
                   "be got "
                   "out of {}."),
            month, keys.folder, file);
    const PassingCopy plain{place};
    store::open_sealed(file, plain.path, *key);
    copy_back(place, plain.path);
}

int told_of_backup(const Installation& place, const std::string& file, const BackupKeys& keys) {
    back_up(place, file, keys);
    std::cout << words()(
                     keys.folder.empty()
                         ? N_("Backed up to {}, {} and, when the log has begun, {}. Keep them together.")
                         : N_("Backed up to {}, {} and, when the log has begun, {}. Keep them together, and "
                              "the keys elsewhere."),
                     file, secret_beside(file), log_key_beside(file, place.log_key_file()))
              << '\n';
    return 0;
}

int told_of_restoring(const Installation& place, const std::string& file, const BackupKeys& keys) {
    restore(place, file, keys);
    std::cout << words()(
                     N_("Restored. If there is a copy of the folder logg from after the backup, put it in {} "
                        "before you start. Start with: medskapa serve --data {}"),
                     place.data, place.data)
              << '\n';
    return 0;
}

int told_of_forgetting(const Installation& place, const BackupKeys& keys) {
    const auto months = forget_backups(place, keys);
    if (months.empty())
        std::cout << words()(N_("No key's time is out.")) << '\n';
    else
        std::cout << words()(N_("Destroyed the keys of {}. No backup from then can be read any more."),
                         fmt::format("{}", fmt::join(months, ", ")))
                  << '\n';
    return 0;
}

}  // namespace

void back_up(const Installation& place, const std::string& file, const BackupKeys& keys) {
    if (fs::exists(file)) give_up(N_("{} is there already. Name a file that is not."), file);
    if (keys.folder.empty())
        copy_database(place, file);
    else
        copy_sealed(place, file, keys);
    (void)place.secret();
    fs::copy_file(fs::path{place.data} / "secret", secret_beside(file));
    for (const auto& key : place.log_key_files()) fs::copy_file(key, log_key_beside(file, key));
}

void restore(const Installation& place, const std::string& file, const BackupKeys& keys) {
    if (!fs::exists(file) || !fs::exists(secret_beside(file)))
        give_up(N_("Both {} and {} are needed."), file, secret_beside(file));
    fs::create_directories(place.data);
    if (!place.database().is_postgres() && fs::exists(place.database().place))
        give_up(N_("There is a database in {} already. Name an empty folder."), place.data);
    if (const auto month = store::month_of_sealed(file))
        copy_back_sealed(place, file, *month, keys);
    else
        copy_back(place, file);
    fs::copy_file(secret_beside(file), fs::path{place.data} / "secret", fs::copy_options::overwrite_existing);
    ::chmod((fs::path{place.data} / "secret").c_str(), 0600);
    restore_log_keys(place, file);
    (void)store::open_and_migrate(place, now());
}

std::vector<std::string> forget_backups(const Installation& place, const BackupKeys& keys) {
    if (keys.folder.empty()) give_up(N_("Name the folder of the keys with --keys."));
    sql::Writer writer{store::open_and_migrate(place, now()), now};
    const auto reader = sql::open(place.database(), sql::Access::read_only);
    return jobs::forget_backups(
        keys.folder, Clock{zone}.day(now()), std::chrono::days{keys.days_kept}, *reader, writer);
}

void add_backup(CLI::App& program, int& exit_code) {
    struct Asked {
        Installation place;
        std::string file;
        BackupKeys keys;
    };
    const auto asked = std::make_shared<Asked>();
    auto* backup = program.add_subcommand("backup", "Copy the database, also while it is served");
    auto* back = program.add_subcommand("restore", "Put a backup into an empty folder or database");
    auto* forget = program.add_subcommand("forget-backups", "Destroy the keys of backups whose time is out");
    for (auto* command : {backup, back, forget}) {
        add_place(*command, asked->place);
        add_backup_keys(*command, asked->keys);
    }
    for (auto* command : {backup, back}) command->add_option("file", asked->file, "The backup")->required();
    backup->footer("Example: medskapa backup /srv/backup/rus.db --data /var/lib/medskapa --keys /srv/keys");
    forget->footer(
        "Example: medskapa forget-backups --data /var/lib/medskapa --keys /srv/keys --keep-days 35");
    backup->callback([asked, &exit_code] {
        exit_code = run_command([&] { return told_of_backup(asked->place, asked->file, asked->keys); });
    });
    back->callback([asked, &exit_code] {
        exit_code = run_command([&] { return told_of_restoring(asked->place, asked->file, asked->keys); });
    });
    forget->callback([asked, &exit_code] {
        exit_code = run_command([&] { return told_of_forgetting(asked->place, asked->keys); });
    });
}

}  // namespace medskapa::cli
