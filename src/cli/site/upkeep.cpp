#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "jobs/backup.hpp"
#include "store/files/log_folder.hpp"
#include "store/files/month_keys.hpp"
#include "store/migrations/migrate.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

namespace medskapa::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t room_wanted = 200U * 1024 * 1024;

bool say(bool good, const std::string& what, const std::string& advice) {
    const auto verdict = good ? words()(N_("ok")) : words()(N_("WRONG"));
    std::cout << fmt::format("{:<6}{}", verdict, what) << (good ? "" : ". " + advice) << '\n';
    return good;
}

bool database_is_whole(const Installation& installation) {
    const auto db = sql::open(installation.database(), sql::Access::read_only);
    bool good = say(store::schema_of(*db) == store::newest_schema(),
        words()(N_("the database's layout is this program's")), words()(N_("Run medskapa migrate")));
    if (db->dialect() == sql::Dialect::sqlite)
        good &= say(db->run("PRAGMA integrity_check").front().text("integrity_check") == "ok",
            words()(N_("the database is whole")), words()(N_("Stop the server and restore a backup")));
    return good;
}

/// With a quorum to wait for: whether it has come.
bool newest_is_witnessed(const Installation& installation) {
    const auto files = store::files_in(installation.log_folder());
    const auto newest = files(jobs::unwitnessed_checkpoint);
    if (!newest) return true;
    const auto size_in = [](const std::optional<std::string>& note) {
        const auto checkpoint = openlog::read_signed_checkpoint(note.value_or(""));
        return checkpoint ? checkpoint->checkpoint.head.size : 0;
    };
    return say(size_in(files("checkpoint")) >= size_in(newest),
        words()(N_("the open log's newest checkpoint has its witnesses")),
        words()(N_("The site goes on without them. Ask those whom the file of witnesses names")));
}

/// Whether what has been erased is gone from old backups too.
bool backups_forget(const jobs::BackupKeys& keys) {
    if (keys.folder.empty()) {
        std::cout << fmt::format("{:<6}{}\n", words()(N_("note")),
            words()(N_("backups that are not encrypted with monthly keys (--keys) hold what was erased after "
                       "them, as "
                       "long as they are kept")));
        return true;
    }
    const auto outdated = store::outdated_months(
        keys.folder, Clock{"Europe/Stockholm"}.day(now()), std::chrono::days{keys.days_kept});
    return say(outdated.empty(),
        words()(N_("no backup can be read more than {} days after its month"), keys.days_kept),
        words()(N_("Run medskapa forget-backups")));
}

int examine(const Installation& installation, const jobs::BackupKeys& keys) {
    bool good = say(fs::is_directory(installation.data), words()(N_("the data folder is there")),
        words()(N_("Name it with --data")));
    if (!good) return 1;
    struct stat info {};
    const auto secret = (fs::path{installation.data} / "secret").string();
    good &= say(::stat(secret.c_str(), &info) == 0 && (info.st_mode & 077) == 0,
        words()(N_("only we can read the secret")), words()(N_("Run chmod 600 {}"), secret));
    for (const auto& key : installation.log_key_files())
        good &= say(::stat(key.c_str(), &info) == 0 && (info.st_mode & 077) == 0,
            words()(N_("only we can read the key of the open log")), words()(N_("Run chmod 600 {}"), key));
    good &= say(fs::space(installation.data).available > room_wanted,
        words()(N_("there is room on the disk")), words()(N_("Make room: 200 MB at least")));
    good &= database_is_whole(installation);
    good &= newest_is_witnessed(installation);
    good &= backups_forget(keys);
    const Clock clock{"Europe/Stockholm"};
    good &= say(now() > Instant{std::chrono::sys_days{std::chrono::January / 1 / 2025}},
        words()(N_("the clock is set: {}"), time::iso(clock.local(now()))),
        words()(N_("Set the machine's clock")));
    return good ? 0 : 1;
}

}  // namespace

void add_upkeep(CLI::App& program, int& exit_code) {
    struct Asked {
        Installation installation;
        jobs::BackupKeys keys;
    };
    const auto asked = std::make_shared<Asked>();
    auto* migrate = program.add_subcommand("migrate", "Bring the database to this program's layout");
    auto* doctor = program.add_subcommand("doctor", "Say what is wrong with an installation");
    for (auto* command : {migrate, doctor}) add_installation(*command, asked->installation);
    add_backup_keys(*doctor, asked->keys);

    migrate->callback([asked, &exit_code] {
        exit_code = run_command([&] {
            (void)store::open_and_migrate(asked->installation, now());
            return 0;
        });
    });
    doctor->callback([asked, &exit_code] {
        exit_code = run_command([&] { return examine(asked->installation, asked->keys); });
    });
}

}  // namespace medskapa::cli
