#pragma once

#include "domain/authorisation.hpp"
#include "opinion/exchange/polis_export.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// A stored conversation as the engine takes it, and its statements as Polis' export tells them: all that is
/// needed to draw its map anew. O(votes given).
struct StoredTalk {
    opinion::Conversation votes;
    std::vector<opinion::exchange::Comment> comments;
};
StoredTalk stored_talk(sql::Connection&, const Activity&);

/// One line of votes.csv for each vote given, in order; at most `limit` of them after the place `after`.
/// Returns the last one's place, or nothing when there are no more.
std::optional<std::int64_t> write_votes(
    sql::Connection&, const Activity&, std::int64_t after, int limit, std::ostream&);

}  // namespace medskapa::app
