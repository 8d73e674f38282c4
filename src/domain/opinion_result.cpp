#include "domain/opinion_result.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa {
namespace {

using OnStatement = OpinionResult::OnStatement;

double spread(const OnStatement& statement) {
    double least = 2;
    double most = -1;
    for (const auto& votes : statement.by_group) {
        if (!votes.is_shown()) continue;
        least = std::min(least, votes.share_agreeing());
        most = std::max(most, votes.share_agreeing());
    }
    return most - least;
}

double common_bound(const OnStatement& statement) {
    return std::max(statement.agree_bound, statement.disagree_bound);
}

/// The statements whose measure is above the limit, highest first and then by number.
template <class Measure>
std::vector<const OnStatement*> highest(
    const OpinionResult& result, std::size_t most, double limit, Measure measure) {
    std::vector<const OnStatement*> found;
    for (const auto& statement : result.statements)
        if (statement.everyone.is_shown() && measure(statement) > limit) found.push_back(&statement);
    std::stable_sort(
        found.begin(), found.end(), [&](const auto* a, const auto* b) { return measure(*a) > measure(*b); });
    if (found.size() > most) found.resize(most);
    return found;
}

}  // namespace

std::vector<const OnStatement*> what_unites(const OpinionResult& result, std::size_t most) {
    return highest(result, most, 0.5, common_bound);
}

std::vector<const OnStatement*> what_divides(const OpinionResult& result, std::size_t most) {
    return highest(result, most, 0.3, spread);
}

std::vector<const OnStatement*> what_bridges(const OpinionResult& result, std::size_t most) {
    return highest(
        result, most, 0, [](const OnStatement& s) { return common_bound(s) > 0.5 ? 0.0 : s.bridging; });
}

std::optional<OpinionResult::Point> position_of(const OpinionResult& result, const OwnVotes& votes) {
    OpinionResult::Point at;
    int counted = 0;
    for (const auto& [number, stance] : votes) {
        const auto found = std::find_if(result.statements.begin(), result.statements.end(),
            [number = number](const OnStatement& s) { return s.number == number; });
        if (found == result.statements.end()) continue;
        const auto apart = static_cast<double>(static_cast<int>(stance)) - found->center;
        at.x += apart * found->direction[0];
        at.y += apart * found->direction[1];
        ++counted;
    }
    if (counted == 0) return std::nullopt;
    const auto stretch = std::sqrt(static_cast<double>(result.statements.size()) / counted);
    return OpinionResult::Point{at.x * stretch, at.y * stretch};
}

std::optional<std::size_t> nearest_group(const OpinionResult& result, OpinionResult::Point at) {
    const auto distance = [at](const OpinionResult::Group& group) {
        return std::hypot(group.center.x - at.x, group.center.y - at.y);
    };
    const auto nearest = std::min_element(result.groups.begin(), result.groups.end(),
        [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
    if (nearest == result.groups.end()) return std::nullopt;
    return static_cast<std::size_t>(nearest - result.groups.begin());
}

double uncertainty_of(const OpinionResult::Votes& votes) {
    if (votes.votes == 0) return 1;
    constexpr double z = 1.6449;
    const double n = votes.votes;
    const double p = votes.share_agreeing();
    return z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
}

}  // namespace medskapa
