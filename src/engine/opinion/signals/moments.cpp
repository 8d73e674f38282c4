#include "engine/opinion/signals/moments.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace medskapa::opinion {
namespace {

constexpr std::int64_t hour = 3'600'000;
constexpr double surge_limit = 6;

std::int64_t hour_of(std::int64_t timestamp) {
    return timestamp / hour - (timestamp % hour < 0 ? 1 : 0);
}

/// Makes counts of rare events spread about equally, with deviation 1.
double evened(double count) {
    return 2 * std::sqrt(count + 0.375);
}

/// How often a number occurs.
struct Frequency {
    double value = 0;
    std::int64_t times = 0;
};

double median(std::vector<Frequency> values) {
    std::sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
    std::int64_t left = 0;
    for (const auto& value : values) left += value.times;
    left = (left + 1) / 2;
    auto at = values.begin();
    while (left > at->times) left -= (at++)->times;
    return at->value;
}

}  // namespace

FirstVotes first_votes(std::span<const Moment> moments) {
    FirstVotes first;
    for (const auto& moment : moments) {
        const auto [at, is_new] = first.try_emplace(moment.participant, moment.timestamp);
        if (!is_new) at->second = std::min(at->second, moment.timestamp);
    }
    return first;
}

std::vector<Surge> surges(const FirstVotes& first) {
    std::map<std::int64_t, std::vector<std::pair<std::int64_t, ParticipantId>>> arrivals;
    for (const auto& [participant, timestamp] : first)
        arrivals[hour_of(timestamp)].emplace_back(timestamp, participant);
    if (arrivals.empty()) return {};
    const auto hours = arrivals.rbegin()->first - arrivals.begin()->first + 1;
    std::vector<Frequency> counts{{0, hours - std::ssize(arrivals)}};
    for (const auto& [_, who] : arrivals) counts.push_back({static_cast<double>(who.size()), 1});
    const double usual = median(counts);
    for (auto& count : counts) count.value = std::abs(evened(count.value) - evened(usual));
    const double deviation = std::max(1.0, 1.4826 * median(counts));

    std::vector<Surge> found;
    for (const auto& [_, who] : arrivals) {
        const double z = (evened(static_cast<double>(who.size())) - evened(usual)) / deviation;
        if (z <= surge_limit) continue;
        const auto [earliest, latest] = std::minmax_element(who.begin(), who.end());
        Surge surge{{}, {earliest->first, latest->first}, usual, z};
        for (const auto& [__, participant] : who) surge.participants.push_back(participant);
        std::sort(surge.participants.begin(), surge.participants.end());
        found.push_back(std::move(surge));
    }
    return found;
}

}  // namespace medskapa::opinion
