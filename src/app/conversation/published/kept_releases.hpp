#pragma once

#include "engine/opinion/privacy/pair_rule.hpp"
#include "store/conversation/release_store.hpp"

/// Every version that was ever published, between the engine and the database.
namespace medskapa::app {

/// In order. O(ballots kept).
std::vector<opinion::Release> releases_of(sql::Connection&, Id<Activity>);

/// Keeps the last of the releases: its people, and the ballots that are others than in the one before.
void keep_last(sql::Transaction&, const Conversation&, std::span<const opinion::Release>);
/// Keeps figures that have been added to the last of them.
void keep_partitions(sql::Transaction&, const Conversation&, std::span<const opinion::Release>);

}  // namespace medskapa::app
