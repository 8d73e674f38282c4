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

    sql::Database database() const;
    /// 32 bytes, made at the first start, readable by the owner only. Throws InstallationUnusable.
    std::string secret() const;
    /// The folder that the open log is published in, and served from under /logg/.
    std::string log_folder() const;
    /// Of the log's nth key: the first one's has no number.
    std::string log_key_file(std::size_t nth = 1) const;
    /// Those that are there.
    std::vector<std::string> log_key_files() const;
};

/// Opens the database for writing and brings its tables up to date. Throws sql::Error with a sentence for the
/// operator.
std::unique_ptr<sql::Connection> open_and_migrate(const Installation&, Instant now);

}  // namespace medskapa::store
