#pragma once

#include "store/inspel/inspel_store.hpp"
#include "store/sql/connection.hpp"

#include <string>
#include <vector>

/// The kept counts against the rows that they count.
namespace medskapa::store {

struct DifferingCount {
    std::string name;  // "desk/unsplit", "share/citizen/2326/web"
    std::int64_t kept = 0;
    std::int64_t recounted = 0;

    bool operator==(const DifferingCount&) const = default;
};

/// Counts every row of the process anew, and returns what the kept counts have otherwise. O(inspel + issues).
std::vector<DifferingCount> counts_that_differ(sql::Connection&, Id<Process>);

}  // namespace medskapa::store
