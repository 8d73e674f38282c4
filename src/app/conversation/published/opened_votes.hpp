#pragma once

#include "app/conversation/vote_batch.hpp"
#include "engine/opinion/privacy/pair_rule.hpp"

#include <set>

/// Which of the committed votes may be opened: docs/adr/0013-published-votes.md.
namespace medskapa::app {

/// Which statements' votes may be seen in each batch, by the batch's last vote. In a batch and on a statement
/// each way of voting has nobody or five people and more, and so have those that stay closed of all on the
/// map. O(votes).
std::map<std::int64_t, std::set<int>> openable(sql::Connection&, const Activity&);

/// What is opened of the batches, as was decided when the conversation was frozen.
class OpenedVotes {
public:
    OpenedVotes(sql::Connection&, const Activity&);

    bool is_open(const store::VoteBatch&, const store::VoteLine&) const;

private:
    /// Whether the last version has the vote.
    bool is_on_map(const store::VoteLine&) const;

    friend std::map<std::int64_t, std::set<int>> openable(sql::Connection&, const Activity&);

    std::optional<opinion::Release> last_;
    std::map<std::int64_t, std::set<int>> opened_;
};

}  // namespace medskapa::app
