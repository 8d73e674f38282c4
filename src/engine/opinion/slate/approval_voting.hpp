#pragma once

#include "engine/opinion/slate/profile.hpp"

namespace medskapa::opinion {

/// One statement after another, each the one that gains most: a person counts for less the more of theirs is
/// chosen already, 1, 1/2, 1/3 ... (Thiele 1895, sequential proportional approval voting). In whole numbers.
struct ApprovalVoting {
    Profile::Slate slate;
    std::vector<std::int64_t> gains;  // of each choice, in `unit`ths of a person
    std::int64_t unit = 1;
};

/// Chooses until `places` are taken, at most `longest_slate`, or nothing allowed is left; goes on from what
/// `chosen` has. The more approved of two equal ones, then the lower. O(places * approvals).
ApprovalVoting approval_voting(const Profile&, std::size_t places, Profile::Slate chosen = {});

/// Everybody has the same to spend; a statement is bought by who approves it, who share the price as evenly
/// as they can, and the one that asks least of each goes first (the method of equal shares: Peters,
/// Pierczyński and Skowron 2021). May end before `places` are taken.
struct EqualShares {
    Profile::Slate slate;
    std::vector<double> prices;  // the most that anybody paid for each; everybody begins with `places`
};

/// Equal ones as above, where prices within 1e-9 of each other are equal. O(places * approvals + places *
/// people log people).
EqualShares equal_shares(const Profile&, std::size_t places);

/// What equal shares leave free is filled by approval voting: no group that is large enough is left out.
Profile::Slate completed_equal_shares(const Profile&, std::size_t places);

}  // namespace medskapa::opinion
