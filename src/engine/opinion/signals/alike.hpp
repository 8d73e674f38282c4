#pragma once

#include "engine/opinion/conversation.hpp"
#include "engine/opinion/signals/likeness.hpp"
#include "engine/opinion/signals/moments.hpp"

#include <optional>

namespace medskapa::opinion {

/// Somebody with enough votes to be judged.
struct Judged {
    std::uint32_t seat = 0;
    std::optional<std::int64_t> began = {};  // the first vote's time, where known
};

/// In the order in which they began, those of one moment by id; of unknown time last.
std::vector<Judged> judged(const Conversation&, const FirstVotes&);

/// The pairs that chance does not explain: drawn from the statements' totals, the votes of all who are judged
/// would give at most one such pair, by Hoeffding's bound (JASA 58, 1963, theorem 1). Where nearly all agree
/// on everything nobody is left. O(votes of the pairs).
std::vector<Likeness> beyond_chance(
    const Conversation&, const std::vector<Judged>&, std::vector<Likeness> links);

/// Each voted the same as another of them on all statements that the two share, at least fifteen.
struct AlikeVoters {
    std::vector<ParticipantId> participants;  // rising
    std::size_t fewest_shared = 0;            // statements
    double expected_pairs = 0;                // by chance alone among all who are judged, at most; 0..1
};
std::vector<AlikeVoters> alike_voters(
    const Conversation&, const std::vector<Judged>&, std::vector<Likeness> links);

/// At least five who began within the same ten minutes and each voted as another of them did, on nine in ten
/// of what the two share. Of a chain of likeness over a longer time these are the ten minutes in which most
/// of it began.
struct Ring {
    std::vector<ParticipantId> participants;  // rising
    Window began;                             // their first votes
    double agreement = 0;                     // share of equal votes over the pairs compared, 0.9..1
};
std::vector<Ring> rings(const Conversation&, const std::vector<Judged>&, std::vector<Likeness> links);

}  // namespace medskapa::opinion
