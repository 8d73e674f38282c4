#pragma once

#include "engine/opinion/plane/landscape.hpp"

#include <span>

namespace medskapa::opinion {

/// Who approves what: an agreeing vote does, anything else does not. A slate is a few of the statements,
/// by their index, in the order in which they were chosen.
struct Profile {
    using Slate = std::vector<std::size_t>;

    std::size_t people = 0;
    std::vector<std::vector<std::uint32_t>> approvers;  // by statement: people 0..people-1, rising
    Slate allowed;                                      // which may be on a slate, rising

    static constexpr std::int32_t fewest_votes = 5;  // of a statement that may be on one
};

/// A slate has at most so many statements.
inline constexpr std::size_t longest_slate = 10;

/// The people in conversation, in the landscape's order. O(votes).
Profile profile_of(const Conversation& active, const Landscape&);

/// By person: how many of the slate they approve.
std::vector<std::uint32_t> approved_by_person(const Profile&, std::span<const std::size_t> slate);

/// A group that a slate leaves out though it is large enough to have a say: people who all approve one more
/// statement, and of whom nobody has `deserved` of theirs on the slate.
struct LeftOut {
    std::size_t statement = 0;  // that they all approve
    std::size_t deserved = 0;   // how many of theirs they should have
    std::size_t people = 0;

    bool operator==(const LeftOut&) const = default;
};

/// The first group that a slate of `places` leaves out, fewest deserved first; nothing when it leaves nobody
/// out. (EJR+: Brill and Peters 2023.) O(places * approvals).
std::optional<LeftOut> left_out_by(const Profile&, const Profile::Slate&, std::size_t places);

}  // namespace medskapa::opinion
