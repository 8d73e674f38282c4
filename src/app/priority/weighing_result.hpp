#pragma once

#include "domain/priority/weighing.hpp"
#include "engine/opinion/weighing/points.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace medskapa::app {

/// What a weighing says when it is over. Whoever stands in fewer than five of their sector is put together
/// with others, or counted nowhere (`left_out`), so that no figure and no difference between figures is about
/// fewer than five people.
struct WeighingResult {
    using Points = opinion::PointsWeighing::Item;

    /// How much a priority is worth when the best and the worst of four are named: of a hundred, in all.
    struct Share {
        double share = 0;
        double low = 0;  // 95 % interval
        double high = 0;
    };
    struct Group {
        std::size_t people = 0;
        std::vector<Points> points;  // by priority; empty where fewer than five gave points
    };

    std::size_t people = 0;  // who are counted in what is shown
    std::size_t left_out = 0;
    std::map<std::string, Group> by_sector;      // names of sectors; pooled ones under "(other)"
    std::optional<opinion::WeighedTotal> total;  // each sector counts the same
    std::vector<Share> shares;                   // of all, by best and worst; empty where fewer than five
    std::size_t chose_of_four = 0;               // people behind `shares`
    std::map<WeigherKind, Group> by_assurance;   // empty unless no difference is about fewer than five
};

/// Nothing can be shown of fewer than five people: then the result is empty.
WeighingResult result_of_weighing(const std::vector<WeighingAnswer>&, std::size_t items);

}  // namespace medskapa::app
