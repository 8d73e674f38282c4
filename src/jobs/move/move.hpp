#pragma once

#include "engine/openlog/tree/proof.hpp"
#include "store/files/installation.hpp"
#include "store/move/move_rows.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace medskapa::jobs {

/// What was moved, and found the same on both sides.
struct MoveReport {
    std::map<std::string, std::int64_t> rows;  // of each table
    std::string digest;                        // of all that stands in them, in hexadecimal
    openlog::TreeHead log;                     // computed from its entries
    bool lacks_secret = false;                 // in the folder that the database now lies in

    std::int64_t all_rows() const;
};

/// Brings all that stands in the database of one place into another, empty one: from an installation's folder
/// to a PostgreSQL server, back, or from one server to another. A folder keeps its secret and the log's
/// files. What is read is not changed, and held still meanwhile. Throws store::InstallationUnusable with a
/// sentence for the operator, and leaves the place as empty as it was, when it refuses or when anything
/// differs afterwards: the rows of a table, what stands in them, the log's root.
MoveReport move(const std::string& from, const std::string& to, Instant now, const store::MoveProgress& = {});

}  // namespace medskapa::jobs
