#include "engine/opinion/groups/classic.hpp"

#include <algorithm>

namespace medskapa::opinion {
namespace {

constexpr std::size_t most_base_clusters = 100;
constexpr int base_iterations = 100;
constexpr int group_iterations = 20;
constexpr int patience = 4;

/// The base clusters as points, each as heavy as it has members.
NamedSpots base_spots(const Clusters& base) {
    NamedSpots points;
    for (std::size_t c = 0; c < base.ids.size(); ++c) {
        points.names.push_back(base.ids[c]);
        points.spots.push_back({base.centers[c], 0});
    }
    for (const int c : base.of) ++points.spots[static_cast<std::size_t>(c)].weight;
    return points;
}

std::vector<Spot> unweighted(std::vector<Spot> spots) {
    for (auto& spot : spots) spot.weight = 1;
    return spots;
}

std::vector<NamedCluster> remembered_for(int count, const ClassicMemory& memory) {
    const auto at = memory.by_count.find(count);
    return at == memory.by_count.end() ? std::vector<NamedCluster>{} : at->second;
}

/// The number of groups with the largest silhouette, the last of equals.
int best_count(const std::map<int, double>& silhouettes) {
    auto best = silhouettes.begin();
    for (auto at = silhouettes.begin(); at != silhouettes.end(); ++at) {
        if (at->second >= best->second) best = at;
    }
    return best->first;
}

}  // namespace

Smoother Smoother::after(int best) const {
    const int row = best == last ? times + 1 : 1;
    return {best, row, row >= patience || shown == 0 ? best : shown};
}

ClassicGroups classic_groups(
    std::span<const Point> points, const std::vector<ParticipantId>& names, const ClassicMemory& memory) {
    if (points.empty()) return {};
    NamedSpots people{names, {}};
    for (const auto point : points) people.spots.push_back({point, 1});
    const auto base = lloyd(people, most_base_clusters, base_iterations, memory.base);
    const auto spots = base_spots(base);

    ClassicGroups groups{{}, {}, spots.spots.size(), named(base, names), {}, {}};
    const auto most = std::min(5, 2 + static_cast<int>(spots.spots.size() / 12));
    std::vector<Grouping> tried;
    for (int k = 2; k <= most; ++k) {
        const auto clusters =
            lloyd(spots, static_cast<std::size_t>(k), group_iterations, remembered_for(k, memory));
        groups.by_count[k] = named(clusters, spots.names);
        tried.push_back({static_cast<int>(clusters.ids.size()), clusters.of});
    }
    const auto scores = silhouettes(unweighted(spots.spots), tried);
    for (std::size_t t = 0; t < tried.size(); ++t) groups.silhouettes[static_cast<int>(t) + 2] = scores[t];
    const int best = best_count(groups.silhouettes);
    groups.smoother = memory.smoother.after(best);
    const int shown = std::min(groups.smoother.shown, most);
    const auto& chosen = tried[static_cast<std::size_t>(shown - 2)];
    groups.grouping.count = chosen.count;
    for (const int c : base.of) groups.grouping.of.push_back(chosen.of[static_cast<std::size_t>(c)]);
    return groups;
}

}  // namespace medskapa::opinion
