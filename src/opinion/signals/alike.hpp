#pragma once

#include "opinion/conversation.hpp"
#include "opinion/signals/likeness.hpp"
#include "opinion/signals/moments.hpp"

#include <optional>

namespace medskapa::opinion {

/// Somebody with enough votes to be judged.
struct Judged {
    std::uint32_t seat = 0;
    std::optional<std::int64_t> began = {};  // the first vote's time, where known
};

/// In the order in which they began, those of one moment by id; of unknown time last.
std::vector<Judged> judged(const Conversation&, const FirstVotes&);

/// Each voted the same as another of them on all statements that the two share, at least fifteen.
struct AlikeVoters {
    std::vector<ParticipantId> participants;  // rising
    std::size_t fewest_shared = 0;            // statements
    /// How many such pairs chance alone would give among all who are judged, were everybody's votes drawn
    /// from the statements' totals. Above one the likeness says nothing.
    double expected_pairs = 0;
};
std::vector<AlikeVoters> alike_voters(
    const Conversation&, const std::vector<Judged>&, std::vector<Likeness> links);

/// At least five who each began within ten minutes of another of them and voted as that one did, on nine in
/// ten of what they share.
struct Ring {
    std::vector<ParticipantId> participants;  // rising
    Window began;                             // their first votes
    double agreement = 0;                     // share of equal votes over the pairs compared, 0.9..1
};
std::vector<Ring> rings(const Conversation&, const std::vector<Judged>&, std::vector<Likeness> links);

}  // namespace medskapa::opinion
