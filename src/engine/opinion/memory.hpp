#pragma once

#include "engine/opinion/groups/classic.hpp"

#include <array>
#include <vector>

namespace medskapa::opinion {

/// How many groups are shown (0 before the first map), and which number has been better for how many maps in
/// a row.
struct Choice {
    int groups = 0;
    int rival_groups = 0;
    int rival_draws = 0;

    bool operator==(const Choice&) const = default;
};

/// What the next map of a conversation needs of the last one, so that those who come back find the map turned
/// the same way and their group under the same name. Kept by the caller, who should store it with the
/// conversation: after a restart the map then goes on as if nothing had happened.
struct Memory {
    std::vector<StatementId> statements;
    std::array<std::vector<double>, 2> components;  // by statement

    std::vector<ParticipantId> participants;  // those in a group, in rising order
    std::vector<int> labels;                  // their group's name

    Choice choice;

    ClassicMemory classic = {};  // in mode `polis`
};

/// Turns (and if need be mirrors) the plane so that it lies as near as possible to the remembered one:
/// orthogonal Procrustes over the statements in both (Schönemann 1966).
Plane aligned(Plane, const std::vector<StatementId>&, const Memory&);

/// Names for new groups: each remembered group hands its name to at most one new group, so that as many
/// people as possible stay under the name they had. A group that is left over gets the lowest name not in
/// use, so that names stay below the largest number of groups there ever was (at most 6). `participants` in
/// rising order.
std::vector<int> continued_labels(
    const Grouping&, const std::vector<ParticipantId>& participants, const Memory&);

/// How many groups to show, when `best` scores best now and `gain` more in silhouette than what is
/// remembered: a change waits until the gain has been above 0.02 four maps in a row, so that the map does not
/// flicker.
Choice steady_choice(int best, double gain, const Choice& remembered);

}  // namespace medskapa::opinion
