#include "engine/regional/projection/projection.hpp"
#include "support/small_country.hpp"

#include <doctest/doctest.h>
#include <cmath>
#include <random>

using namespace medskapa;
using namespace medskapa::regional;

using namespace example;

namespace {

const Assumptions as_now{1, 0, 1};

/// Four ages, the last open, as worked by hand.
Population small_town() {
    Population people({"tiny"}, 4);
    fill(people.of(0, Sex::women), {100, 80, 60, 40});
    fill(people.of(0, Sex::men), {110, 90, 50, 30});
    return people;
}

MunicipalityRates small_rates() {
    return {{0, 0.1, 0.2, 0}, {{0.01, 0.02, 0.05, 0.5}, {0.1, 0.2, 0.1, 0}, {1, 5, 6, 1}, 0.004, 0.05},
        {{0.02, 0.03, 0.1, 0.6}, {0.1, 0.1, 0.1, 0}, {2, 4, 7, 2}, 0.005, 0.05}};
}

}  // namespace

TEST_CASE("a year of a small town is as it comes out by hand") {
    const auto ours = project(small_town(), {small_rates()}, {1, as_now, nullptr});
    const auto women = ours.last.of(0, Sex::women);
    const auto men = ours.last.of(0, Sex::men);

    CHECK(women[0] == doctest::Approx(10.959101170731707).epsilon(1e-12));
    CHECK(women[1] == doctest::Approx(94.1));
    CHECK(women[2] == doctest::Approx(68.72));
    CHECK(women[3] == doctest::Approx(72.3));
    CHECK(men[0] == doctest::Approx(12.446557176829268).epsilon(1e-12));
    CHECK(men[1] == doctest::Approx(101.02));
    CHECK(men[2] == doctest::Approx(85.57));
    CHECK(men[3] == doctest::Approx(54.5));
    const auto& events = ours.events[0][0];
    CHECK(events.births == doctest::Approx(21.577));
    CHECK(events.deaths == doctest::Approx(53.597359634146336).epsilon(1e-12));
    CHECK(events.out == doctest::Approx(56.36398201829269).epsilon(1e-12));
    CHECK(events.in == doctest::Approx(28));
}

TEST_CASE("people are those of the year before and what happened, in every year and municipality") {
    const auto country = random_country(1);
    const auto figures = own_figures(country, 20, 1.03);
    for (const auto scenario : {Scenario::main, Scenario::low, Scenario::high, Scenario::no_moving}) {
        const auto ours = projected(country, 20, assumptions_of(scenario), &figures);
        for (std::size_t year = 1; year <= 20; ++year) {
            for (std::size_t m = 0; m < country.people.size(); ++m) {
                const double change = ours.totals[year][m] - ours.totals[year - 1][m];
                CHECK(change == doctest::Approx(ours.events[year - 1][m].change()).epsilon(1e-9));
            }
        }
    }
}

TEST_CASE("three times the people and those who move in give three times the future") {
    auto country = random_country(2);
    const auto once = projected(country, 15).last;
    for (std::size_t m = 0; m < country.people.size(); ++m) {
        for (const auto sex : both_sexes) {
            for (auto& people : country.people.of(m, sex)) people *= 3;
            for (auto& people : country.rates[m].of(sex).move_in) people *= 3;
        }
    }

    CHECK(largest_gap(once, projected(country, 15).last, 3) < 1e-8);
}

TEST_CASE("where nobody moves, dies or is born the total stays and everybody ages") {
    auto country = random_country(3);
    for (auto& rates : country.rates) {
        std::fill(rates.fertility.begin(), rates.fertility.end(), 0.0);
        for (const auto sex : both_sexes) {
            std::fill(rates.of(sex).dies.begin(), rates.of(sex).dies.end(), 0.0);
        }
    }

    const auto ours = projected(country, 30, assumptions_of(Scenario::no_moving));

    for (std::size_t m = 0; m < country.people.size(); ++m) {
        CHECK(ours.totals[30][m] == doctest::Approx(ours.totals[0][m]).epsilon(1e-12));
        CHECK(ours.last.of(m, Sex::men)[11] ==
              doctest::Approx(ours.last.total(m) - ours.last.of(m, Sex::women)[11]));
    }
}

TEST_CASE("a municipality's future does not depend on the others, unless a county's figures bind them") {
    const auto country = random_country(4);
    const Country alone{[&] {
                            Population one({"m2"}, country.people.ages());
                            for (const auto sex : both_sexes) {
                                const auto of = country.people.of(2, sex);
                                std::copy(of.begin(), of.end(), one.of(0, sex).begin());
                            }
                            return one;
                        }(),
        {country.rates[2]}};

    CHECK(projected(country, 12).totals[12][2] == projected(alone, 12).totals[12][0]);
}

TEST_CASE("only those who move in at one age come to a place where nobody was, and births follow") {
    Country country{Population({"new"}, 5), {small_rates()}};
    auto& rates = country.rates[0];
    rates.fertility = {0, 0, 0, 0.5, 0};
    rates.women = {{0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}, {0, 0, 0, 10, 0}, 0, 0};
    rates.men = {{0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}, 0, 0};

    const auto ours = projected(country, 1, as_now);

    CHECK(ours.last.of(0, Sex::women)[3] == 10);
    CHECK(ours.events[0][0].births == 2.5);
    CHECK(ours.last.total() == 12.5);
}

TEST_CASE("of a net, what is below 0 is not scaled, and an age below 0 is counted as 0 and reported") {
    Country country{small_town(), {small_rates()}};
    for (const auto sex : both_sexes) {
        auto& rates = country.rates[0].of(sex);
        std::fill(rates.moves_out.begin(), rates.moves_out.end(), 0.0);
        rates.born_moves_out = 0;
        rates.move_in = {0, 10, -200, 0};
    }

    const auto ours = projected(country, 1, {1, 0, 2});

    const auto& events = ours.events[0][0];
    CHECK(events.in == 2 * (20 - 200));
    CHECK(ours.last.of(0, Sex::women)[1] == doctest::Approx(100 * 0.99 + 20));
    CHECK(ours.last.of(0, Sex::women)[2] == 0);
    CHECK(events.raised == doctest::Approx((200 - 80 * 0.98) + (200 - 90 * 0.97)));
    CHECK(ours.totals[1][0] - ours.totals[0][0] == doctest::Approx(events.change()).epsilon(1e-12));
    REQUIRE(ours.warnings.size() == 1);
    CHECK(ours.warnings[0].place.part == "raised");
}

TEST_CASE("a net that empties the women of a place leaves nobody below 0, boys neither") {
    Country country{small_town(), {small_rates()}};
    auto& rates = country.rates[0];
    rates.women.moves_out = {0, 0, 0, 0};
    rates.women.born_moves_out = 0;
    rates.women.move_in = {-50, -1000, -1000, -1000};

    const auto ours = projected(country, 3, as_now);

    for (const auto sex : both_sexes) {
        for (const double people : ours.last.of(0, sex)) CHECK(people >= 0);
    }
    for (std::size_t year = 0; year < 3; ++year) {
        CHECK(ours.totals[year + 1][0] - ours.totals[year][0] ==
              doctest::Approx(ours.events[year][0].change()).epsilon(1e-12));
    }
}
