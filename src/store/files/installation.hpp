#pragma once

#include "base/result.hpp"
#include "base/time.hpp"
#include "store/sql/connection.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace medskapa::store {

/// The installation's folder cannot be used. The complaint is a sentence for the operator.
struct InstallationUnusable : std::runtime_error {
    explicit InstallationUnusable(Complaint why)
        : std::runtime_error{why.message}, complaint{std::move(why)} {}
    Complaint complaint;
};

/// Where an installation lies: a folder with its secret and, unless a server is named, its database.
struct Installation {
    std::string data;
    std::string database_url;
    std::string signed_heads = {};  // a folder; empty: next to `data`

    sql::Database database() const;
    /// 32 bytes that receipt codes and form keys hang on. Throws InstallationUnusable when it is not there.
    std::string secret() const;
    std::string secret_file() const;
    /// The folder of what the log has signed last (store::SignedHeads): outside `data`, so that it is not put
    /// back with it, where the folder above can be written in.
    std::string signed_heads_folder() const;
    /// A file that is there after a restore until the operator has said that the log may go on.
    std::string restore_mark() const;
    /// A file that is there when a witness has seen another history of the log, likewise.
    std::string fork_mark() const;
    /// The site's own time: that of the zone which the file "time-zone" in the data folder names, as
    /// Europe/Helsinki; Europe/Stockholm without the file. Throws InstallationUnusable for a zone that the
    /// system does not know.
    Clock clock() const;
    /// The folder that the open log is published in, and served from under /logg/.
    std::string log_folder() const;
    /// Of the log's nth key: the first one's has no number.
    std::string log_key_file(std::size_t nth = 1) const;
    /// Those that are there.
    std::vector<std::string> log_key_files() const;
};

/// Makes the folder of the installation, for its owner alone. Throws InstallationUnusable.
void make_folder(const Installation&);

/// From here on the files and folders that this process makes can be read by their owner alone.
void keep_to_ourselves();

/// Opens the database for writing and brings its tables up to date. Throws InstallationUnusable when there is
/// none, or when it was made with another secret than the installation has, and sql::Error with a sentence
/// for the operator.
std::unique_ptr<sql::Connection> open_and_migrate(const Installation&, Instant now);
/// The same; in an empty place a folder, a secret and a database are made first. Throws InstallationUnusable
/// when the place is not empty but the database is gone.
std::unique_ptr<sql::Connection> begin_installation(const Installation&, Instant now);

}  // namespace medskapa::store
