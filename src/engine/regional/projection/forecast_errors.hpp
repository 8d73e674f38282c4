#pragma once

#include "engine/regional/projection/population.hpp"

#include <optional>

namespace medskapa::regional {

/// How far people as they were projected are from people as they came to be. What cannot be computed is none.
struct ForecastErrors {
    std::vector<std::optional<double>> relative;  // (projected - actual) / actual; none where nobody lives
    std::optional<double> mape;                   // mean of |relative|, unweighted
    std::optional<double> mpe;                    // mean of relative
    std::optional<double> wmape_age;  // |projected - actual| by municipality and five-year group, over all
    std::optional<double> bias;       // projected / actual - 1 of all people together
};

/// The two have the same municipalities and ages.
ForecastErrors forecast_errors(const Population& projected, const Population& actual);

/// A projection over years that have passed, next to the guess that nothing changes.
struct BackTest {
    std::size_t years = 0;
    ForecastErrors projection;
    ForecastErrors unchanged;
    std::optional<double> skill;  // 1 - MAPE / MAPE of the guess
    std::optional<double> band;   // the 80 % quantile of |relative| of the projection
};
BackTest back_test(
    std::size_t years, const Population& before, const Population& projected, const Population& actual);

/// How far up and down a total of a later year may lie, as a share of it: the band widened by the square root
/// of year / years of the test.
std::optional<double> band_of_year(const BackTest&, std::size_t year);

}  // namespace medskapa::regional
