#pragma once

#include "engine/opinion/exchange/polis_export.hpp"
#include "engine/opinion/weighing/best_worst.hpp"
#include "engine/opinion/weighing/points.hpp"

namespace medskapa::opinion::exchange {

struct PointsTable {
    std::vector<std::string> items;  // the columns' names
    PointsWeighing weighing;
};

/// `sector` and a column an item: whole numbers that make a hundred. A column `person` is passed over. A row
/// that says anything else is refused and counted; a table that is not one is refused with its line.
Result<PointsTable> read_points(const Pieces&);

/// `person`, `s1` to `s4` (items numbered from 0), `best` and `worst`. There are as many items as `items`
/// says, or else as the largest number that stands in a set. A row that is no answer is refused and counted.
Result<BestWorst> read_best_worst(const Pieces&, std::optional<std::size_t> items);

}  // namespace medskapa::opinion::exchange
