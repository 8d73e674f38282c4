#include "jobs/backup.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/site/checks.hpp"
#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

namespace medskapa::cli {
namespace {

using jobs::BackupKeys;

constexpr auto folder_to_forget = N_(
    "Name the folder too: its time zone says when a month has ended, and its secret that the database which "
    "notes it in the open log is its own.");

/// What the copy of a database alone lacks.
int back_up_database(const Installation& installation, const std::string& file, const BackupKeys& keys) {
    jobs::back_up(installation, file, keys, now());
    std::cout << words()(
                     N_("Backed up the database alone to {} and {}. Without the secret it is of little use: "
                        "copy the files secret and logg.key (and .2, .3, …) of the server's data folder, and "
                        "keep them with it as {}, {}.logg.key and so on."),
                     file, jobs::manifest_of_backup(file), jobs::secret_of_backup(file), file)
              << '\n';
    return 0;
}

int back_up(const Installation& installation, const std::string& file, const BackupKeys& keys) {
    if (installation.data.empty()) return back_up_database(installation, file, keys);
    jobs::back_up(installation, file, keys, now());
    std::vector<std::string> files{file, jobs::secret_of_backup(file), jobs::manifest_of_backup(file)};
    for (const auto& key : installation.log_key_files()) files.push_back(jobs::log_key_of_backup(file, key));
    std::cout << words()(keys.folder.empty()
                             ? N_("Backed up to {}. Keep them together.")
                             : N_("Backed up to {}. Keep them together, and the keys elsewhere."),
                     fmt::format("{}", fmt::join(files, ", ")))
              << '\n';
    return 0;
}

/// One JSON object, or a line a check.
void print(const jobs::BackupReport& report, const std::string& file, bool as_one_object, double seconds) {
    if (!as_one_object) return cli::print(report.checks);
    const auto& contents = report.contents;
    std::cout << nlohmann::ordered_json{{"file", file}, {"holds", report.holds()},
                     {"checks", as_json(report.checks)}, {"taken_at", time::iso(contents.taken_at)},
                     {"rows", contents.rows},
                     {"log", {{"size", contents.log.size}, {"root", base64(as_text(contents.log.root))},
                                 {"signed", report.signed_size}}},
                     {"seconds", seconds}}
                     .dump()
              << '\n';
}

double seconds_since(std::chrono::steady_clock::time_point began) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

struct Restoring {
    Installation installation;
    std::string file;
    BackupKeys keys;
    bool is_dry = false;
    bool json = false;
    std::string security_log = {};
};

/// Nothing is put anywhere, and it is remembered where there is an installation that this went well.
int rehearse(const Restoring& asked) {
    const auto began = std::chrono::steady_clock::now();
    const auto report = jobs::rehearse(asked.file, asked.keys, asked.installation.database_url, now());
    print(report, asked.file, asked.json, seconds_since(began));
    if (!asked.installation.data.empty()) jobs::remember_rehearsal(asked.installation, report, now());
    note_security(
        asked.security_log, {.event = SecurityEvent::backup_rehearsed,
                                .reason = report.holds() ? ProgramWord{"whole"} : ProgramWord{"damaged"}});
    return report.holds() ? 0 : 1;
}

int restore_on_trial(const Restoring& asked) {
    jobs::refuse_occupied(asked.installation, asked.file);
    const auto began = std::chrono::steady_clock::now();
    const auto report = jobs::rehearse(asked.file, asked.keys, asked.installation.database_url, now());
    print(report, asked.file, asked.json, seconds_since(began));
    return report.holds() ? 0 : 1;
}

/// Nobody but the operator knows where the folder is.
void print_what_is_left(const std::string& file) {
    std::cout << words()(
                     N_("Restored into the database alone. Before a server is started with it, put {} as "
                        "secret, and {}.logg.key and so on as logg.key and so on, in its data folder DIR, "
                        "unless they are there; put the newest copy of the folder logg there too; and run "
                        "medskapa log repair --data DIR --database URL, or, when there is nothing newer, "
                        "medskapa log continue --data DIR --database URL. Until then nothing is signed and "
                        "nothing received."),
                     jobs::secret_of_backup(file), file)
              << '\n';
}

int restore(const Restoring& asked) {
    if (asked.is_dry) return restore_on_trial(asked);
    const auto& installation = asked.installation;
    const auto began = std::chrono::steady_clock::now();
    const auto report = jobs::restore(installation, asked.file, asked.keys, now());
    note_security(asked.security_log, {.event = SecurityEvent::backup_restored});
    print(report, asked.file, asked.json, seconds_since(began));
    if (asked.json) return 0;
    if (installation.data.empty()) {
        print_what_is_left(asked.file);
        return 0;
    }
    std::cout
        << words()(N_("Restored. The open log is signed again, and the site takes what people send, when you "
                      "have "
                      "answered whether it was signed after the backup: put the newest copy of the folder "
                      "logg in {} "
                      "and run medskapa log repair --data {}, or, when there is nothing newer, medskapa log "
                      "continue --data {}. Then start with: medskapa serve --data {}"),
               installation.data, installation.data, installation.data, installation.data)
        << '\n';
    return 0;
}

int forget(const Installation& installation, const BackupKeys& keys) {
    const auto months = jobs::forget_backups(installation, keys, now());
    if (months.empty())
        std::cout << words()(N_("No key's time is out.")) << '\n';
    else
        std::cout << words()(N_("Destroyed the keys of {}. No backup from then can be read any more."),
                         fmt::format("{}", fmt::join(months, ", ")))
                  << '\n';
    return 0;
}

void add_restore(Command& program, int& exit_code) {
    const auto asked = std::make_shared<Restoring>();
    auto* command = program.add_subcommand("restore", "Put a backup into an empty folder or database");
    add_installation_or_database(*command, asked->installation);
    add_backup_keys(*command, asked->keys);
    command->add_option("file", asked->file, "The backup")->required();
    command->add_flag(
        "--dry-run", asked->is_dry, "Only restore to a scratch folder, and say whether it is whole");
    command->add_flag("--json", asked->json, "Print one JSON object");
    add_security_log(*command, asked->security_log);
    command->footer("Example: medskapa restore /srv/backup/rus.db --data /var/lib/medskapa --dry-run --json");
    command->callback([asked, &exit_code] {
        demand_folder(asked->installation, "");
        exit_code = run_command([&] { return restore(*asked); });
    });
}

void add_rehearse(Command& program, int& exit_code) {
    const auto asked = std::make_shared<Restoring>();
    auto* command = program.add_subcommand(
        "rehearse", "Restore a backup to a scratch folder, and say whether it is whole");
    command->add_option("--backup", asked->file, "The backup")->required();
    command
        ->add_option("--data", asked->installation.data,
            "The installation that is to remember when it went well, for doctor")
        ->check(a_folder());
    command
        ->add_option("--database", asked->installation.database_url,
            "postgresql://... of a server where a scratch database may be made, for a backup from PostgreSQL")
        ->envname(variable_of_database)
        ->check(an_address());
    add_backup_keys(*command, asked->keys);
    command->add_flag("--json", asked->json, "Print one JSON object");
    add_security_log(*command, asked->security_log);
    command->footer("Example: medskapa rehearse --backup /srv/backup/rus.db --data /var/lib/medskapa");
    command->callback([asked, &exit_code] { exit_code = run_command([&] { return rehearse(*asked); }); });
}

}  // namespace

void add_backup(Command& program, int& exit_code) {
    struct Asked {
        Installation installation;
        std::string file;
        BackupKeys keys;
        std::string security_log = {};
    };
    const auto asked = std::make_shared<Asked>();
    auto* backup = program.add_subcommand("backup", "Copy the database, also while it is served");
    auto* forgetting =
        program.add_subcommand("forget-backups", "Destroy the keys of backups whose time is out");
    for (auto* command : {backup, forgetting}) {
        add_installation_or_database(*command, asked->installation);
        add_backup_keys(*command, asked->keys);
    }
    backup->add_option("file", asked->file, "The backup")->required();
    add_security_log(*backup, asked->security_log);
    backup->footer("Example: medskapa backup /srv/backup/rus.db --data /var/lib/medskapa --keys /srv/keys");
    forgetting->footer(
        "Example: medskapa forget-backups --data /var/lib/medskapa --keys /srv/keys --keep-days 35");
    backup->callback([asked, &exit_code] {
        demand_folder(asked->installation, "");
        exit_code = run_command([&] {
            const auto code = back_up(asked->installation, asked->file, asked->keys);
            note_security(asked->security_log, {.event = SecurityEvent::backup_made});
            return code;
        });
    });
    add_restore(program, exit_code);
    add_rehearse(program, exit_code);
    forgetting->callback([asked, &exit_code] {
        demand_folder(asked->installation, folder_to_forget);
        exit_code = run_command([&] { return forget(asked->installation, asked->keys); });
    });
}

}  // namespace medskapa::cli
