#pragma once

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>
#include "base/csv/records.hpp"
#include "engine/regional/analysis.hpp"
#include "engine/regional/change/periods.hpp"
#include "engine/regional/change/shift_share.hpp"
#include "engine/regional/read/amount.hpp"
#include "engine/regional/read/columns.hpp"
#include "support/shared_regional.hpp"

namespace example::inline reference_files_shared {

using namespace medskapa;
using namespace medskapa::regional;

/// A reference table by row and column name; what is not a number is absent.
using Wide = std::map<std::pair<std::string, std::string>, double>;

inline Wide wide(const std::filesystem::path& path) {
    Wide cells;
    const auto bytes = test::contents(path);
    csv::Records records(bytes, ',');
    const auto* first = records.next();
    const std::vector<std::string> header{first->begin(), first->end()};
    while (const auto* fields = records.next()) {
        for (std::size_t k = 1; k < fields->size(); ++k) {
            const auto cell = read::amount((*fields)[k]);
            if (cell && cell->value) cells[{std::string{fields->front()}, header[k]}] = *cell->value;
        }
    }
    return cells;
}

inline std::optional<std::filesystem::path> german(const std::string& what) {
    const auto shared = test::shared_regional(what);
    if (!shared) return std::nullopt;
    return *shared / "gold" / "de";
}

inline std::size_t place(const std::vector<std::string>& codes, const std::string& code) {
    return static_cast<std::size_t>(std::find(codes.begin(), codes.end(), code) - codes.begin());
}

inline bool is_close(double ours, double theirs, double tolerance) {
    return std::abs(ours - theirs) <= tolerance * std::max(1.0, std::abs(theirs));
}

/// Calls `ours(row, column)` for each reference cell and counts those beyond the tolerance.
template <class Ours>
std::size_t misses(const Wide& gold, const std::vector<std::string>& rows,
    const std::vector<std::string>& columns, double tolerance, Ours ours) {
    REQUIRE(gold.size() > 80);
    std::size_t count = 0;
    for (const auto& [names, value] : gold) {
        const auto mine = ours(place(rows, names.first), place(columns, names.second));
        if (!is_close(mine, value, tolerance)) ++count;
    }
    return count;
}

}  // namespace example::inline reference_files_shared
