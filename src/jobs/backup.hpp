#pragma once

#include "store/files/installation.hpp"

#include <string>
#include <vector>

/// Backups of an installation, and what becomes of them. Each throws store::InstallationUnusable, with a
/// sentence for the operator, when it refuses, and std::runtime_error when the disk does.
namespace medskapa::jobs {

/// What a backup is encrypted with: a folder of keys, one a month; empty, and backups are not encrypted.
struct BackupKeys {
    std::string folder;
    int days_kept = 35;  // after the end of its month
};

/// Copies the database as it is at one moment, while it is served, and what goes with it: the installation's
/// secret
/// ("FILE.secret") and the log's keys ("FILE.logg.key", "FILE.logg.key.2").
void back_up(const store::Installation&, const std::string& file, const BackupKeys&, Instant now);
/// Where those lie that go with the backup.
std::string secret_of_backup(const std::string& file);
std::string log_key_of_backup(const std::string& file, const std::string& key_file);

/// Puts a backup, encrypted or not, into an empty place.
void restore(const store::Installation&, const std::string& file, const BackupKeys&, Instant now);

/// Destroys the keys whose time is out, which is noted in the log. Returns their months.
std::vector<std::string> forget_backups(const store::Installation&, const BackupKeys&, Instant now);

}  // namespace medskapa::jobs
