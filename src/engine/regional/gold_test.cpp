#include "base/csv/records.hpp"
#include "engine/regional/analysis.hpp"
#include "engine/regional/change/periods.hpp"
#include "engine/regional/change/shift_share.hpp"
#include "engine/regional/read/amount.hpp"
#include "engine/regional/read/columns.hpp"
#include "support/shared_regional.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>

using namespace medskapa;
using namespace medskapa::regional;

namespace {

/// A reference table by row and column name; what is not a number is absent.
using Wide = std::map<std::pair<std::string, std::string>, double>;

Wide wide(const std::filesystem::path& path) {
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

std::optional<std::filesystem::path> german(const std::string& what) {
    const auto shared = test::shared_regional(what);
    if (!shared) return std::nullopt;
    return *shared / "gold" / "de";
}

Analysis analysed(const std::filesystem::path& folder) {
    TableBuilder builder;
    const auto text = test::contents(folder / "input_de_regions_industries_2015.csv");
    const auto failure =
        read::read_columns(text, {{"region_code", "ind_code", "emp_all"}, {}}, [&](const auto& row) {
            builder.add(row.fields[0], row.fields[1], read::amount(row.fields[2])->value);
            return std::optional<Complaint>{};
        });
    REQUIRE_FALSE(failure);
    return analyse(builder.finish().value(), Settings{}, [](auto, auto) {});
}

std::size_t place(const std::vector<std::string>& codes, const std::string& code) {
    return static_cast<std::size_t>(std::find(codes.begin(), codes.end(), code) - codes.begin());
}

bool is_close(double ours, double theirs, double tolerance) {
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

}  // namespace

TEST_CASE("quotients and presence of German regions equal the reference") {
    const auto folder = german("location quotients of German regions");
    if (!folder) return;
    const auto all = analysed(*folder);
    const auto& [regions, industries] = std::tie(all.table.regions, all.table.industries);

    CHECK(misses(wide(*folder / "ref_econgeo_lq.csv"), regions, industries, 1e-12,
              [&](auto r, auto i) { return specialisation(all.table, all.sums, r, i)->quotient; }) == 0);
    CHECK(misses(wide(*folder / "ref_econgeo_mcp.csv"), regions, industries, 0,
              [&](auto r, auto i) { return all.present.has(r, i) ? 1.0 : 0.0; }) == 0);
}

TEST_CASE("indices of German regions equal the reference") {
    const auto folder = german("Krugman, Hachman, Herfindahl and Gini of German regions");
    if (!folder) return;
    const auto all = analysed(*folder);

    const auto gold = wide(*folder / "ref_econgeo_region_indices.csv");
    for (std::size_t r = 0; r < all.table.regions.size(); ++r) {
        const auto shape = profile(all.table, all.sums, r, {});
        const auto theirs = [&](const char* column) { return gold.at({all.table.regions[r], column}); };
        CHECK(is_close(*shape.hachman, theirs("hachman"), 1e-12));
        CHECK(is_close(*shape.krugman, theirs("krugman"), 1e-12));
        CHECK(is_close(*shape.concentration, theirs("herfindahl"), 1e-12));
        CHECK(std::abs(*shape.entropy - theirs("entropy_bits_r3")) <= 0.00051);
    }
    const auto gini = wide(*folder / "ref_econgeo_locational_gini.csv");
    for (std::size_t i = 0; i < all.table.industries.size(); ++i) {
        const auto ours = locational_gini(all.table, all.sums, i);
        CHECK(is_close(*ours, gini.at({all.table.industries[i], "Loc.Gini"}), 1e-12));
    }
}

TEST_CASE("relatedness of German industries equals the reference") {
    const auto folder = german("relatedness of German industries");
    if (!folder) return;
    const auto all = analysed(*folder);
    const auto& names = all.table.industries;
    const auto missed = [&](const char* file,
                            double (CoOccurrence::*measure)(std::size_t, std::size_t) const) {
        return misses(wide(*folder / file), names, names, 1e-12,
            [&](auto a, auto b) { return (all.counts.*measure)(a, b); });
    };

    CHECK(missed("ref_econgeo_relatedness_association.csv", &CoOccurrence::association) == 0);
    CHECK(missed("ref_econgeo_relatedness_cosine.csv", &CoOccurrence::cosine) == 0);
    CHECK(missed("ref_econgeo_relatedness_jaccard.csv", &CoOccurrence::jaccard) == 0);
    CHECK(missed("ref_econgeo_relatedness_prob.csv", &CoOccurrence::probability) == 0);
}

TEST_CASE("densities of German regions equal the reference, weighted and binary") {
    const auto folder = german("densities of German regions");
    if (!folder) return;
    const auto all = analysed(*folder);
    const auto missed = [&](const char* file, const Relatedness& related) {
        const auto ours = density(all.present, related);
        return misses(wide(*folder / file), all.table.regions, all.table.industries, 0.0,
            [&, gold = wide(*folder / file)](auto r, auto i) {
                // The reference is rounded to two decimals of a percentage.
                const auto theirs = gold.at({all.table.regions[r], all.table.industries[i]});
                return std::abs(100 * ours.at(r, i).value_or(-1) - theirs) <= 0.0050001 ? theirs : -1.0;
            });
    };
    const auto above_chance = [](auto measure) {
        return [measure](std::size_t a, std::size_t b) { return measure(a, b) > 1 ? 1.0 : 0.0; };
    };
    const auto association = [&](std::size_t a, std::size_t b) { return all.counts.association(a, b); };
    const auto probability = [&](std::size_t a, std::size_t b) { return all.counts.probability(a, b); };

    CHECK(missed("ref_econgeo_density_association_weighted.csv", association) == 0);
    CHECK(missed("ref_econgeo_density_prob_weighted.csv", probability) == 0);
    CHECK(missed("ref_econgeo_density_association_binary_gt1.csv", above_chance(association)) == 0);
    CHECK(missed("ref_econgeo_density_prob_binary_gt1.csv", above_chance(probability)) == 0);
    CHECK(missed("ref_econgeo_density_cosine_weighted.csv",
              [&](auto a, auto b) { return all.counts.cosine(a, b); }) == 0);
}

TEST_CASE("complexity of German regions equals an independent computation") {
    const auto folder = german("complexity of German regions");
    if (!folder) return;
    const auto all = analysed(*folder);

    const auto gold = wide(*folder / "own_eci_exact.csv");
    for (std::size_t r = 0; r < all.table.regions.size(); ++r) {
        CHECK(std::abs(*all.scores.regions[r] - gold.at({all.table.regions[r], "eci_z"})) < 1e-9);
    }
}

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

namespace {

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

TEST_CASE("co-occurrence and the remaining densities of German regions equal the reference") {
    const auto folder = german("co-occurrence of German industries");
    if (!folder) return;
    const auto all = analysed(*folder);
    const auto& names = all.table.industries;

    CHECK(misses(wide(*folder / "ref_econgeo_cooc.csv"), names, names, 0,
              [&](auto a, auto b) { return a == b ? 0.0 : static_cast<double>(all.counts.at(a, b)); }) == 0);
    const auto jaccard =
        density(all.present, [&](std::size_t a, std::size_t b) { return all.counts.jaccard(a, b); });
    const auto near = density(all.present,
        [&](std::size_t a, std::size_t b) { return all.counts.probability(a, b) > 1 ? 1.0 : 0.0; });
    const auto is_as = [&](const Density& ours, const char* file, double rounding) {
        for (const auto& [cell, percent] : wide(*folder / file)) {
            const auto mine = ours.at(place(all.table.regions, cell.first), place(names, cell.second));
            CHECK(std::abs(100 * mine.value() - percent) <= rounding);
        }
    };
    is_as(jaccard, "ref_econgeo_density_jaccard_weighted.csv", 0.0050001);
    is_as(near, "ref_econgeo_density_prob_int.csv", 0.5000001);
    is_as(near, "ref_econgeo_density_prob_ext.csv", 0.5000001);
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
