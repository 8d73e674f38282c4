#include "app/statistics/opportunity_order.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::app {
namespace {

/// A column in standard deviations from its mean; all 0 where no two differ.
std::vector<double> standardised(const AnalysisResult& result, const char* column) {
    std::vector<double> values;
    for (const auto& row : result.rows) values.push_back(result.number(row, column).value_or(0));
    double mean = 0;
    double squares = 0;
    for (const double one : values) mean += one / static_cast<double>(values.size());
    for (const double one : values) squares += (one - mean) * (one - mean);
    const double deviation = std::sqrt(squares / static_cast<double>(values.size()));
    constexpr double least = 1e-12;
    for (double& one : values) one = deviation > least ? (one - mean) / deviation : 0;
    return values;
}

}  // namespace

std::vector<WeighedOpportunity> opportunities_weighed(const AnalysisResult& result, double nearness) {
    std::vector<WeighedOpportunity> weighed;
    if (result.rows.empty()) return weighed;
    const auto near = standardised(result, "density");
    const auto complex = standardised(result, "complexity");
    for (std::size_t k = 0; k < result.rows.size(); ++k)
        weighed.push_back({&result.rows[k], nearness * near[k] + (1 - nearness) * complex[k]});
    std::stable_sort(
        weighed.begin(), weighed.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
    return weighed;
}

}  // namespace medskapa::app
