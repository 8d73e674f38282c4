#pragma once

#include "domain/conversation/statement.hpp"
#include "store/sql/connection.hpp"

#include <vector>

/// What has been published of a conversation's votes, for the rule that decides what may follow.
namespace medskapa::store {

struct ReleasedVersion {
    int version = 0;
    std::string statements;  // JSON
    std::string partitions;  // JSON
};
/// In order.
std::vector<ReleasedVersion> released_versions(sql::Connection&, Id<Activity>);
/// In place of the same version kept before.
void keep(sql::Transaction&, const Conversation&, const ReleasedVersion&);

/// A person's votes as they were on the map from this version on.
struct ReleasedBallot {
    std::int64_t participant = 0;
    int version = 0;
    std::string votes;
};
/// By version. Those of voters who have been erased are not there.
std::vector<ReleasedBallot> released_ballots(sql::Connection&, Id<Activity>);
void add(sql::Transaction&, const Conversation&, const ReleasedBallot&);

/// How many people wait for the next version, in fives.
int waiting_voters(sql::Connection&, Id<Activity>);
void set_waiting_voters(sql::Transaction&, const Conversation&, int people);

}  // namespace medskapa::store
