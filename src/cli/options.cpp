#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

namespace medskapa::cli {

CLI::App& begun(CLI::App& program, const char* name, const char* what) {
    const auto is_it = [name](const CLI::App* one) { return one->get_name() == name; };
    for (auto* known : program.get_subcommands(is_it)) return *known;
    return *program.add_subcommand(name, what)->require_subcommand(1);
}

void add_place(CLI::App& command, Place& place) {
    command.add_option("--data", place.data, "The folder of the installation")->required();
    command.add_option("--database", place.database_url, "postgresql://... instead of the embedded database");
}

namespace {

void add_budget(CLI::App& command, const char* name, web::http::Budget& budget, const char* what) {
    command
        .add_option_function<std::string>(
            name,
            [&budget](const std::string& text) {
                const auto read = web::http::read_budget(text);
                if (!read) throw CLI::ValidationError{words().complaint(read.error().complaints.front())};
                budget = *read;
            },
            what)
        ->default_str(web::http::shown(budget));
}

}  // namespace

void add_listen(CLI::App& command, ServeOptions& options) {
    command.add_option("--listen", options.listen, "ADDRESS:PORT")->capture_default_str();
    command.add_option(
        "--base-url", options.base_url, "How visitors reach us, for example https://rus.example.org");
    command.add_option(
        "--trusted-proxy", options.trusted_proxies, "Address of a proxy whose X-Forwarded-For is believed");
    command.add_option("--workers", options.workers, "Threads that answer requests")->capture_default_str();
    command.add_option("--witnesses", options.witnesses,
        "A file of witnesses to ask for cosignatures (C2SP tlog-policy, with their addresses)");
    auto& budgets = options.budgets;
    add_budget(command, "--limit-reading", budgets.reading,
        N_("Pages that have to be made, for all who share a network: so many at once, then so many more"));
    add_budget(command, "--limit-writing", budgets.writing, N_("Inspel, answers and statements, likewise"));
    add_budget(command, "--limit-voting", budgets.voting, N_("Votes, likewise"));
    add_budget(command, "--limit-trying", budgets.trying,
        N_("Sign-in links and receipt codes that are tried, likewise"));
    command.add_flag("--wait-for-witnesses", options.waits_for_witnesses,
        "Move the log's checkpoint only when the quorum of that file has cosigned it");
    command.add_option("--backup-keys", options.backup_keys.folder,
        "The folder of the keys that backups are sealed with: those whose time is out are destroyed");
    command
        .add_option("--keep-backups", options.backup_keys.days_kept,
            "Days after a month's end until its key is destroyed")
        ->capture_default_str()
        ->check(CLI::Range(1, 3660));
    command.set_config("--config", "", "A TOML file with these options");
}

void add_backup_keys(CLI::App& command, BackupKeys& keys) {
    command.add_option("--keys", keys.folder,
        "The folder of the keys that backups are sealed with, one a month; elsewhere than both");
    command.add_option("--keep-days", keys.days_kept, "Days after a month's end until its key is destroyed")
        ->capture_default_str()
        ->check(CLI::Range(1, 3660));
}

int told(const std::function<int()>& command) {
    try {
        return command();
    } catch (const std::exception& error) {
        std::cerr << "medskapa: " << error.what() << '\n';
        return 1;
    }
}

}  // namespace medskapa::cli
