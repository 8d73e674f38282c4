#pragma once

#include "cli/terminal.hpp"

#include <chrono>
#include <string>

namespace medskapa::cli {

/// What a backup is sealed with: a folder of keys, one a month; empty, and backups are not sealed.
struct BackupKeys {
    std::string folder;
    int days_kept = 35;  // after the end of its month
};

/// Copies the database as it is at one moment, while it is served, and what hangs with it. Throws
/// std::runtime_error with a sentence for the operator, like the others here.
void back_up(const Installation&, const std::string& file, const BackupKeys&);
/// Puts a backup, sealed or not, into an empty place.
void restore(const Installation&, const std::string& file, const BackupKeys&);
/// Destroys the keys whose time is out. Returns the months that the log was told of.
std::vector<std::string> forget_backups(const Installation&, const BackupKeys&);

}  // namespace medskapa::cli
