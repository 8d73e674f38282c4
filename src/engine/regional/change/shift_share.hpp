#pragma once

#include "engine/regional/table.hpp"

namespace medskapa::regional {

/// What one industry of one region changed by and why, in the table's unit. National, mix, regional and
/// allocation sum to the change.
struct Shift {
    enum class Kind { comparable, new_industry, missing };

    double change = 0;
    double national = 0;    // had it grown as the whole
    double mix = 0;         // more, had it grown as its industry
    double regional = 0;    // the rest: how the region did against its industry
    double allocation = 0;  // the part of the rest that comes from being specialised or not
    Kind kind = Kind::comparable;
};

struct ShiftShare {
    std::vector<std::string> regions;
    std::vector<std::string> industries;
    std::vector<Shift> cells;  // regions x industries, row by row; all 0 where missing
    std::vector<Warning> warnings;

    const Shift& at(std::size_t region, std::size_t industry) const {
        return cells[region * industries.size() + industry];
    }
};

/// Dunn (1960) leaves allocation 0; Esteban-Marquillas (1972) splits Dunn's regional part into what would be
/// had the region the whole's composition, and the rest.
enum class ShiftForm { dunn, esteban_marquillas };

/// The whole is the sum of all regions. An industry that was absent from the region counts as regional and is
/// marked new. Refuses periods of which the first has a total of 0. O(cells).
Result<ShiftShare> shift_share(const Table& from, const Table& to, ShiftForm);

/// The sum of Dunn's form over each pair of following periods (Barff and Knight 1988): at least two periods,
/// in order of time.
Result<ShiftShare> dynamic_shift_share(const std::vector<Table>& periods);

/// A region's growth against the whole's as factors, 1 where equal: mix * regional = net (Gerfin 1964).
struct GrowthFactors {
    double mix;
    double regional;
    double net;
};
/// `from` and `to` must be aligned. None when the region, the whole, or all that it had is 0.
std::optional<GrowthFactors> growth_factors(const Table& from, const Table& to, std::size_t region);

}  // namespace medskapa::regional
