#include "jobs/backup.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

namespace medskapa::cli {
namespace {

using jobs::BackupKeys;

int back_up(const Installation& installation, const std::string& file, const BackupKeys& keys) {
    jobs::back_up(installation, file, keys, now());
    std::cout << words()(
                     keys.folder.empty()
                         ? N_("Backed up to {}, {} and, when the log has begun, {}. Keep them together.")
                         : N_("Backed up to {}, {} and, when the log has begun, {}. Keep them together, and "
                              "the keys elsewhere."),
                     file, jobs::secret_of_backup(file),
                     jobs::log_key_of_backup(file, installation.log_key_file()))
              << '\n';
    return 0;
}

int restore(const Installation& installation, const std::string& file, const BackupKeys& keys) {
    jobs::restore(installation, file, keys, now());
    std::cout << words()(
                     N_("Restored. If there is a copy of the folder logg from after the backup, put it in {} "
                        "before you start. Start with: medskapa serve --data {}"),
                     installation.data, installation.data)
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

}  // namespace

void add_backup(CLI::App& program, int& exit_code) {
    struct Asked {
        Installation installation;
        std::string file;
        BackupKeys keys;
    };
    const auto asked = std::make_shared<Asked>();
    auto* backup = program.add_subcommand("backup", "Copy the database, also while it is served");
    auto* back = program.add_subcommand("restore", "Put a backup into an empty folder or database");
    auto* forgetting =
        program.add_subcommand("forget-backups", "Destroy the keys of backups whose time is out");
    for (auto* command : {backup, back, forgetting}) {
        add_installation(*command, asked->installation);
        add_backup_keys(*command, asked->keys);
    }
    for (auto* command : {backup, back}) command->add_option("file", asked->file, "The backup")->required();
    backup->footer("Example: medskapa backup /srv/backup/rus.db --data /var/lib/medskapa --keys /srv/keys");
    forgetting->footer(
        "Example: medskapa forget-backups --data /var/lib/medskapa --keys /srv/keys --keep-days 35");
    backup->callback([asked, &exit_code] {
        exit_code = run_command([&] { return back_up(asked->installation, asked->file, asked->keys); });
    });
    back->callback([asked, &exit_code] {
        exit_code = run_command([&] { return restore(asked->installation, asked->file, asked->keys); });
    });
    forgetting->callback([asked, &exit_code] {
        exit_code = run_command([&] { return forget(asked->installation, asked->keys); });
    });
}

}  // namespace medskapa::cli
