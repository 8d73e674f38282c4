#pragma once

#include "engine/opinion/exchange/json.hpp"
#include "engine/opinion/exchange/weighing_tables.hpp"

namespace medskapa::opinion::exchange {

/// One object: how many answers were accepted, refused and left out, each sector's figures and their total.
/// By item in the order of `items`. Without a sector of five there is no total, and `absent` says why.
void write_points(JsonWriter&, const PointsTable&, const std::map<std::string, double>& weights);

/// One object: the counts and the worth of each item, by its number. `may_be_shown` is false for fewer than
/// five people: then it is for whoever has the answers, and for nobody else.
void write_best_worst(JsonWriter&, const BestWorst&);

/// One object with one member, named by the number of items: the sets.
void write_design(JsonWriter&, std::size_t items, std::size_t rounds);

}  // namespace medskapa::opinion::exchange
