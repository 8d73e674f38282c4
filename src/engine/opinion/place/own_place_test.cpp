#include "engine/opinion/place/own_place.hpp"

#include "engine/opinion/active_votes.hpp"
#include "engine/opinion/plane/landscape.hpp"
#include "engine/opinion/synthetic.hpp"
#include "support/opinion_gold.hpp"

#include <cmath>

using namespace medskapa;
using namespace medskapa::opinion;
using test::Json;

namespace {

Plane plane_in(const Json& axes) {
    Plane plane;
    plane.center = axes.at("centre").get<std::vector<double>>();
    plane.components = {axes.at("q1").get<std::vector<double>>(), axes.at("q2").get<std::vector<double>>()};
    return plane;
}

std::vector<Point> points_in(const Json& pairs) {
    std::vector<Point> points;
    for (const auto& pair : pairs) points.push_back({pair[0], pair[1]});
    return points;
}

void check_number(double found, const Json& gold, double tolerance) {
    CHECK(found == doctest::Approx(gold.get<double>()).epsilon(tolerance));
}

void check_place(const OwnPlace& found, const Json& gold, bool is_whole) {
    check_number(found.place.x, gold.at("pos")[0], 1e-12);
    check_number(found.place.y, gold.at("pos")[1], 1e-12);
    check_number(found.covariance->xx, gold.at("cov")[0][0], 1e-9);
    check_number(found.covariance->xy, gold.at("cov")[0][1], 1e-9);
    check_number(found.covariance->yy, gold.at("cov")[1][1], 1e-9);
    CHECK(found.region.has_value() != is_whole);
    if (found.region) {
        check_number(found.region->long_half, gold.at("ellipse").at("long"), 1e-9);
        check_number(found.region->short_half, gold.at("ellipse").at("short"), 1e-9);
        check_number(found.region->angle, gold.at("ellipse").at("angle"), 1e-9);
        check_number(found.region->spread, gold.at("ellipse").at("t2"), 1e-9);
    }
    CHECK(found.group->number == gold.at("group").get<std::size_t>());
    check_number(found.group->margin, gold.at("margin"), 1e-12);
    CHECK(found.group->support == gold.at("support").get<double>());
}

/// Twelve statements that pull apart along two axes.
Plane crossing() {
    Plane plane;
    plane.center.assign(12, 0);
    const double length = std::sqrt(1.0 / 12);
    for (int j = 0; j < 12; ++j) {
        plane.components[0].push_back(length);
        plane.components[1].push_back(j % 2 == 0 ? length : -length);
    }
    return plane;
}

std::vector<Ballot> agreeing(std::size_t votes) {
    std::vector<Ballot> ballots;
    for (std::size_t j = 0; j < votes; ++j) ballots.emplace_back(j, j % 3 == 0 ? Vote::pass : Vote::agree);
    return ballots;
}

}  // namespace

TEST_CASE("ballots of real conversations stand where the reference says, and are as sure of it") {
    for (const auto& folder : test::shared_conversations("own places")) {
        const auto file = test::second_gold("opinion/" + folder.filename().string() + ".json", "own places");
        if (!file) continue;
        const auto gold = test::json_in(*file);
        const auto active = active_votes(test::conversation_in(folder));
        const auto plane = plane_in(gold.at("axes"));
        const auto centers = points_in(gold.at("place").at("centres"));
        for (const auto& wanted : gold.at("place").at("ballots")) {
            CAPTURE(wanted.at("id").get<int>());
            const auto seat = active.seat_of(wanted.at("id")).value();
            const auto ballots = active.ballots(seat).first(wanted.at("first_votes"));

            const auto found = own_place(plane, ballots, centers, wanted.at("seed"));

            check_place(found.value(), wanted, ballots.size() == plane.center.size());
        }
    }
}

TEST_CASE("nobody has a place without votes, nor a group or region before the third") {
    const std::vector<Point> centers{{-1, 0}, {1, 0}};
    CHECK_FALSE(own_place(crossing(), {}, centers, 1));

    const auto one = own_place(crossing(), agreeing(1), centers, 1).value();
    CHECK_FALSE(one.covariance);
    CHECK_FALSE(one.group);
    const auto two = own_place(crossing(), agreeing(2), centers, 1).value();
    CHECK(two.covariance);
    CHECK_FALSE(two.region);
    CHECK_FALSE(two.group);
    const auto three = own_place(crossing(), agreeing(3), centers, 1).value();
    CHECK(three.region);
    CHECK(three.group);
}

TEST_CASE("a whole ballot has no region, and its group is sure") {
    const auto found = own_place(crossing(), agreeing(12), std::vector<Point>{{9, 9}, {1, 0}}, 1).value();
    CHECK_FALSE(found.region);
    CHECK(found.group->number == 1);
    CHECK(found.group->support == 1);
}

TEST_CASE("of groups that are equally near the first is shown, one group alone is sure, and none is none") {
    const auto ballots = agreeing(5);
    const std::vector<Point> same{{1, 1}, {1, 1}};
    const auto two = own_place(crossing(), ballots, same, 1).value();
    CHECK(two.group->number == 0);
    CHECK(two.group->margin == 0);
    const auto one = own_place(crossing(), ballots, std::vector<Point>{{5, 5}}, 1).value();
    CHECK(one.group->margin == 1);
    CHECK(one.group->support == 1);
    CHECK_FALSE(own_place(crossing(), ballots, {}, 1).value().group);
}

TEST_CASE("the same seed draws the same ballots") {
    const auto active = active_votes(synthetic_conversation({80, 30, 0.4, 2}));
    const auto found = landscape(active);
    const std::vector<Point> centers{{-1, 0}, {1, 0}};
    const auto support = [&](std::uint64_t seed) {
        return own_place(found.plane, active.ballots(found.seats[3]), centers, seed)->group->support;
    };
    CHECK(support(1) == support(1));
}
