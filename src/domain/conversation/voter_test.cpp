#include "domain/conversation/voter.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

const std::vector<Municipality> places{{"2380", "Östersund"}, {"2326", "Berg"}};

}  // namespace

TEST_CASE("who votes may state all, some or nothing of themselves") {
    CHECK(check_background({}, places));
    CHECK(check_background({"2326", "", ""}, places));
    CHECK(check_background({"outside", "citizen", ""}, places));
}

TEST_CASE("a municipality elsewhere, an unknown kind and an unknown age are refused, all at once") {
    const auto refused = check_background({"0180", "king", "30"}, places);
    REQUIRE(!refused);
    CHECK(refused.error().complaints.size() == 3);
    CHECK(check_background({"", "", "65-"}, places));
}

TEST_CASE("a population is of known categories and of at least one person in each") {
    CHECK(check_population({}, places));
    CHECK(check_population({{{"2326", 1}}, {{"0-24", largest_population}}}, places));
    const auto refused =
        check_population({{{"2326", 0}, {"0180", 5}}, {{"0-24", largest_population + 1}, {"x", 5}}}, places);
    REQUIRE(!refused);
    CHECK(refused.error().complaints.size() == 4);
}

TEST_CASE("shares are of those who have answered, and nobody is a share too") {
    const std::vector<std::string> wanted{"2380", "2326"};
    const auto shares = shares_of({{"", 60}, {"2380", 30}, {"outside", 10}}, wanted);
    REQUIRE(shares.size() == 2);
    CHECK(shares[0].people == 30);
    CHECK(shares[0].share == doctest::Approx(0.75));
    CHECK(shares[1].people == 0);
    CHECK(shares_of({{"", 3}}, wanted)[0].share == 0);
}
