#pragma once

#include "cli/serve.hpp"

#include <functional>

namespace CLI {
class App;
}

namespace medskapa::cli {

/// The group of commands with this name, which others may have begun.
CLI::App& begun(CLI::App& program, const char* name, const char* what);

void add_place(CLI::App&, Place&);
void add_listen(CLI::App&, ServeOptions&);
void add_backup_keys(CLI::App&, BackupKeys&);

/// Runs the command and says what went wrong as one sentence on stderr.
int told(const std::function<int()>& command);

}  // namespace medskapa::cli
