#include "app/statistics/region_sums.hpp"

#include "app/statistics/analysis_input.hpp"
#include "domain/statistics/place_codes.hpp"

#include <algorithm>
#include <numeric>

namespace medskapa::app {
namespace {

constexpr double slack = 0.02;    // sources round, and change small numbers
constexpr double all_of = 0.995;  // of a whole: so much, and the others are taken for all of it

/// Rows of the table, each a region or what is left of one that holds others.
struct Rows {
    regional::Table& table;
    std::vector<NamedPlace> places;
    std::vector<bool> counted;

    double total(std::size_t row) const {
        const auto begin = table.values.begin() + static_cast<std::ptrdiff_t>(row * table.industries.size());
        return std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(table.industries.size()), 0.0);
    }
};

std::vector<NamedPlace> places_of(
    const std::vector<std::string>& codes, const std::map<std::string, std::string>& labels) {
    std::vector<NamedPlace> places;
    for (const auto& code : codes) {
        const auto label = labels.find(code);
        places.emplace_back(code, label == labels.end() ? code : label->second);
    }
    return places;
}

/// The parts before their wholes, and the country last.
std::vector<std::size_t> smallest_first(const std::vector<NamedPlace>& places) {
    std::vector<std::size_t> order(places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair{places[a].is_country, -static_cast<int>(places[a].code.size())} <
               std::pair{places[b].is_country, -static_cast<int>(places[b].code.size())};
    });
    return order;
}

std::vector<std::size_t> parts_of(const Rows& rows, std::size_t whole) {
    std::vector<std::size_t> parts;
    for (std::size_t row = 0; row < rows.places.size(); ++row)
        if (rows.counted[row] && lies_in(rows.places[row], rows.places[whole]) == Inside::yes)
            parts.push_back(row);
    return parts;
}

/// Leaves of a row what the others do not have.
void subtract(regional::Table& table, std::size_t whole, const std::vector<std::size_t>& parts) {
    const auto width = table.industries.size();
    for (std::size_t k = 0; k < width; ++k) {
        auto& rest = table.values[whole * width + k];
        for (const auto part : parts) rest -= table.at(part, k);
        rest = std::max(rest, 0.0);
    }
}

/// What of a whole's amounts its parts have; an industry of which the whole is missing says nothing of it.
double share_of(const regional::Table& table, std::size_t whole, const std::vector<std::size_t>& parts) {
    double own = 0;
    double theirs = 0;
    for (std::size_t k = 0; k < table.industries.size(); ++k) {
        if (table.is_missing(whole, k)) continue;
        own += table.at(whole, k);
        for (const auto part : parts) theirs += table.at(part, k);
    }
    if (own > 0) return theirs / own;
    return theirs > 0 ? 2 : 1;
}

/// The rows that are counted, in their order.
regional::Table only(const Rows& rows) {
    regional::Table kept;
    kept.industries = rows.table.industries;
    kept.warnings = rows.table.warnings;
    const auto width = static_cast<std::ptrdiff_t>(kept.industries.size());
    for (std::size_t row = 0; row < rows.places.size(); ++row) {
        if (!rows.counted[row]) continue;
        const auto from = static_cast<std::ptrdiff_t>(row) * width;
        kept.regions.push_back(rows.table.regions[row]);
        kept.values.insert(
            kept.values.end(), rows.table.values.begin() + from, rows.table.values.begin() + from + width);
        kept.missing.insert(
            kept.missing.end(), rows.table.missing.begin() + from, rows.table.missing.begin() + from + width);
    }
    return kept;
}

}  // namespace

Result<SeparatedTable> separate_sums(
    regional::Table table, const std::map<std::string, std::string>& labels) {
    auto places = places_of(table.regions, labels);
    const auto count = places.size();
    Rows rows{table, std::move(places), std::vector<bool>(count, true)};
    std::set<std::string> wholes;
    for (const auto whole : smallest_first(rows.places)) {
        const auto parts = parts_of(rows, whole);
        if (parts.empty()) continue;
        const auto& code = rows.places[whole].code;
        const auto label = labels.contains(code) ? labels.at(code) : code;
        const double share = share_of(table, whole, parts);
        if (share > 1 + slack)
            return refuse(
                Failure::Kind::invalid, {{asked::regions,
                                            N_("{} has less than the regions that lie in it have together. "
                                               "Correct the dataset, or choose one without it"),
                                            {label}}});
        wholes.insert(code);
        rows.counted[whole] = share < all_of;
        if (rows.counted[whole]) {
            subtract(table, whole, parts);
            table.regions[whole] = code + std::string{rest_mark};
        }
        table.warnings.push_back({{"sums"},
            rows.counted[whole]
                ? N_("{} holds other regions of the dataset. What it has beyond them is counted as a region "
                     "of its own")
                : N_("{} is the sum of other regions of the dataset, and is not counted beside them"),
            {label}});
    }
    if (wholes.empty()) return SeparatedTable{std::move(table), {}};
    return SeparatedTable{only(rows), std::move(wholes)};
}

}  // namespace medskapa::app
