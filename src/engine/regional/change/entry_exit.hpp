#pragma once

#include "engine/regional/relatedness/relatedness.hpp"

namespace medskapa::regional {

/// One tenth of the cells that could change, by density before the change. Cells of equal density stand in
/// the same tenth, so tenths may differ in size and be empty.
struct DensityDecile {
    double lowest = 0;  // densities, 0..1; both 0 when empty
    double highest = 0;
    std::size_t cells = 0;
    std::size_t changed = 0;

    std::optional<double> rate() const {
        if (cells == 0) return std::nullopt;
        return static_cast<double>(changed) / static_cast<double>(cells);
    }
};

/// Ten tenths each, lowest density first.
struct EntryExit {
    std::vector<DensityDecile> entries;  // of what was absent, how much came
    std::vector<DensityDecile> exits;    // of what was present, how much went
};

/// How often industries enter and leave regions by how related they were to what the region had (Boschma,
/// Balland and Kogler 2015, as base rates). All have the same shape; cells in `missing` and without density
/// are left out. O(cells log cells).
EntryExit entry_exit(const Presence& before, const Presence& after, const Density& before_densities,
    const std::vector<bool>& missing);

}  // namespace medskapa::regional
