#include "cli/options.hpp"

#include "cli/command.hpp"

namespace medskapa::cli {

Command& begun(Command& program, const char* name, const char* what) {
    if (auto* known = program.find(name)) return *known;
    return *program.add_subcommand(name, what)->require_subcommand(1);
}

namespace {

void add_database(Command& command, Installation& installation) {
    command
        .add_option(
            "--database", installation.database_url, "postgresql://... instead of the embedded database")
        ->envname(variable_of_database)
        ->check(an_address());
    command.add_option("--signed-heads", installation.signed_heads,
        "The folder where what the open log signed last is kept, apart from what is backed up and restored; "
        "else DATA.signed");
}

}  // namespace

void add_installation(Command& command, Installation& installation) {
    command.add_option("--data", installation.data, "The folder of the installation")
        ->required()
        ->check(a_folder());
    add_database(command, installation);
}

void add_installation_or_database(Command& command, Installation& installation) {
    command.add_option("--data", installation.data, "The folder of the installation")->check(a_folder());
    add_database(command, installation);
}

void demand_folder(const Installation& installation, const char* why) {
    if (!installation.data.empty()) return;
    if (installation.database_url.empty())
        throw WrongUsage{"--data", words()(N_("Name the folder of the installation."))};
    if (*why != '\0') throw WrongUsage{"--data", words()(why)};
}

namespace {

void add_budget(Command& command, const char* name, web::http::Budget& budget, const char* what) {
    command
        .add_option_function(
            name,
            [&budget, name](const std::string& text) {
                const auto read = web::http::read_budget(text);
                if (!read) throw WrongUsage{name, words().complaint(read.error().complaints.front())};
                budget = *read;
            },
            what)
        ->default_str(web::http::shown(budget));
}

void add_budgets(Command& command, web::http::Budgets& budgets) {
    add_budget(command, "--limit-reading", budgets.reading,
        N_("Pages that have to be made, for all who share a network: so many at once, then so many more"));
    add_budget(command, "--limit-writing", budgets.writing, N_("Inspel, answers and statements, likewise"));
    add_budget(command, "--limit-voting", budgets.voting, N_("Votes, likewise"));
    add_budget(command, "--limit-trying", budgets.trying,
        N_("Sign-in links and receipt codes that are tried, likewise"));
}

void add_witnesses(Command& command, ServeOptions& options) {
    command.add_option("--witnesses", options.witnesses,
        "A file of witnesses to ask for cosignatures (C2SP tlog-policy, with their addresses)");
    command
        .add_option("--witness-queries", options.queries_a_day,
            "How often a day each witness is asked at most: what its network allows (qpd)")
        ->check(in_range(24, 86'400))
        ->capture_default_str();
}

/// The keys of backups as the server has them, which destroys those whose time is out.
void add_keys_to_destroy(Command& command, jobs::BackupKeys& keys) {
    command.add_option("--backup-keys", keys.folder,
        "The folder of the keys that backups are encrypted with: those whose time is out are destroyed");
    command
        .add_option("--keep-backups", keys.days_kept, "Days after a month's end until its key is destroyed")
        ->capture_default_str()
        ->check(in_range(1, 3660));
}

}  // namespace

void add_listen(Command& command, ServeOptions& options) {
    command.add_option("--listen", options.listen, "ADDRESS:PORT")->capture_default_str();
    command.add_option(
        "--base-url", options.base_url, "How visitors reach us, for example https://rus.example.org");
    command.add_option(
        "--trusted-proxy", options.trusted_proxies, "Address of a proxy whose X-Forwarded-For is believed");
    command.add_option("--workers", options.workers, "Threads that answer requests")->capture_default_str();
    command.add_option("--metrics", options.metrics,
        "ADDRESS:PORT of a page /matt (or /metrics) for Prometheus; keep it from the world");
    add_witnesses(command, options);
    add_budgets(command, options.budgets);
    add_mail_server(command, options.mail);
    add_sign_in_services(command, options.sign_in_services);
    command.add_flag("--wait-for-witnesses", options.waits_for_witnesses,
        "Move the log's checkpoint only when the quorum of that file has cosigned it");
    add_keys_to_destroy(command, options.backup_keys);
    command.add_option("--security-log", options.security_log,
        "A file for lines about sign-ins, refusals and changes; else they stand on stderr, after "
        "medskapa-security:");
    command.add_option_function(
        "--config", [&command](const std::string& file) { command.read_config(file); },
        N_("A TOML file with these options, as listen = \"127.0.0.1:8080\"; the command line goes before "
           "it"));
}

void add_sign_in_services(Command& command, std::string& file) {
    command.add_option("--sign-in-services", file,
        "A TOML file of OpenID Connect providers that staff may sign in by, a section for each");
}

void add_mail_server(Command& command, MailSettings& mail) {
    command.add_option("--mail-server", mail.server,
        "smtp://HOST:587 or smtps://HOST:465 that takes our mail; without it none is sent");
    command.add_option("--mail-from", mail.from, "The address that our mail comes from");
    command.add_option(
        "--mail-name", mail.name, "The region's name, as sender; else the process' name stands there");
    command.add_option("--mail-user", mail.user, "The name that we sign in to the mail server with");
    command.add_option("--mail-password-file", mail.password_file, "A file that holds its password alone");
    command.add_option(
        "--mail-trust", mail.trusted, "A file of certificates (PEM) to trust in place of the system's");
    command.add_flag("--mail-unencrypted", mail.is_unencrypted,
        "Send without encryption where the mail server offers none; only to this machine itself");
}

void add_config_of_server(Command& command) {
    command.add_option_function(
        "--config",
        [&command](const std::string& file) { command.read_config(file, Command::OtherOptions::ignored); },
        N_("The TOML file that the server is started with"));
}

void add_security_log(Command& command, std::string& file) {
    command.add_option(
        "--security-log", file, "A file where a line says that it was done: the one that serve has");
}

void add_backup_keys(Command& command, jobs::BackupKeys& keys) {
    command.add_option("--keys", keys.folder,
        "The folder of the keys that backups are encrypted with, one a month; elsewhere than both");
    command.add_option("--keep-days", keys.days_kept, "Days after a month's end until its key is destroyed")
        ->capture_default_str()
        ->check(in_range(1, 3660));
}

}  // namespace medskapa::cli
