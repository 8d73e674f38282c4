#pragma once

#include "cli/serve/serve.hpp"

namespace CLI {
class App;
}

namespace medskapa::cli {

/// The group of commands with this name, which others may have begun.
CLI::App& begun(CLI::App& program, const char* name, const char* what);

void add_installation(CLI::App&, Installation&);
void add_listen(CLI::App&, ServeOptions&);
void add_mail_server(CLI::App&, MailSettings&);
/// The server's own file, of which a command with some of its options reads those.
void add_config_of_server(CLI::App&);
void add_backup_keys(CLI::App&, jobs::BackupKeys&);

}  // namespace medskapa::cli
