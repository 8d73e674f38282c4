#include "engine/regional/change/report_change.hpp"
#include "engine/regional/relatedness/column_groups.hpp"
#include "engine/regional/relatedness/opportunities.hpp"
#include "engine/regional/report.hpp"
#include "support/random_tables.hpp"

#include <doctest/doctest.h>
#include <cmath>
#include <sstream>

using namespace medskapa;
using namespace medskapa::regional;
using test::Chance;
using test::table_of;

namespace {

constexpr std::uint64_t worlds = 200;

Analysis analysed(const std::vector<test::AmountRow>& rows) {
    return analyse(table_of(rows), Settings{}, [](auto, auto) {});
}

std::string all_output(const std::vector<test::AmountRow>& rows) {
    const auto all = analysed(rows);
    std::ostringstream out;
    write_cells(out, all);
    write_regions(out, all, {});
    write_industries(out, all);
    write_proximities(out, all.counts, all.table.industries);
    write_opportunities(out, all, OwnProximity::left_out, 0, 0.5);
    return out.str() + run_record(run_of(all, Settings{}, {}));
}

bool is_near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance * std::max({1.0, std::abs(a), std::abs(b)});
}

/// The same table with the codes of the industries turned round.
std::vector<test::AmountRow> renamed(std::vector<test::AmountRow> rows) {
    for (auto& row : rows) row.industry = "i" + std::to_string(9 - std::stoi(row.industry.substr(1)));
    return rows;
}

}  // namespace

TEST_CASE("the order of rows never shows, to the byte") {
    for (std::uint64_t seed = 0; seed < worlds; ++seed) {
        Chance chance(seed);
        const auto rows = chance.amounts();
        CAPTURE(seed);
        CHECK(all_output(chance.shuffled(rows)) == all_output(rows));
    }
}

TEST_CASE("no output is ever NaN or infinite") {
    for (std::uint64_t seed = 0; seed < worlds; ++seed) {
        const auto output = all_output(Chance(seed).amounts());
        CAPTURE(seed);
        CHECK(output.find("nan") == std::string::npos);
        CHECK(output.find("inf") == std::string::npos);
    }
}

TEST_CASE("other names for the industries change no region's complexity") {
    for (std::uint64_t seed = 0; seed < worlds; ++seed) {
        const auto rows = Chance(seed).amounts();
        const auto one = analysed(rows);
        const auto other = analysed(renamed(rows));
        if (!one.scores.gap || *one.scores.gap < 1e-6) continue;
        CAPTURE(seed);
        for (std::size_t r = 0; r < one.table.regions.size(); ++r) {
            REQUIRE(one.scores.regions[r].has_value() == other.scores.regions[r].has_value());
            if (one.scores.regions[r]) CHECK(is_near(*one.scores.regions[r], *other.scores.regions[r], 1e-7));
        }
    }
}

TEST_CASE("counting in another unit leaves every quotient as it was") {
    for (std::uint64_t seed = 0; seed < worlds; ++seed) {
        auto rows = Chance(seed).amounts();
        const auto one = table_of(rows);
        for (auto& row : rows) {
            if (row.value) *row.value *= 1000;
        }
        const auto thousand = table_of(rows);
        const auto sums = totals(one);
        const auto thousand_sums = totals(thousand);
        CAPTURE(seed);
        for (std::size_t r = 0; r < one.regions.size(); ++r) {
            for (std::size_t i = 0; i < one.industries.size(); ++i) {
                const auto cell = specialisation(one, sums, r, i);
                const auto same = specialisation(thousand, thousand_sums, r, i);
                REQUIRE(cell.has_value() == same.has_value());
                if (cell) CHECK(is_near(cell->quotient, same->quotient, 1e-12));
            }
        }
    }
}

TEST_CASE("related and unrelated variety sum to the entropy") {
    Grouping groups;
    for (int i = 0; i < 10; ++i) groups["i" + std::to_string(i)] = i % 3 == 0 ? "a" : "b";
    for (std::uint64_t seed = 0; seed < worlds; ++seed) {
        const auto table = table_of(Chance(seed).amounts());
        const auto sums = totals(table);
        CAPTURE(seed);
        for (std::size_t r = 0; r < table.regions.size(); ++r) {
            const auto shape = profile(table, sums, r, groups);
            REQUIRE(shape.entropy.has_value() == (sums.region[r] > 0));
            if (shape.entropy)
                CHECK(is_near(*shape.related_variety + *shape.unrelated_variety, *shape.entropy, 1e-12));
        }
    }
}

TEST_CASE("the parts of a change sum to it, in every form") {
    for (std::uint64_t seed = 0; seed < worlds; ++seed) {
        Chance chance(seed);
        const std::vector<Table> periods{
            table_of(chance.amounts()), table_of(chance.amounts()), table_of(chance.amounts())};
        for (const auto& shifts : {shift_share(periods[0], periods[1], ShiftForm::dunn),
                 shift_share(periods[0], periods[1], ShiftForm::esteban_marquillas),
                 dynamic_shift_share(periods)}) {
            CAPTURE(seed);
            if (!shifts) continue;
            for (const auto& cell : shifts->cells) {
                const auto sum = cell.national + cell.mix + cell.regional + cell.allocation;
                CHECK(std::abs(sum - cell.change) <= 1e-9);
            }
        }
    }
}

TEST_CASE("a region's complexity is the mean of its industries', and densities lie between 0 and 1") {
    for (std::uint64_t seed = 0; seed < worlds; ++seed) {
        const auto all = analysed(Chance(seed).amounts());
        CAPTURE(seed);
        for (std::size_t r = 0; r < all.table.regions.size(); ++r) {
            double sum = 0;
            for (const auto i : all.present.industries_in(r)) sum += all.scores.industries[i].value_or(0);
            if (all.scores.regions[r])
                CHECK(is_near(*all.scores.regions[r], sum / all.present.diversity()[r], 1e-9));
            for (std::size_t i = 0; i < all.table.industries.size(); ++i) {
                const auto density = all.densities.at(r, i);
                if (density) CHECK((0 <= *density && *density <= 1));
            }
        }
    }
}

TEST_CASE("sums by groups of columns equal sums one by one") {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        Chance chance(seed);
        Presence present(1 + chance.up_to(80), 1 + chance.up_to(40));
        std::vector<double> values(present.industries());
        for (auto& value : values) value = static_cast<double>(chance.up_to(1000));
        for (std::size_t r = 0; r < present.regions(); ++r) {
            for (std::size_t i = 0; i < present.industries(); ++i) {
                if (chance.one_in(3)) present.put(r, i);
            }
        }
        std::vector<ColumnGroups::Lanes> lanes(present.industries());
        for (std::size_t i = 0; i < lanes.size(); ++i) lanes[i].fill(values[i]);
        const ColumnGroups groups(present, ColumnGroups::Rows::regions);
        const auto sums = groups.sums(values);
        const auto lane_sums = groups.sums(lanes);

        CAPTURE(seed);
        for (std::size_t r = 0; r < present.regions(); ++r) {
            double plain = 0;
            for (const auto i : present.industries_in(r)) plain += values[i];
            CHECK(sums[r] == plain);
            CHECK(lane_sums[r][15] == plain);
        }
    }
}
