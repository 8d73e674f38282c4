#include "engine/regional/change/entry_exit.hpp"

#include <algorithm>

namespace medskapa::regional {
namespace {

constexpr std::size_t tenths = 10;

struct Cell {
    double density;
    bool has_changed;
};

std::vector<DensityDecile> in_tenths(std::vector<Cell> cells) {
    std::sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.density < b.density; });
    std::vector<DensityDecile> deciles(tenths);
    std::size_t first_equal = 0;
    for (std::size_t k = 0; k < cells.size(); ++k) {
        if (cells[k].density > cells[first_equal].density) first_equal = k;
        auto& decile = deciles[first_equal * tenths / cells.size()];
        if (decile.cells == 0) decile.lowest = cells[k].density;
        decile.highest = cells[k].density;
        ++decile.cells;
        decile.changed += cells[k].has_changed ? 1 : 0;
    }
    return deciles;
}

}  // namespace

EntryExit entry_exit(const Presence& before, const Presence& after, const Density& densities,
    const std::vector<bool>& missing) {
    std::vector<Cell> absent;
    std::vector<Cell> present;
    for (std::size_t r = 0; r < before.regions(); ++r) {
        for (std::size_t i = 0; i < before.industries(); ++i) {
            const auto density = densities.at(r, i);
            if (!density || missing[r * before.industries() + i]) continue;
            const bool had = before.has(r, i);
            (had ? present : absent).push_back({*density, had != after.has(r, i)});
        }
    }
    return {in_tenths(std::move(absent)), in_tenths(std::move(present))};
}

}  // namespace medskapa::regional
