#pragma once

#include "engine/opinion/conversation.hpp"

#include <vector>

namespace medskapa::opinion {

/// Two participants with statements in common, and on how many of those they voted the same.
struct Likeness {
    std::uint32_t one = 0;  // places in the order that was given
    std::uint32_t other = 0;
    std::size_t shared = 0;
    std::size_t equal = 0;
    double expected = 0;  // such pairs by chance alone, once it has been reckoned
};

/// Pairs among `seats` who voted the same on at least nine in ten of at least fifteen statements in common,
/// rising. All with the very same votes are linked in a chain. Of others, two are compared when they voted
/// the same on the eight statements that come first to each in one of some orders of the statements, and
/// stand close together in `seats` among all who did: who share most of their statements are very likely to
/// be seen, who share few may not be. O(votes), never each with each.
std::vector<Likeness> alike_pairs(const Conversation&, const std::vector<std::uint32_t>& seats);

/// Those who hang together by links.
struct LinkedSet {
    std::vector<std::uint32_t> members;  // rising, at least two
    std::vector<Likeness> links;
};

/// The sets among places 0..count-1, in the order of their first members.
std::vector<LinkedSet> linked_sets(std::size_t count, const std::vector<Likeness>& links);

}  // namespace medskapa::opinion
