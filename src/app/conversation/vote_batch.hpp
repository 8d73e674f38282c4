#pragma once

#include "engine/openlog/audit/openings.hpp"
#include "engine/openlog/audit/receipt.hpp"
#include "store/conversation/vote_batch_store.hpp"

/// How the open log stands for votes: by batches of commitments, each with a salt of its own.
namespace medskapa::app {

/// A vote and the promise that the log's entry holds of it.
struct CommittedVote {
    store::VoteLine line;
    openlog::Opening opening;
    Digest commitment;
};
/// By commitment, so that the order tells nothing of time. O(n log n).
std::vector<CommittedVote> committed(const std::string& salt_key, const std::vector<store::VoteLine>&);
std::vector<CommittedVote> committed(sql::Connection&, const Activity&, const store::VoteBatch&);
/// What the entry says of them: the root of the tree over the commitments.
Digest root_of(const std::vector<CommittedVote>&);

/// What shows that a vote was counted in: its opening, its place in its batch, and the batch's entry.
struct VoteReceipt {
    std::int64_t log_place = 0;
    openlog::Opening opening;
    openlog::BatchPlace batch;
};
/// Nothing as long as the vote waits for its batch.
std::optional<VoteReceipt> receipt_of(sql::Connection&, const Activity&, const store::VoteLine&);

/// Whether the votes have been opened for everybody to count: when the conversation is frozen.
bool is_opened(sql::Connection&, const Activity&);
class OpenedVotes;
/// The rows about one batch of the file that opens the votes. Votes that were changed later stay closed, and
/// so do those that would show fewer than five people.
std::string openings_of(sql::Connection&, const Activity&, const store::VoteBatch&, const OpenedVotes&);
/// The whole file. Throws std::logic_error before the votes are opened.
std::string openings_file(sql::Connection&, const Activity&);

/// Where the file, and the result that it goes with, lie on the site.
std::string openings_address(const Process&, const Activity&);
std::string result_address(const Process&, const Activity&);
/// How many votes are opened in it, and how many stay closed.
struct OpenedCount {
    std::int64_t opened = 0;
    std::int64_t withheld = 0;
};
OpenedCount count_opened(sql::Connection&, const Activity&);

/// Whether so many people have voted that nobody is seen among them.
bool are_enough_people(const std::vector<store::VoteLine>&);

}  // namespace medskapa::app
