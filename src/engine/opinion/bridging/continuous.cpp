#include "engine/opinion/bridging/continuous.hpp"

#include "engine/opinion/bridging/ranks.hpp"
#include "engine/opinion/tally.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace medskapa::opinion {
namespace {

constexpr double tail = 0.05;
constexpr double width_of_line = 0.25;
constexpr int exponent = 6;  // why six: docs/adr/0017-bridging-and-slates.md

using Rates = std::array<double, ContinuousBridging::spots>;

Rates spots_on(const ContinuousBridging::Line& line) {
    Rates spots{};
    for (std::size_t g = 0; g < spots.size(); ++g)
        spots[g] = line.low +
                   (line.high - line.low) * static_cast<double>(g) / static_cast<double>(spots.size() - 1);
    return spots;
}

double power_mean(const Rates& rates) {
    double sum = 0;
    for (const auto rate : rates) {
        const double cube = rate * rate * rate;
        sum += 1 / (cube * cube);
    }
    return std::pow(sum / static_cast<double>(rates.size()), -1.0 / exponent);
}

ContinuousBridging::Least least_of(const Rates& rates) {
    const auto least = std::min_element(rates.begin(), rates.end());
    return {*least, static_cast<std::size_t>(least - rates.begin())};
}

}  // namespace

std::vector<std::size_t> falling(const std::vector<double>& scores) {
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return scores[a] > scores[b]; });
    return order;
}

std::vector<double> plain_agreement(const Conversation& active) {
    std::vector<double> plain;
    for (const auto& tally : tally_everyone(active))
        plain.push_back((tally.agrees + 1.0) / (tally.votes + 2.0));
    return plain;
}

std::optional<ContinuousBridging::Line> line_of(const Landscape& landscape) {
    if (landscape.places.size() < 2) return std::nullopt;
    std::vector<double> along;
    for (const auto& place : landscape.places) along.push_back(place.x);
    const double low = quantile(along, tail);
    const double high = quantile(std::move(along), 1 - tail);
    if (!(high - low > 0)) return std::nullopt;
    return ContinuousBridging::Line{low, high, width_of_line * (high - low)};
}

ContinuousBridging continuous_bridging(const Conversation& active, const Landscape& landscape) {
    ContinuousBridging result;
    result.plain = plain_agreement(active);
    result.line = line_of(landscape);
    if (!result.line) {
        result.scores = result.plain;
        result.order = falling(result.scores);
        return result;
    }
    const auto spots = spots_on(*result.line);
    for (const auto& lanes : AgreementCurve{active, landscape, result.line->width}.at(spots)) {
        auto& rates = result.rates.emplace_back();
        std::copy_n(lanes.begin(), rates.size(), rates.begin());
        result.scores.push_back(power_mean(rates));
        result.least.push_back(least_of(rates));
    }
    result.order = falling(result.scores);
    return result;
}

}  // namespace medskapa::opinion
