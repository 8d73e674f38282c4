#include "engine/regional/table.hpp"

#include <doctest/doctest.h>

using namespace medskapa::regional;

namespace {

Table built(const std::vector<std::tuple<const char*, const char*, std::optional<double>>>& rows) {
    TableBuilder builder;
    for (const auto& [region, industry, value] : rows) builder.add(region, industry, value);
    return builder.finish().value();
}

bool warns_of(const Table& table, const std::string& kind) {
    for (const auto& warning : table.warnings) {
        if (warning.place == kind) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("codes stay text and stand in order, whatever the order of the rows") {
    const auto table =
        built({{"2380", "B", 4.0}, {"0114", "B", 2.0}, {"2380", "A", 3.0}, {"0114", "A", 1.0}});

    CHECK(table.regions == std::vector<std::string>{"0114", "2380"});
    CHECK(table.values == std::vector<double>{1, 2, 3, 4});
    CHECK(table.warnings.empty());
}

TEST_CASE("rows of the same pair are summed, and said") {
    const auto table = built({{"a", "x", 1.0}, {"a", "x", 2.0}});

    CHECK(table.at(0, 0) == 3);
    CHECK(warns_of(table, "duplicates"));
}

TEST_CASE("missing is not zero and is left out of the sums") {
    const auto table = built({{"a", "x", 5.0}, {"a", "y", std::nullopt}});

    CHECK(table.is_missing(0, 1));
    CHECK_FALSE(table.is_missing(0, 0));
    CHECK(totals(table).region[0] == 5);
    CHECK(warns_of(table, "missing"));
}

TEST_CASE("a pair with one missing row is missing as a whole") {
    const auto table = built({{"a", "x", 5.0}, {"a", "x", std::nullopt}, {"a", "y", 1.0}});

    CHECK(table.is_missing(0, 0));
    CHECK(totals(table).all == 1);
}

TEST_CASE("a pair without a row counts as zero, and that is said") {
    const auto table = built({{"a", "x", 5.0}, {"b", "y", 1.0}});

    CHECK_FALSE(table.is_missing(0, 1));
    CHECK(warns_of(table, "no_row"));
}

TEST_CASE("an empty table and a negative amount are refused") {
    CHECK_FALSE(TableBuilder{}.finish());
    TableBuilder negative;
    negative.add("a", "x", -0.5);
    CHECK_FALSE(negative.finish());
    TableBuilder zero;
    zero.add("a", "x", 0);
    CHECK(zero.finish());
}

TEST_CASE("groups are sums of their parts, and a code without a group is refused") {
    const auto table = built({{"a", "x", 1.0}, {"b", "x", 2.0}, {"c", "x", 4.0}});

    const auto grouped = by_region_group(table, {{"a", "north"}, {"b", "north"}, {"c", "south"}});
    REQUIRE(grouped);
    CHECK(grouped->values == std::vector<double>{3, 4});
    const auto refused = by_region_group(table, {{"a", "north"}, {"b", "north"}});
    REQUIRE_FALSE(refused);
    CHECK(in_english(refused.error().complaints[0]) == "\"c\" has no group. Add it to the list of groups.");
}
