#include "base/csv/records.hpp"
#include "engine/regional/analysis.hpp"
#include "engine/regional/change/periods.hpp"
#include "engine/regional/change/shift_share.hpp"
#include "engine/regional/read/amount.hpp"
#include "engine/regional/read/columns.hpp"
#include "support/reference_files.hpp"
#include "support/shared_regional.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>

using namespace medskapa;
using namespace medskapa::regional;

using namespace example;

namespace {

/// One textbook case as a table of two regions: the one looked at, and the rest of the whole.
std::vector<Table> two_periods(const std::filesystem::path& folder, const std::string& name) {
    TableBuilder from;
    TableBuilder to;
    const auto text = test::contents(folder / "input.csv");
    const auto failure =
        read::read_columns(text, {{"case", "industry", "r0", "r1", "n0", "n1"}, {}}, [&](const auto& row) {
            const auto number = [&](std::size_t k) { return *read::amount(row.fields[k])->value; };
            if (row.fields[0] != name) return std::optional<Complaint>{};
            from.add("r", row.fields[1], number(2));
            from.add("the rest", row.fields[1], number(4) - number(2));
            to.add("r", row.fields[1], number(3));
            to.add("the rest", row.fields[1], number(5) - number(3));
            return std::optional<Complaint>{};
        });
    REQUIRE_FALSE(failure);
    return {from.finish().value(), to.finish().value()};
}

Shift region_sum(const ShiftShare& all) {
    Shift sum;
    for (std::size_t i = 0; i < all.industries.size(); ++i) {
        sum.change += all.at(0, i).change;
        sum.national += all.at(0, i).national;
        sum.mix += all.at(0, i).mix;
        sum.regional += all.at(0, i).regional;
        sum.allocation += all.at(0, i).allocation;
    }
    return sum;
}

std::map<std::string, double> parts(const Shift& sum) {
    return {{"Growth (t1-t)", sum.change}, {"National share", sum.national}, {"Industrial mix", sum.mix},
        {"Regional share", sum.regional}, {"Allocation effect", sum.allocation},
        {"Net total shift", sum.mix + sum.regional}};
}

std::map<std::string, double> decomposed(const std::vector<Table>& periods, const std::string& method) {
    if (method == "Gerfin") {
        const auto factors = *growth_factors(periods[0], periods[1], 0);
        return {{"Industrial mix", factors.mix}, {"Regional share", factors.regional},
            {"Net total shift", factors.net}};
    }
    const auto form = method == "Dunn" ? ShiftForm::dunn : ShiftForm::esteban_marquillas;
    return parts(region_sum(shift_share(periods[0], periods[1], form).value()));
}

/// One year of the German regions' employed.
Table year(const std::filesystem::path& folder, const std::string& wanted) {
    TableBuilder builder;
    const auto text = test::contents(folder / "input_de_regions_emp_2008_2014.csv");
    const auto failure =
        read::read_columns(text, {{"region", "industry", "year", "emp"}, {}}, [&](const auto& row) {
            if (row.fields[2] == wanted && row.fields[1] != "Insgesamt")
                builder.add(row.fields[0], row.fields[1], read::amount(row.fields[3])->value);
            return std::optional<Complaint>{};
        });
    REQUIRE_FALSE(failure);
    return builder.finish().value();
}

}  // namespace

TEST_CASE("textbook cases of shift-share equal the reference in every form") {
    const auto shared = test::shared_regional("textbook cases of shift-share");
    if (!shared) return;
    const auto folder = *shared / "gold" / "shiftshare";
    const auto text = test::contents(folder / "ref_reat_shift.csv");

    std::size_t compared = 0;
    const auto failure =
        read::read_columns(text, {{"case", "method", "component", "value"}, {}}, [&](const auto& row) {
            const auto ours =
                decomposed(two_periods(folder, std::string{row.fields[0]}), std::string{row.fields[1]});
            const double theirs = *read::amount(row.fields[3])->value;
            CHECK(is_close(ours.at(std::string{row.fields[2]}), theirs, 1e-9));
            ++compared;
            return std::optional<Complaint>{};
        });
    CHECK_FALSE(failure);
    CHECK(compared > 50);
}

