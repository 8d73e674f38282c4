#pragma once

#include "engine/opinion/conversation.hpp"

#include <array>

namespace medskapa::opinion {

/// How a statement was voted on; passes are votes.
struct Tally {
    std::int32_t agrees = 0;
    std::int32_t disagrees = 0;
    std::int32_t votes = 0;

    std::int32_t passes() const { return votes - agrees - disagrees; }
    Tally& operator+=(const Tally&);
    Tally& operator-=(const Tally&);
    bool operator==(const Tally&) const = default;
};

/// Parts of all votes, passes among them; all 0 without votes.
struct Shares {
    double agree = 0;
    double disagree = 0;
    double pass = 0;
};
Shares shares(const Tally&);

/// How many voted each way, by Ballot::code().
using Counts = std::vector<std::array<std::int32_t, 3>>;

/// One tally a statement.
std::vector<Tally> tallies(const Counts&);

/// Over everybody. O(statements) when the conversation's pairs are counted, else O(votes).
std::vector<Tally> tally_everyone(const Conversation&);

}  // namespace medskapa::opinion
