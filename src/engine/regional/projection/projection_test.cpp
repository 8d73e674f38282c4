#include "engine/regional/projection/projection.hpp"

#include <doctest/doctest.h>
#include <cmath>
#include <random>

using namespace medskapa;
using namespace medskapa::regional;

namespace {

const Assumptions as_now{1, 0, 1};

void fill(std::span<double> ages, const std::vector<double>& people) {
    std::copy(people.begin(), people.end(), ages.begin());
}

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

struct Country {
    Population people;
    PopulationRates rates;
};

/// Municipalities of very different size, with twelve ages.
Country random_country(unsigned seed, std::size_t municipalities = 5) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<> share(0, 1);
    std::vector<std::string> codes;
    for (std::size_t m = 0; m < municipalities; ++m) codes.push_back("m" + std::to_string(m));
    constexpr std::size_t ages = 12;
    Country country{Population(codes, ages), PopulationRates(municipalities)};
    const auto draw = [&](double most) {
        std::vector<double> numbers(ages);
        for (auto& number : numbers) number = most * share(random);
        return numbers;
    };
    for (std::size_t m = 0; m < municipalities; ++m) {
        auto& rates = country.rates[m];
        rates.fertility = draw(0.3);
        rates.fertility[0] = 0;
        for (const auto sex : both_sexes) {
            fill(country.people.of(m, sex), draw(1000.0 * static_cast<double>(m + 1)));
            rates.of(sex) = {draw(1), draw(0.3), draw(20), 0.01 * share(random), 0.1 * share(random)};
        }
    }
    return country;
}

Projection projected(const Country& country, std::size_t years, const Assumptions& assumed = {},
    const CountyFigures* county = nullptr) {
    return project(country.people, country.rates, {years, assumed, county});
}

double largest_gap(const Population& a, const Population& b, double times = 1) {
    double gap = 0;
    for (std::size_t m = 0; m < a.size(); ++m) {
        for (const auto sex : both_sexes) {
            for (std::size_t x = 0; x < a.ages(); ++x)
                gap = std::max(gap, std::abs(times * a.of(m, sex)[x] - b.of(m, sex)[x]));
        }
    }
    return gap;
}

/// The county's own figures of every year.
CountyFigures own_figures(const Country& country, std::size_t years, double times = 1) {
    CountyFigures figures(country.people.ages());
    project(
        country.people, country.rates, {years, {}, nullptr}, [&](std::size_t year, const Population& people) {
            if (year == 0) return;
            for (const auto sex : both_sexes) {
                std::vector<double> sums(people.ages());
                for (std::size_t m = 0; m < people.size(); ++m) {
                    for (std::size_t x = 0; x < sums.size(); ++x) sums[x] += times * people.of(m, sex)[x];
                }
                REQUIRE_FALSE(figures.add(year, sex, sums));
            }
        });
    return figures;
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

TEST_CASE("held to its own sum a county changes nothing, and held to others it has exactly those") {
    const auto country = random_country(5);
    const auto own = own_figures(country, 10);
    const auto more = own_figures(country, 10, 1.2);

    const auto free = projected(country, 10);
    const auto held = projected(country, 10, {}, &own);
    CHECK(largest_gap(free.last, held.last) < 1e-8);
    CHECK(std::abs(held.events[9][3].adjusted) < 1e-8);
    CHECK(held.warnings.empty());

    const auto raised = projected(country, 10, {}, &more);
    CHECK(raised.last.total() == doctest::Approx(1.2 * free.last.total()).epsilon(1e-9));
    REQUIRE(raised.warnings.size() == 1);
    CHECK(raised.warnings[0].place.part == "county");
}

TEST_CASE("where nobody has an age the county's figure is shared by people of that sex, else equally") {
    Population people({"a", "b"}, 3);
    fill(people.of(0, Sex::women), {30, 0, 0});
    fill(people.of(1, Sex::women), {10, 0, 0});
    CountyFigures figures(3);
    REQUIRE_FALSE(figures.add(1, Sex::women, {80, 8, 0}));
    REQUIRE_FALSE(figures.add(1, Sex::men, {6, 0, 0}));

    const auto added = figures.scale(people, 1);

    CHECK(people.of(0, Sex::women)[0] == 60);
    CHECK(people.of(0, Sex::women)[1] == 6);
    CHECK(people.of(1, Sex::women)[1] == 2);
    CHECK(people.of(0, Sex::men)[0] == 3);
    CHECK(people.of(1, Sex::men)[0] == 3);
    CHECK(added == std::vector<double>{39, 15});
    CHECK(figures.scale(people, 2) == std::vector<double>{0, 0});
}

TEST_CASE("a county's figures are refused when they are negative, of one sex, twice or of other ages") {
    CountyFigures figures(2);
    CHECK(figures.add(1, Sex::women, {1, 2, 3}));
    CHECK(figures.add(1, Sex::women, {1, -1}));
    CHECK(figures.add(1, Sex::women, {1, INFINITY}));
    CHECK_FALSE(figures.add(1, Sex::women, {1, 0}));
    CHECK(figures.add(1, Sex::women, {1, 0}));
    CHECK(figures.fault());
    CHECK_FALSE(figures.add(1, Sex::men, {1, 0}));
    CHECK_FALSE(figures.fault());
}
