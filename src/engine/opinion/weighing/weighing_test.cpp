#include "engine/opinion/random.hpp"
#include "engine/opinion/report/weighing_report.hpp"
#include "support/weighing_pieces.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace medskapa;
using namespace medskapa::opinion;

using namespace example;

namespace {

exchange::PointsTable points(const std::string& csv) {
    return exchange::read_points(pieces(csv)).value();
}

}  // namespace

TEST_CASE(
    "an answer must be whole numbers from 0 that make a hundred, and any other is counted, not mended") {
    const auto table = points(
        "sector,a,b\n"
        "citizen,100,0\ncitizen,50,51\ncitizen,50,49\ncitizen,101,-1\ncitizen,50.0,50\ncitizen,,100\n"
        "citizen,9223372036854775807,1\ncitizen,x,100\n,50,50\n");
    CHECK(table.weighing.accepted() == 1);
    CHECK(table.weighing.refused() == 8);
}

TEST_CASE("a sector of five stands by itself, smaller ones only together when they are five") {
    const auto alone = points("sector,a,b\n" + repeated("citizen,60,40", 5) + repeated("agency,50,50", 4));
    const auto sectors = alone.weighing.sectors();
    CHECK(sectors.by_name.size() == 1);
    CHECK(sectors.left_out == 4);

    const auto pooled = points("sector,a,b\n" + repeated("citizen,60,40", 5) + repeated("agency,50,50", 4) +
                               repeated("university,10,90", 1));
    const auto together = pooled.weighing.sectors();
    CHECK(together.left_out == 0);
    CHECK(together.by_name.at("(other)").answers == 5);
    CHECK(together.by_name.at("(other)").items[0].mean == 42);
}

TEST_CASE("a small sector that calls itself the pool does not stand by itself") {
    const auto table = points("sector,a,b\n" + repeated("(other),60,40", 5) + repeated("agency,50,50", 1));
    CHECK(table.weighing.sectors().by_name.at("(other)").answers == 6);
}

TEST_CASE("an interval stays within the hundred points, and where all answer alike it is the point") {
    const auto table =
        points("sector,a,b\ncitizen,100,0\ncitizen,0,100\ncitizen,100,0\ncitizen,0,100\ncitizen,1,99\n");
    const auto wide = table.weighing.sectors().by_name.at("citizen").items[0];
    CHECK(wide.low == 0);
    CHECK(wide.high == 100);
    CHECK(wide.zero == 0.4);

    const auto alike = points("sector,a,b\n" + repeated("citizen,60,40", 5));
    const auto total = weighed_total(alike.weighing.sectors().by_name, {}).value();
    CHECK(total.items[0].mean == 60);
    CHECK(total.items[0].low == 60);
    CHECK(total.items[0].high == 60);
    CHECK_FALSE(total.items[0].freedom);
}

TEST_CASE("a sector's weight is not how many it is, and a total needs a sector with weight") {
    const auto table = points("sector,a,b\n" + repeated("citizen,60,40", 50) + repeated("business,20,80", 5));
    const auto sectors = table.weighing.sectors().by_name;

    CHECK(weighed_total(sectors, {}).value().items[0].mean == 40);
    CHECK(weighed_total(sectors, {{"citizen", 3}}).value().items[0].mean == 50);
    CHECK(weighed_total(sectors, {{"citizen", 3}}).value().weights.at("business") == 0.25);
    CHECK_FALSE(weighed_total(sectors, {{"citizen", 0}, {"business", 0}}));
    CHECK_FALSE(weighed_total({}, {}));
}

TEST_CASE("the order in which points came does not change a bit") {
    std::vector<std::string> rows;
    Random random{3};
    for (int i = 0; i < 60; ++i) {
        const auto a = random.below(60);
        const auto b = random.below(40);
        rows.push_back((i % 3 == 0 ? "citizen," : "business,") + std::to_string(a) + "," + std::to_string(b) +
                       "," + std::to_string(100 - a - b));
    }
    const auto total = [&] {
        std::string csv = "sector,a,b,c\n";
        for (const auto& row : rows) csv += row + "\n";
        std::vector<double> figures;
        const auto weighed = weighed_total(points(csv).weighing.sectors().by_name, {}).value();
        for (const auto& item : weighed.items)
            figures.insert(figures.end(), {item.mean, item.low, item.high, *item.freedom});
        return figures;
    };
    const auto before = total();
    random.shuffle(rows);
    CHECK(total() == before);
}

TEST_CASE("a file that is no table of points is refused with what to do") {
    CHECK(refusal(exchange::read_points, "") == "The file is empty. Give a file with a header and rows.");
    CHECK(refusal(exchange::read_points, "group,a,b\nx,50,50\n") == "Line 1: there is no column \"sector\".");
    CHECK(refusal(exchange::read_points, "sector,a\ncitizen,100\n")
              .starts_with("Line 1: there are fewer than two"));
    CHECK(refusal(exchange::read_points, "sector,a,a\ncitizen,50,50\n")
              .starts_with("Line 1: the column a stands twice"));
    CHECK(refusal(exchange::read_points, "sector,a,b\ncitizen,50\n")
              .starts_with("Line 2 of the file has fewer or more columns"));
    CHECK(refusal(exchange::read_points, "sector,a,b\n\"citizen,50,50\n") != "");
}
