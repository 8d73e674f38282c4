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