TEST_CASE("the dynamic form of ten years equals the reference year by year and in sum") {
    const auto shared = test::shared_regional("dynamic shift-share of ten years");
    if (!shared) return;
    const auto folder = *shared / "gold" / "shiftshare";
    const auto cells = wide(folder / "input_goettingen_series.csv");
    std::vector<TableBuilder> builders(10);
    for (const auto& [names, value] : cells) {
        const bool is_region = names.second.starts_with("Goettingen");
        if (names.first == "A-R" || (!is_region && !names.second.starts_with("BRD"))) continue;
        const auto year = names.second.substr(names.second.size() - 4);
        const double rest = is_region ? value : value - cells.at({names.first, "Goettingen" + year});
        builders[std::stoul(year) - 2008].add(is_region ? "r" : "the rest", names.first, rest);
    }
    std::vector<Table> years;
    for (auto& builder : builders) years.push_back(builder.finish().value());

    const auto gold = wide(folder / "ref_reat_dynamic_goettingen.csv");
    std::map<std::string, double> sums;
    for (const auto& [names, theirs] : gold) {
        const auto first = std::stoul(names.second) - 2008;
        const auto ours = decomposed({years[first], years[first + 1]}, "Dunn");
        CHECK(is_close(ours.at(names.first), theirs, 1e-9));
        sums[names.first] += theirs;
    }
    CHECK(gold.size() == 45);
    const auto all = parts(region_sum(dynamic_shift_share(years).value()));
    for (const auto& [component, sum] : sums) CHECK(is_close(all.at(component), sum, 1e-9));
}

TEST_CASE("what came, went and grew in German regions equals the reference") {
    const auto folder = german("entry, exit and growth in German regions");
    if (!folder) return;
    const auto years = aligned({year(*folder, "2008"), year(*folder, "2014")});
    const auto before = presence(years[0], totals(years[0]), 1);
    const auto after = presence(years[1], totals(years[1]), 1);
    const auto& [regions, industries] = std::tie(years[0].regions, years[0].industries);
    const auto moved = [&](bool had) {
        return [&, had](auto r, auto i) {
            if (before.has(r, i) != had) return -1.0;
            return after.has(r, i) != had ? 1.0 : 0.0;
        };
    };

    CHECK(misses(wide(*folder / "ref_mcp_2008.csv"), regions, industries, 0,
              [&](auto r, auto i) { return before.has(r, i) ? 1.0 : 0.0; }) == 0);
    CHECK(misses(wide(*folder / "ref_mcp_2014.csv"), regions, industries, 0,
              [&](auto r, auto i) { return after.has(r, i) ? 1.0 : 0.0; }) == 0);
    const auto entries = wide(*folder / "ref_econgeo_entry_0814.csv");
    const auto exits = wide(*folder / "ref_econgeo_exit_0814.csv");
    CHECK(entries.size() + exits.size() == regions.size() * industries.size());
    CHECK(misses(entries, regions, industries, 0, moved(false)) == 0);
    for (const auto& [names, value] : exits)
        CHECK(moved(true)(place(regions, names.first), place(industries, names.second)) == value);
    for (const auto& [names, percent] : wide(*folder / "ref_econgeo_growth_0814.csv")) {
        const auto ours =
            growth(years[0], years[1], place(regions, names.first), place(industries, names.second));
        CHECK(std::abs(100 * *ours - percent) <= 0.0050001);
    }
}

TEST_CASE("each industry's own part of Freiburg's growth equals the reference") {
    const auto shared = test::shared_regional("industries of Freiburg");
    if (!shared) return;
    const auto folder = *shared / "gold" / "shiftshare";
    const auto periods = two_periods(folder, "Freiburg0814");
    const auto shifts = shift_share(periods[0], periods[1], ShiftForm::dunn).value();
    const auto text = test::contents(folder / "ref_reat_shifti_freiburg.csv");
    csv::Records records(text, ',');
    records.next();

    std::size_t rows = 0;
    while (const auto* fields = records.next()) {
        if (++rows > 3) break;  // the fourth is the sum of what the reference names otherwise
        for (std::size_t i = 0; i < shifts.industries.size(); ++i) {
            const auto& cell = shifts.at(0, place(shifts.industries, std::to_string(i + 1)));
            // The reference calls national what is national and mix together.
            const double ours[] = {cell.change, cell.national + cell.mix, cell.regional};
            CHECK(is_close(ours[rows - 1], std::stod(std::string{(*fields)[i + 1]}), 1e-9));
        }
    }
}
