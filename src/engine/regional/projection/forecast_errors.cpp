#include "engine/regional/projection/forecast_errors.hpp"

#include "engine/regional/projection/age_groups.hpp"
#include "engine/regional/quantile.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::regional {
namespace {

constexpr double band_quantile = 0.8;

std::optional<double> ratio(double above, double below) {
    if (below <= 0) return std::nullopt;
    return above / below;
}

std::vector<double> known(const std::vector<std::optional<double>>& values) {
    std::vector<double> numbers;
    for (const auto& value : values) {
        if (value) numbers.push_back(*value);
    }
    return numbers;
}

std::optional<double> mean(const std::vector<double>& numbers) {
    return ratio(sum(numbers), static_cast<double>(numbers.size()));
}

std::vector<double> sizes(std::vector<double> numbers) {
    for (auto& number : numbers) number = std::abs(number);
    return numbers;
}

std::optional<double> error_by_age(const Population& projected, const Population& actual) {
    const auto groups = five_year_groups(actual.ages());
    double apart = 0;
    for (std::size_t m = 0; m < actual.size(); ++m) {
        for (const auto& group : groups) {
            double difference = 0;
            for (const auto sex : both_sexes)
                difference += sum_of(projected.of(m, sex), group) - sum_of(actual.of(m, sex), group);
            apart += std::abs(difference);
        }
    }
    return ratio(apart, actual.total());
}

}  // namespace

ForecastErrors forecast_errors(const Population& projected, const Population& actual) {
    ForecastErrors errors;
    for (std::size_t m = 0; m < actual.size(); ++m) {
        const double came = actual.total(m);
        errors.relative.push_back(ratio(projected.total(m) - came, came));
    }
    const auto relative = known(errors.relative);
    errors.mape = mean(sizes(relative));
    errors.mpe = mean(relative);
    errors.wmape_age = error_by_age(projected, actual);
    if (const auto share = ratio(projected.total(), actual.total())) errors.bias = *share - 1;
    return errors;
}

BackTest back_test(
    std::size_t years, const Population& before, const Population& projected, const Population& actual) {
    BackTest test{years, forecast_errors(projected, actual), forecast_errors(before, actual), std::nullopt,
        std::nullopt};
    if (test.projection.mape && test.unchanged.mape) {
        if (const auto left = ratio(*test.projection.mape, *test.unchanged.mape)) test.skill = 1 - *left;
    }
    test.band = quantile(sizes(known(test.projection.relative)), band_quantile);
    return test;
}

std::optional<double> band_of_year(const BackTest& test, std::size_t year) {
    if (!test.band || test.years == 0) return std::nullopt;
    return *test.band * std::sqrt(static_cast<double>(year) / static_cast<double>(test.years));
}

}  // namespace medskapa::regional
