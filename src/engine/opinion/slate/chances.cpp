#include "engine/opinion/slate/chances.hpp"

#include "engine/opinion/bridging/continuous.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace medskapa::opinion {
namespace {

constexpr double nearly = 1e-9;
constexpr double normal_975 = 1.959963984540054;

AgreementCurve curve_of(const Conversation& active, const Landscape& landscape) {
    const auto line = line_of(landscape);
    return {active, landscape, line ? line->width : std::numeric_limits<double>::infinity()};
}

/// How many of the statements somebody is likely to agree with: the chance of none, of one, ...
class Likelihoods {
public:
    explicit Likelihoods(std::size_t people) : of_count_(people * (longest_slate + 1)) {
        for (std::size_t i = 0; i < people; ++i) of_count_[i * (longest_slate + 1)] = 1;
    }

    /// What one more statement would be worth to the person: the mean of 1/(1 + agreed with).
    double worth(std::size_t person) const {
        double sum = 0;
        for (std::size_t t = 0; t <= longest_slate; ++t)
            sum += of_count_[person * (longest_slate + 1) + t] / static_cast<double>(1 + t);
        return sum;
    }

    void add(std::size_t person, double chance) {
        auto* counts = &of_count_[person * (longest_slate + 1)];
        for (std::size_t t = longest_slate; t > 0; --t)
            counts[t] = counts[t] * (1 - chance) + counts[t - 1] * chance;
        counts[0] *= 1 - chance;
    }

private:
    std::vector<double> of_count_;
};

std::vector<double> gains_of(const Profile& profile, const Chances& chances, const Likelihoods& likely) {
    std::vector<double> gains(profile.approvers.size());
    for (std::size_t i = 0; i < profile.people; ++i) {
        const double worth = likely.worth(i);
        const auto row = chances.of_person(i);
        for (std::size_t j = 0; j < gains.size(); ++j) gains[j] += row[j] * worth;
    }
    return gains;
}

Coverage::Expected interval(double share, std::size_t people) {
    const auto n = static_cast<double>(people);
    const double z = normal_975;
    const double middle = share + z * z / (2 * n);
    const double reach = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    const double whole = 1 + z * z / n;
    return {share, (middle - reach) / whole, (middle + reach) / whole};
}

/// What one person has voted on a slate's statements.
struct Seen {
    bool agrees = false;
    Profile::Slate missing;
};

Seen seen_by(std::span<const Ballot> ballots, const Profile::Slate& slate) {
    Seen seen;
    for (const auto j : slate) {
        const auto ballot = std::lower_bound(ballots.begin(), ballots.end(), Ballot{j, Vote::disagree});
        const bool has_voted = ballot != ballots.end() && ballot->statement() == j;
        if (!has_voted) seen.missing.push_back(j);
        if (has_voted && ballot->vote() == Vote::agree) seen.agrees = true;
    }
    return seen;
}

double likely_covered(const Seen& seen, std::span<const double> chances) {
    if (seen.agrees) return 1;
    double none = 1;
    for (const auto j : seen.missing) none *= 1 - chances[j];
    return 1 - none;
}

}  // namespace

std::optional<Chances> Chances::of(const Conversation& active, const Landscape& landscape) {
    Chances chances;
    chances.statements_ = active.statements().size();
    if (landscape.seats.size() > most_people) return std::nullopt;
    chances.cells_.resize(landscape.seats.size() * chances.statements_);
    chances.guess(curve_of(active, landscape), landscape);
    chances.know(active, landscape);
    return chances;
}

void Chances::guess(const AgreementCurve& curve, const Landscape& landscape) {
    std::vector<double> spots;
    for (std::size_t from = 0; from < landscape.places.size(); from += AgreementCurve::lanes) {
        const auto to = std::min(from + AgreementCurve::lanes, landscape.places.size());
        spots.clear();
        for (auto i = from; i < to; ++i) spots.push_back(landscape.places[i].x);
        const auto rates = curve.at(spots);
        for (auto i = from; i < to; ++i)
            for (std::size_t j = 0; j < statements_; ++j) cells_[i * statements_ + j] = rates[j][i - from];
    }
}

void Chances::know(const Conversation& active, const Landscape& landscape) {
    for (std::size_t i = 0; i < landscape.seats.size(); ++i) {
        for (const auto ballot : active.ballots(landscape.seats[i]))
            cells_[i * statements_ + ballot.statement()] = ballot.vote() == Vote::agree ? 1 : 0;
    }
}

ExpectedVoting expected_voting(const Profile& profile, const Chances& chances, std::size_t places) {
    places = std::min(places, longest_slate);
    ExpectedVoting result;
    Likelihoods likely{profile.people};
    while (result.slate.size() < std::min(places, profile.allowed.size())) {
        const auto gains = gains_of(profile, chances, likely);
        std::optional<std::size_t> best;
        for (const auto j : profile.allowed) {
            if (std::find(result.slate.begin(), result.slate.end(), j) != result.slate.end()) continue;
            if (!best || gains[j] > gains[*best] * (1 + nearly)) best = j;
        }
        result.slate.push_back(*best);
        result.gains.push_back(gains[*best]);
        for (std::size_t i = 0; i < profile.people; ++i) likely.add(i, chances.of_person(i)[*best]);
    }
    return result;
}

Coverage coverage(const Conversation& active, const Landscape& landscape, const Profile::Slate& slate,
    const Chances* chances) {
    Coverage found;
    found.people = landscape.seats.size();
    double expected = 0;
    for (std::size_t i = 0; i < found.people; ++i) {
        const auto seen = seen_by(active.ballots(landscape.seats[i]), slate);
        if (seen.agrees) ++found.known;
        if (seen.agrees || !seen.missing.empty()) ++found.could_be;
        if (chances != nullptr) expected += likely_covered(seen, chances->of_person(i));
    }
    if (chances != nullptr && found.people > 0)
        found.expected = interval(expected / static_cast<double>(found.people), found.people);
    return found;
}

}  // namespace medskapa::opinion
