#pragma once

#include "jobs/examine_backup.hpp"
#include "store/files/installation.hpp"

#include <optional>
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
/// secret ("FILE.secret"), the log's keys ("FILE.logg.key", "FILE.logg.key.2") and what the copy holds in
/// numbers ("FILE.manifest"). Where the installation names no folder the copy is of a server's database
/// alone, as its manifest says: secret and keys must be kept next to it by whoever has them.
void back_up(const store::Installation&, const std::string& file, const BackupKeys&, Instant now);
/// Where those lie that go with the backup.
std::string secret_of_backup(const std::string& file);
std::string log_key_of_backup(const std::string& file, const std::string& key_file);

std::string manifest_of_backup(const std::string& file);
/// As its manifest says.
bool is_of_database_alone(const std::string& file);

/// Puts a backup, encrypted or not, into an empty place, when it is whole; else nothing is left there, but in
/// a database server what could be restored. Refuses a place where there is anything already. Leaves the mark
/// that stops the log until the operator has answered; where the installation names no folder only the
/// database is filled, and the mark lies in it until it is opened with its folder.
BackupReport restore(const store::Installation&, const std::string& file, const BackupKeys&, Instant now);

/// Puts a backup into a scratch folder, and for PostgreSQL into a scratch database on the server that
/// `server` names, looks whether it is whole, and takes all of it away again.
BackupReport rehearse(const std::string& file, const BackupKeys&, const std::string& server, Instant now);
/// Says no more than whether restore() would find an empty place.
void refuse_occupied(const store::Installation&, const std::string& file);

/// When a backup was last made, as the installation remembers it.
std::optional<Instant> last_backup(const store::Installation&);

/// When a backup was last rehearsed with success, as the installation remembers it.
std::optional<Instant> last_rehearsal(const store::Installation&);
void remember_rehearsal(const store::Installation&, const BackupReport&, Instant now);

/// Destroys the keys whose time is out, which is noted in the log. Returns their months.
std::vector<std::string> forget_backups(const store::Installation&, const BackupKeys&, Instant now);

}  // namespace medskapa::jobs
