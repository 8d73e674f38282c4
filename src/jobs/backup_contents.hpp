#pragma once

#include "engine/openlog/tree/proof.hpp"
#include "store/sql/connection.hpp"

#include <map>
#include <optional>
#include <string>

namespace medskapa::jobs {

/// What a database holds, in numbers: written next to a backup, and counted again when it is restored.
struct BackupContents {
    Instant taken_at;
    std::map<std::string, std::int64_t> rows;  // of each table
    openlog::TreeHead log;                     // computed from its entries
    std::string sha256 = {};  // of the backup's file, in hexadecimal; empty where there is none
    bool is_of_database_alone =
        false;  // made without the data folder: the secret and the log's keys lie there
};

/// The log's size and root, from its entries.
openlog::TreeHead computed_log(sql::Connection&);
/// Counts, and computes the log anew. O(rows) time.
BackupContents contents_of(sql::Connection&, Instant now);

/// One JSON object: taken_at, sha256, rows, log.size, log.root; is_of_database_alone where it is.
std::string as_json(const BackupContents&);
/// Nothing when it is not what as_json() writes.
std::optional<BackupContents> read_contents(const std::string& json);

}  // namespace medskapa::jobs
