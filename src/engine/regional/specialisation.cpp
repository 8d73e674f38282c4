#include "engine/regional/specialisation.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace medskapa::regional {
namespace {

constexpr double normal_quantile = 1.96;
constexpr double few_jobs = 10;

double quotient(const Table& table, const Totals& sums, std::size_t r, std::size_t i) {
    if (sums.industry[i] <= 0) return 0;
    return (table.at(r, i) / sums.region[r]) / (sums.industry[i] / sums.all);
}

void add_interval(Specialisation& cell, double amount, double region, double industry, double all) {
    if (amount <= 0) return;
    const double variance = std::max(0.0, 1 / amount - 1 / region + 1 / industry - 1 / all);
    const double factor = std::exp(normal_quantile * std::sqrt(variance));
    if (!std::isfinite(factor)) return;
    cell.low = cell.quotient / factor;
    cell.high = cell.quotient * factor;
    cell.is_uncertain = amount < few_jobs || (*cell.low <= 1 && 1 <= *cell.high);
}

double bits(double share) {
    return share > 0 ? -share * std::log2(share) : 0.0;
}

void add_variety(
    Profile& result, const Table& table, const Totals& sums, std::size_t r, const Grouping& groups) {
    std::map<std::string, double> share_of;
    for (std::size_t i = 0; i < table.industries.size(); ++i) {
        const auto group = groups.find(table.industries[i]);
        const auto name = group == groups.end() ? "\x01" + table.industries[i] : group->second;
        share_of[name] += table.at(r, i) / sums.region[r];
    }
    double between = 0;
    for (const auto& [group, share] : share_of) between += bits(share);
    result.unrelated_variety = between;
    result.related_variety = std::max(0.0, *result.entropy - between);
}

struct GiniStep {
    double quotient;
    double weight;
    double share;
};

/// How far the shares lie from what the weights would give, 0 to 1.
double gini(std::vector<GiniStep> steps) {
    std::sort(steps.begin(), steps.end(),
        [](const GiniStep& a, const GiniStep& b) { return a.quotient < b.quotient; });
    double below = 0;
    double reached = 0;
    for (const auto& step : steps) {
        below += step.weight * (2 * reached + step.share);
        reached += step.share;
    }
    return std::max(0.0, (1 - below) / 2);
}

}  // namespace

std::optional<Specialisation> specialisation(
    const Table& table, const Totals& sums, std::size_t r, std::size_t i) {
    if (table.is_missing(r, i) || sums.region[r] <= 0) return std::nullopt;
    Specialisation cell;
    cell.quotient = quotient(table, sums, r, i);
    cell.symmetric = (cell.quotient - 1) / (cell.quotient + 1);
    cell.normalised = table.at(r, i) / sums.all - sums.region[r] / sums.all * (sums.industry[i] / sums.all);
    add_interval(cell, table.at(r, i), sums.region[r], sums.industry[i], sums.all);
    return cell;
}

Profile profile(const Table& table, const Totals& sums, std::size_t r, const Grouping& groups) {
    Profile result;
    if (sums.region[r] <= 0) return result;
    double krugman = 0;
    double weighted = 0;
    double squares = 0;
    double entropy = 0;
    for (std::size_t i = 0; i < table.industries.size(); ++i) {
        const double share = table.at(r, i) / sums.region[r];
        krugman += std::abs(share - sums.industry[i] / sums.all);
        weighted += share * quotient(table, sums, r, i);
        squares += share * share;
        entropy += bits(share);
    }
    result.krugman = krugman;
    result.hachman = 1 / weighted;
    result.concentration = squares;
    result.entropy = entropy;
    if (!groups.empty()) add_variety(result, table, sums, r, groups);
    return result;
}

std::optional<double> krugman_between(const Table& table, const Totals& sums, std::size_t a, std::size_t b) {
    if (sums.region[a] <= 0 || sums.region[b] <= 0) return std::nullopt;
    double distance = 0;
    for (std::size_t i = 0; i < table.industries.size(); ++i) {
        distance += std::abs(table.at(a, i) / sums.region[a] - table.at(b, i) / sums.region[b]);
    }
    return distance;
}

std::optional<double> locational_gini(const Table& table, const Totals& sums, std::size_t i) {
    if (sums.industry[i] <= 0) return std::nullopt;
    std::vector<GiniStep> steps;
    for (std::size_t r = 0; r < table.regions.size(); ++r) {
        if (sums.region[r] <= 0) continue;
        steps.push_back(
            {quotient(table, sums, r, i), sums.region[r] / sums.all, table.at(r, i) / sums.industry[i]});
    }
    return gini(std::move(steps));
}

}  // namespace medskapa::regional
