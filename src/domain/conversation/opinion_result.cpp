#include "domain/conversation/opinion_result.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa {
namespace {

using OnStatement = OpinionResult::OnStatement;

constexpr double united = 0.5;   // all groups' bounds lie above it
constexpr double divided = 0.3;  // two groups' shares lie further apart

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

bool is_for(const OpinionResult::Votes& votes) {
    return !votes.is_shown() || votes.agrees > votes.disagrees;
}

double common_bound(const OnStatement& statement) {
    return std::max(statement.agree_bound, statement.disagree_bound);
}

/// How much it bridges, where no group is against it, and it neither unites nor divides.
double bridge(const OnStatement& statement) {
    const auto& groups = statement.by_group;
    const bool is_met = std::all_of(groups.begin(), groups.end(), is_for);
    const bool is_listed_elsewhere = common_bound(statement) > united || spread(statement) > divided;
    return is_met && !is_listed_elsewhere ? statement.bridging : 0;
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

const OnStatement* statement_of(const OpinionResult& result, int number) {
    const auto& all = result.statements;
    const auto found =
        std::find_if(all.begin(), all.end(), [number](const OnStatement& s) { return s.number == number; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::vector<const OnStatement*> what_unites(const OpinionResult& result, std::size_t most) {
    return highest(result, most, united, common_bound);
}

std::vector<const OnStatement*> what_divides(const OpinionResult& result, std::size_t most) {
    return highest(result, most, divided, spread);
}

std::vector<const OnStatement*> what_bridges(const OpinionResult& result, std::size_t most) {
    return highest(result, most, 0, bridge);
}

int votes_until_placed(const OpinionResult& result, const OwnVotes& votes) {
    const auto wanted = std::min<std::ptrdiff_t>(OpinionResult::enough_votes, std::ssize(result.statements));
    const auto counted = std::count_if(votes.begin(), votes.end(),
        [&](const auto& vote) { return statement_of(result, vote.first) != nullptr; });
    return static_cast<int>(std::max<std::ptrdiff_t>(wanted - counted, 0));
}

std::optional<OpinionResult::Point> position_of(const OpinionResult& result, const OwnVotes& votes) {
    if (result.statements.empty() || votes_until_placed(result, votes) > 0) return std::nullopt;
    OpinionResult::Point at;
    int counted = 0;
    for (const auto& [number, stance] : votes) {
        const auto* found = statement_of(result, number);
        if (found == nullptr) continue;
        const auto apart = static_cast<double>(static_cast<int>(stance)) - found->center;
        at.x += apart * found->direction[0];
        at.y += apart * found->direction[1];
        ++counted;
    }
    const auto stretch = std::sqrt(static_cast<double>(result.statements.size()) / counted);
    return OpinionResult::Point{at.x * stretch, at.y * stretch};
}

int in_fives(int people) {
    constexpr int five = OpinionResult::fewest_shown;
    return (2 * people + five) / (2 * five) * five;
}

OpinionResult::Votes in_fives(const OpinionResult::Votes& votes) {
    const auto agrees = in_fives(votes.agrees);
    const auto disagrees = in_fives(votes.disagrees);
    return {agrees, disagrees, agrees + disagrees + in_fives(votes.votes - votes.agrees - votes.disagrees)};
}

void hide_few(std::vector<OpinionResult::Votes>& cells) {
    std::vector<OpinionResult::Votes*> rising;
    for (auto& cell : cells)
        if (cell.votes > 0) rising.push_back(&cell);
    std::stable_sort(
        rising.begin(), rising.end(), [](const auto* a, const auto* b) { return a->votes < b->votes; });
    int hidden = 0;
    for (auto* cell : rising) {
        if (cell->is_shown() && (hidden == 0 || hidden >= OpinionResult::fewest_shown)) break;
        hidden += cell->votes;
        *cell = {};
    }
}

double uncertainty_of(const OpinionResult::Votes& votes) {
    if (votes.votes == 0) return 1;
    constexpr double z = 1.6449;
    const double n = votes.votes;
    const double p = votes.share_agreeing();
    constexpr double off_by = OpinionResult::fewest_shown / 2.0;
    return std::min(1.0, z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n) + off_by / n);
}

}  // namespace medskapa
