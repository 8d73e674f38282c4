#pragma once

#include "domain/conversation/statement.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

/// The votes that the open log has commitments to.
namespace medskapa::store {

/// Votes that one entry of the log stands for: those after one line of the history up to another.
struct VoteBatch {
    std::int64_t after = 0;
    std::int64_t last_cast = 0;
    std::int64_t votes = 0;
    std::int64_t log_place = 0;
    std::string salt_key;     // the salts follow from it
    std::string opened = {};  // numbers of statements, with spaces between
};
/// In the order in which the log committed to them.
std::vector<VoteBatch> batches_of(sql::Connection&, Id<Activity>);
std::optional<VoteBatch> last_batch(sql::Connection&, Id<Activity>);
void add(sql::Transaction&, const Conversation&, const VoteBatch&);
/// Keeps which statements' votes in the batch may be seen.
void set_opened(sql::Transaction&, Id<Activity>, const VoteBatch&);

/// A line of the history.
struct VoteLine {
    std::int64_t place = 0;
    std::int64_t participant = 0;  // 0: erased
    int statement = 0;             // number
    Stance stance = Stance::pass;
    bool counts = false;  // the person has not changed their mind since
};
/// In order; at most `limit` after the place `after`.
std::vector<VoteLine> vote_lines(sql::Connection&, Id<Activity>, std::int64_t after, std::int64_t limit);
/// A person's votes that count, by statement number.
std::vector<VoteLine> own_lines(sql::Connection&, Id<Participant>);

}  // namespace medskapa::store
