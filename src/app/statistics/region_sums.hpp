#pragma once

#include "engine/regional/table.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace medskapa::app {

/// What the code of a region ends with that is what another has beyond those that lie in it.
inline constexpr std::string_view rest_mark = " rest";

/// A table in which nothing is counted twice, and the codes of the regions that hold others of it.
struct SeparatedTable {
    regional::Table table;
    std::set<std::string> wholes;
};

/// Regions that hold others of the table, as the country does (see lies_in()): what such a region has beyond
/// these stays as a region of its own, whose code is not the whole's, so that all together are what there is;
/// a region that is the sum of the others is left out. Either is said as a warning. A missing amount of a
/// part is in what the whole has beyond its parts. Refuses a whole that has less than its parts together.
/// O(regions^2 + cells). `labels`: by code.
Result<SeparatedTable> separate_sums(regional::Table, const std::map<std::string, std::string>& labels);

}  // namespace medskapa::app
