#pragma once

#include "domain/inspel/inspel.hpp"
#include "store/sql/connection.hpp"

#include <vector>

/// What came in from whom and from where, and how much of it led to other words: kept in the transaction of
/// each act that changes it, and read as it stands.
namespace medskapa::store {

/// How much came from some of the senders, and how much of it led to a change in the text.
struct Share {
    std::int64_t inspel = 0;
    std::int64_t issues = 0;
    std::int64_t inspel_to_change = 0;
    std::int64_t issues_to_change = 0;

    Share& operator+=(const Share&);
    Share operator-() const { return {-inspel, -issues, -inspel_to_change, -issues_to_change}; }
    bool operator==(const Share&) const = default;
};

/// The published inspel of some senders: of one kind, from one place, through one channel.
struct SharePart {
    std::string actor_kind;
    std::string municipality;  // a code, "outside" or nothing
    std::string channel;
    Share share;
};

/// Those that hold something.
std::vector<SharePart> shares_of(sql::Connection&, Id<Process>);
/// What one inspel is of a share while it is published. A change counts when it leads to a frozen version
/// and its words stand.
Share share_of(sql::Connection&, Id<Inspel>);
void add_to_share(sql::Transaction&, Id<Inspel>, const Share&);
/// Counts anew what led to a change, and the changes: a version has been frozen, or judged again. O(causes).
void count_changes(sql::Transaction&, Id<Process>);

}  // namespace medskapa::store
