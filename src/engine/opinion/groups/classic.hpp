#pragma once

#include "engine/opinion/groups/lloyd.hpp"

#include <map>

namespace medskapa::opinion {

/// Keeps the number of groups from flickering: another number is shown once it has been best four times in a
/// row.
struct Smoother {
    int last = 0;   // what was best the last time; 0 before the first
    int times = 0;  // in a row
    int shown = 0;  // 0 before the first

    Smoother after(int best) const;
    bool operator==(const Smoother&) const = default;
};

/// What Polis' worker keeps between updates, and loses at a restart. Empty before the first.
struct ClassicMemory {
    std::vector<ParticipantId> rows;             // everybody, in the order in which they were first met
    std::vector<ParticipantId> in_conversation;  // rising; who is in once stays in
    std::vector<NamedCluster> base;              // of participants
    std::map<int, std::vector<NamedCluster>> by_count;  // by number of groups: of base clusters
    Smoother smoother;
};

/// Groups as Polis' worker finds them: k-means into at most 100 base clusters, then k-means of those into
/// 2..5 groups, and the number of groups with the largest silhouette over base clusters, smoothed. Depends on
/// the order of the points, as the original does; kept for conformance.
struct ClassicGroups {
    Grouping grouping;                  // of the points
    std::map<int, double> silhouettes;  // by number of groups tried
    std::size_t base_clusters = 0;
    std::vector<NamedCluster> base;
    std::map<int, std::vector<NamedCluster>> by_count;
    Smoother smoother;
};

/// `points` in the order in which their participants, named by `names`, were first met. With an empty memory
/// a cold start; else it goes on from there.
ClassicGroups classic_groups(
    std::span<const Point> points, const std::vector<ParticipantId>& names, const ClassicMemory& memory);

}  // namespace medskapa::opinion
