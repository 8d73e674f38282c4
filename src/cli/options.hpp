#pragma once

#include "cli/site/serve.hpp"

namespace CLI {
class App;
}

namespace medskapa::cli {

/// The group of commands with this name, which others may have begun.
CLI::App& begun(CLI::App& program, const char* name, const char* what);

void add_installation(CLI::App&, Installation&);
void add_listen(CLI::App&, ServeOptions&);
void add_backup_keys(CLI::App&, jobs::BackupKeys&);

}  // namespace medskapa::cli
