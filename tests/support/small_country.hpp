#pragma once

#include <doctest/doctest.h>
#include <cmath>
#include <random>
#include "engine/regional/projection/projection.hpp"

namespace example::inline small_country_shared {

using namespace medskapa;
using namespace medskapa::regional;

inline void fill(std::span<double> ages, const std::vector<double>& people) {
    std::copy(people.begin(), people.end(), ages.begin());
}

struct Country {
    Population people;
    PopulationRates rates;
};

/// Municipalities of very different size, with twelve ages.
inline Country random_country(unsigned seed, std::size_t municipalities = 5) {
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

inline Projection projected(const Country& country, std::size_t years, const Assumptions& assumed = {},
    const CountyFigures* county = nullptr) {
    return project(country.people, country.rates, {years, assumed, county});
}

inline double largest_gap(const Population& a, const Population& b, double times = 1) {
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
inline CountyFigures own_figures(const Country& country, std::size_t years, double times = 1) {
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

}  // namespace example::inline small_country_shared
