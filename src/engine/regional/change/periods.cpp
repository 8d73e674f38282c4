#include "engine/regional/change/periods.hpp"

#include <algorithm>
#include <set>

namespace medskapa::regional {
namespace {

using Codes = std::vector<std::string>;

Codes all_codes(const std::vector<Table>& periods, Codes Table::*kind) {
    std::set<std::string> all;
    for (const auto& table : periods) all.insert((table.*kind).begin(), (table.*kind).end());
    return {all.begin(), all.end()};
}

std::vector<std::size_t> places_of(const Codes& codes, const Codes& all) {
    std::vector<std::size_t> places;
    for (const auto& code : codes) {
        places.push_back(
            static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), code) - all.begin()));
    }
    return places;
}

Table spread_out(const Table& table, const Codes& regions, const Codes& industries) {
    const auto cells = regions.size() * industries.size();
    Table wide{regions, industries, std::vector<double>(cells), std::vector<bool>(cells), table.warnings};
    const auto rows = places_of(table.regions, regions);
    const auto columns = places_of(table.industries, industries);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto cell = rows[r] * industries.size() + columns[i];
            wide.values[cell] = table.at(r, i);
            wide.missing[cell] = table.is_missing(r, i);
        }
    }
    if (const auto lacking = cells - table.values.size()) {
        wide.warnings.push_back(
            {"no_row", N_("Pairs of region and industry without a row, counted as 0: {}."), {lacking}});
    }
    return wide;
}

void leave_out(Table& table, const std::vector<bool>& missing) {
    for (std::size_t cell = 0; cell < missing.size(); ++cell) {
        if (missing[cell]) table.values[cell] = 0;
    }
    table.missing = missing;
}

}  // namespace

std::vector<Table> aligned(const std::vector<Table>& periods) {
    const auto regions = all_codes(periods, &Table::regions);
    const auto industries = all_codes(periods, &Table::industries);
    std::vector<Table> result;
    std::vector<bool> missing(regions.size() * industries.size());
    for (const auto& table : periods) {
        const auto& wide = result.emplace_back(spread_out(table, regions, industries));
        std::transform(
            missing.begin(), missing.end(), wide.missing.begin(), missing.begin(), std::logical_or<>{});
    }
    for (auto& table : result) leave_out(table, missing);
    return result;
}

std::optional<double> growth(const Table& from, const Table& to, std::size_t r, std::size_t i) {
    if (from.is_missing(r, i) || from.at(r, i) <= 0) return std::nullopt;
    return to.at(r, i) / from.at(r, i) - 1;
}

}  // namespace medskapa::regional
