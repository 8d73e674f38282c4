#include "engine/opinion/slate/approval_voting.hpp"

#include <algorithm>
#include <numeric>

namespace medskapa::opinion {
namespace {

constexpr double nearly = 1e-9;

bool is_chosen(const Profile::Slate& slate, std::size_t statement) {
    return std::find(slate.begin(), slate.end(), statement) != slate.end();
}

std::int64_t common_unit(std::size_t places) {
    std::int64_t unit = 1;
    for (std::int64_t n = 2; n <= static_cast<std::int64_t>(places) + 1; ++n) unit = std::lcm(unit, n);
    return unit;
}

/// The statement not yet chosen that gains most, with its gain.
std::optional<std::pair<std::size_t, std::int64_t>> most_gaining(const Profile& profile,
    const Profile::Slate& slate, std::int64_t unit, const std::vector<std::uint32_t>& approved) {
    std::optional<std::pair<std::size_t, std::int64_t>> best;
    for (const auto j : profile.allowed) {
        if (is_chosen(slate, j)) continue;
        std::int64_t gain = 0;
        for (const auto person : profile.approvers[j]) gain += unit / (1 + approved[person]);
        const auto more_approved = [&] {
            return profile.approvers[j].size() > profile.approvers[best->first].size();
        };
        if (!best || gain > best->second || (gain == best->second && more_approved())) best = {j, gain};
    }
    return best;
}

/// What everybody has left, and what each statement would cost those who approve it.
class Purses {
public:
    Purses(const Profile& profile, std::size_t places)
        : profile_{profile},
          left_(profile.people, static_cast<double>(places)),
          cost_{static_cast<double>(profile.people)} {
        sort_approvers();
    }

    /// The most that anybody must pay for the statement; nothing when they cannot afford it.
    std::optional<double> price(std::size_t statement) const {
        const auto& approvers = poorest_first_[statement];
        double to_pay = cost_;
        auto sharing = static_cast<double>(approvers.size());
        for (const auto person : approvers) {
            const double share = to_pay / sharing;
            if (share <= left_[person] * (1 + nearly)) return share;
            to_pay -= left_[person];
            sharing -= 1;
        }
        return std::nullopt;
    }

    void pay(std::size_t statement, double price) {
        for (const auto person : profile_.approvers[statement])
            left_[person] = std::max(0.0, left_[person] - price);
        sort_approvers();
    }

private:
    void sort_approvers() {
        std::vector<std::vector<std::uint32_t>> sorted(profile_.approvers.size());
        std::vector<std::uint32_t> people(profile_.people);
        std::iota(people.begin(), people.end(), 0U);
        std::stable_sort(people.begin(), people.end(), [&](auto a, auto b) { return left_[a] < left_[b]; });
        std::vector<std::uint32_t> place(people.size());
        for (std::uint32_t at = 0; at < people.size(); ++at) place[people[at]] = at;
        for (const auto j : profile_.allowed) sorted[j] = by_place(profile_.approvers[j], place, people);
        poorest_first_ = std::move(sorted);
    }

    static std::vector<std::uint32_t> by_place(const std::vector<std::uint32_t>& approvers,
        const std::vector<std::uint32_t>& place, const std::vector<std::uint32_t>& people) {
        std::vector<std::uint32_t> places;
        places.reserve(approvers.size());
        for (const auto person : approvers) places.push_back(place[person]);
        std::sort(places.begin(), places.end());
        for (auto& at : places) at = people[at];
        return places;
    }

    const Profile& profile_;
    std::vector<double> left_;
    double cost_;
    std::vector<std::vector<std::uint32_t>> poorest_first_;
};

std::optional<std::pair<std::size_t, double>> cheapest(
    const Profile& profile, const Profile::Slate& slate, const Purses& purses) {
    std::optional<std::pair<std::size_t, double>> best;
    for (const auto j : profile.allowed) {
        if (is_chosen(slate, j)) continue;
        const auto price = purses.price(j);
        if (!price) continue;
        const auto more_approved = [&] {
            return profile.approvers[j].size() > profile.approvers[best->first].size();
        };
        const bool is_cheaper = !best || *price < best->second * (1 - nearly);
        const bool is_equal = best && !is_cheaper && *price <= best->second * (1 + nearly);
        if (is_cheaper || (is_equal && more_approved())) best = {j, *price};
    }
    return best;
}

}  // namespace

ApprovalVoting approval_voting(const Profile& profile, std::size_t places, Profile::Slate chosen) {
    places = std::min(places, longest_slate);
    ApprovalVoting result;
    result.unit = common_unit(places);
    result.slate = std::move(chosen);
    auto approved = approved_by_person(profile, result.slate);
    while (result.slate.size() < places) {
        const auto best = most_gaining(profile, result.slate, result.unit, approved);
        if (!best) break;
        result.slate.push_back(best->first);
        result.gains.push_back(best->second);
        for (const auto person : profile.approvers[best->first]) ++approved[person];
    }
    return result;
}

EqualShares equal_shares(const Profile& profile, std::size_t places) {
    EqualShares result;
    if (profile.people == 0) return result;
    places = std::min(places, longest_slate);
    Purses purses{profile, places};
    while (result.slate.size() < places) {
        const auto best = cheapest(profile, result.slate, purses);
        if (!best) break;
        result.slate.push_back(best->first);
        result.prices.push_back(best->second);
        purses.pay(best->first, best->second);
    }
    return result;
}

Profile::Slate completed_equal_shares(const Profile& profile, std::size_t places) {
    return approval_voting(profile, places, equal_shares(profile, places).slate).slate;
}

}  // namespace medskapa::opinion
