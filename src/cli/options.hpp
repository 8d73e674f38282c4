#pragma once

#include "cli/serve/serve.hpp"

namespace medskapa::cli {

class Command;

/// The group of commands with this name, which others may have begun.
Command& begun(Command& program, const char* name, const char* what);

void add_installation(Command&, Installation&);
/// The same, where a database alone may be named; said to be wrong usage by the next when neither is.
void add_installation_or_database(Command&, Installation&);
/// Throws WrongUsage with that sentence when no folder is named; "" where a database alone will do.
void demand_folder(const Installation&, const char* why);
void add_listen(Command&, ServeOptions&);
void add_sign_in_services(Command&, std::string& file);
void add_mail_server(Command&, MailSettings&);
/// The server's own file, of which a command with some of its options reads those.
void add_config_of_server(Command&);
void add_backup_keys(Command&, jobs::BackupKeys&);
/// Of a command that is over soon: without a file it notes nothing.
void add_security_log(Command&, std::string& file);

}  // namespace medskapa::cli
