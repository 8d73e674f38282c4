#include "domain/statistics/dataset.hpp"

#include "domain/field.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

Dataset population() {
    Dataset dataset;
    dataset.title = "Folkmängd";
    dataset.source = "SCB";
    dataset.licence = "CC0";
    dataset.dimensions = {{"region", {{"2305", "Bräcke"}, {"2380", "Östersund"}}},
        {"period", {{"2023", "2023"}, {"2024", "2024"}, {"2025", "2025"}}}};
    return dataset;
}

const std::vector<Dataset::Cell> two_cells{{0, 6000.0, ""}, {5, std::nullopt, ".."}};

Place refusal(const Dataset& dataset, const std::vector<Dataset::Cell>& cells) {
    const auto result = checked(dataset, cells);
    return result ? Place{} : result.error().complaints.front().place;
}

}  // namespace

TEST_CASE("a dataset counts its cells, and those without a number") {
    const auto dataset = checked(population(), two_cells);

    REQUIRE(dataset);
    CHECK(dataset->cells == 2);
    CHECK(dataset->missing == 1);
}

TEST_CASE("the last dimension runs fastest") {
    const auto dataset = population();

    CHECK(dataset.places() == 6);
    CHECK(dataset.members_at(0) == std::vector<std::size_t>{0, 0});
    CHECK(dataset.members_at(2) == std::vector<std::size_t>{0, 2});
    CHECK(dataset.members_at(3) == std::vector<std::size_t>{1, 0});
}

TEST_CASE("a dataset without title, source or licence is refused with all that lacks") {
    auto dataset = population();
    dataset.title = dataset.source = dataset.licence = " ";

    CHECK(checked(dataset, two_cells).error().complaints.size() == 3);
}

TEST_CASE("cells that stand twice, or nowhere, and a dataset of none are refused") {
    CHECK(refusal(population(), {}) == Field::file);
    CHECK(refusal(population(), {{1, 1.0, ""}, {1, 2.0, ""}}) == Field::file);
    CHECK(refusal(population(), {{6, 1.0, ""}}) == Field::file);
    CHECK(refusal(population(), {{-1, 1.0, ""}}) == Field::file);
    CHECK(refusal(population(), {{5, 1.0, ""}}) == Place{});
}

TEST_CASE("more combinations than can be counted are refused") {
    auto dataset = population();
    dataset.dimensions.assign(6, {"many", std::vector<Dataset::Member>(1000)});

    CHECK_FALSE(dataset.places());
    CHECK(refusal(dataset, two_cells) == Field::file);
}
