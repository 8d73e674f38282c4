#include "engine/regional/table.hpp"

#include <malloc.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

namespace medskapa::regional {
namespace {

constexpr std::size_t most_cells = 100'000'000;

void warn_of_count(
    std::vector<Warning>& warnings, const char* kind, const char* sentence, std::size_t count) {
    if (count > 0) warnings.push_back({kind, sentence, {count}});
}

Result<std::vector<std::string>> groups_of(const std::vector<std::string>& codes, const Grouping& group_of) {
    std::vector<std::string> groups;
    for (const auto& code : codes) {
        const auto found = group_of.find(code);
        if (found == group_of.end()) {
            return refuse(Failure::Kind::invalid,
                {{code, N_("\"{}\" has no group. Add it to the list of groups."), {code}}});
        }
        groups.push_back(found->second);
    }
    return groups;
}

Result<Table> regrouped(
    const Table& table, const std::vector<std::string>& regions, const std::vector<std::string>& industries) {
    TableBuilder builder;
    for (std::size_t r = 0; r < regions.size(); ++r) {
        for (std::size_t i = 0; i < industries.size(); ++i) {
            if (!table.is_missing(r, i)) builder.add(regions[r], industries[i], table.at(r, i));
        }
    }
    auto grouped = builder.finish();
    if (!grouped) return grouped;
    grouped->warnings = table.warnings;
    warn_of_count(grouped->warnings, "partial_sum",
        N_("{} missing cells were left out of the sums of their groups."), table.missing_cells());
    return grouped;
}

}  // namespace

std::size_t Table::missing_cells() const {
    return static_cast<std::size_t>(std::count(missing.begin(), missing.end(), true));
}

void TableBuilder::add(std::string_view region, std::string_view industry, std::optional<double> value) {
    entries_.push_back({regions_.number_of(region), industries_.number_of(industry),
        value.value_or(std::numeric_limits<double>::quiet_NaN())});
}

std::optional<Failure> TableBuilder::refusal() const {
    const auto because = [](const char* field, const char* sentence, Holes holes) {
        return Failure{Failure::Kind::invalid, {{field, sentence, std::move(holes)}}};
    };
    if (entries_.empty()) return because("table", N_("The table has no rows. Give at least one."), {});
    const auto cells = regions_.size() * industries_.size();
    if (cells > most_cells) {
        return because("table",
            N_("{} regions times {} industries is more than 100 million cells. Use coarser codes."),
            {regions_.size(), industries_.size()});
    }
    for (const auto& entry : entries_) {
        if (entry.value < 0 || std::isinf(entry.value)) {
            return because("value", N_("The amount {} is negative or infinite. Amounts must be 0 or more."),
                {std::to_string(entry.value)});
        }
    }
    return std::nullopt;
}

Result<Table> TableBuilder::finish() {
    if (auto failure = refusal()) return tl::unexpected{std::move(*failure)};

    const auto region_ranks = regions_.ranks();
    const auto industry_ranks = industries_.ranks();
    for (auto& entry : entries_) {
        entry.region = region_ranks[entry.region];
        entry.industry = industry_ranks[entry.industry];
    }
    // Amounts are sorted too: otherwise the order of a file's rows would show in the last digit of a sum.
    const auto is_before = [](const Entry& a, const Entry& b) {
        const auto place = [](const Entry& entry) {
            return std::tuple(entry.region, entry.industry, std::isnan(entry.value) ? -1.0 : entry.value);
        };
        return place(a) < place(b);
    };
    if (!std::is_sorted(entries_.begin(), entries_.end(), is_before))
        std::sort(entries_.begin(), entries_.end(), is_before);
    return filled();
}

/// Takes the first entry away. The table grows while the entries go, so that there is never room for both.
TableBuilder::Entry TableBuilder::next_entry() {
    constexpr std::size_t entries_in_a_part = 1'000'000;
    const auto entry = entries_.front();
    entries_.pop_front();
    if (entries_.size() % entries_in_a_part == 0) malloc_trim(0);
    return entry;
}

Result<Table> TableBuilder::filled() {
    Table table{.regions = regions_.sorted(),
        .industries = industries_.sorted(),
        .values = {},
        .missing = {},
        .warnings = {}};
    const auto cells = table.regions.size() * table.industries.size();
    table.values.reserve(cells);
    table.missing.assign(cells, false);

    const auto rows = entries_.size();
    std::size_t pairs = 0;
    auto previous = cells;
    while (!entries_.empty()) {
        const auto entry = next_entry();
        const auto cell = entry.region * table.industries.size() + entry.industry;
        if (cell >= table.values.size()) table.values.resize(cell + 1);
        if (cell != previous) ++pairs;
        previous = cell;
        if (std::isnan(entry.value)) table.missing[cell] = true;
        if (!table.missing[cell]) table.values[cell] += entry.value;
    }
    table.values.resize(cells);
    if (!std::isfinite(std::accumulate(table.values.begin(), table.values.end(), 0.0))) {
        return refuse(Failure::Kind::invalid,
            {{"value", N_("The amounts sum to more than a number can hold. Give them in a larger unit."),
                {}}});
    }
    warn_of_count(table.warnings, "duplicates",
        N_("{} rows repeated a pair of region and industry and were summed."), rows - pairs);
    warn_of_count(
        table.warnings, "missing", N_("{} cells are missing and were left out."), table.missing_cells());
    warn_of_count(table.warnings, "no_row",
        N_("Pairs of region and industry without a row, counted as 0: {}."), cells - pairs);
    return table;
}

Totals totals(const Table& table) {
    Totals sums{std::vector<double>(table.regions.size()), std::vector<double>(table.industries.size())};
    for (std::size_t r = 0; r < table.regions.size(); ++r) {
        for (std::size_t i = 0; i < table.industries.size(); ++i) {
            sums.region[r] += table.at(r, i);
            sums.industry[i] += table.at(r, i);
        }
    }
    sums.all = std::accumulate(sums.region.begin(), sums.region.end(), 0.0);
    return sums;
}

Result<Table> by_region_group(const Table& table, const Grouping& group_of) {
    const auto groups = groups_of(table.regions, group_of);
    if (!groups) return tl::unexpected{groups.error()};
    return regrouped(table, *groups, table.industries);
}

Result<Table> by_industry_group(const Table& table, const Grouping& group_of) {
    const auto groups = groups_of(table.industries, group_of);
    if (!groups) return tl::unexpected{groups.error()};
    return regrouped(table, table.regions, *groups);
}

}  // namespace medskapa::regional
