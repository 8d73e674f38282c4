#include "engine/opinion/signals/alike.hpp"

#include "engine/opinion/signals/habits.hpp"
#include "engine/opinion/tally.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace medskapa::opinion {
namespace {

constexpr std::uint64_t close_in_time = 600'000;
constexpr std::size_t fewest_in_ring = 5;

std::vector<ParticipantId> ids(const Conversation& conversation, const std::vector<Judged>& people,
    const std::vector<std::uint32_t>& places) {
    std::vector<ParticipantId> result;
    for (const auto place : places) result.push_back(conversation.participants()[people[place].seat]);
    std::sort(result.begin(), result.end());
    return result;
}

/// For each statement the chance that two votes drawn from its total are the same.
std::vector<double> chances_of_same(const Conversation& conversation) {
    std::vector<double> result;
    for (const auto& tally : tally_everyone(conversation)) {
        double same = 0;
        for (const auto part : {tally.agrees, tally.disagrees, tally.passes()}) {
            const double share = static_cast<double>(part) / std::max(1, tally.votes);
            same += share * share;
        }
        result.push_back(same);
    }
    return result;
}

/// The mean of the chances over what two share.
double mean_chance(
    std::span<const Ballot> one, std::span<const Ballot> other, const std::vector<double>& chances) {
    std::vector<Ballot> shared;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(shared),
        [](const Ballot& a, const Ballot& b) { return a.statement() < b.statement(); });
    double sum = 0;
    for (const auto ballot : shared) sum += chances[ballot.statement()];
    return shared.empty() ? 1 : sum / static_cast<double>(shared.size());
}

/// At most the chance that so many of `shared` events with this mean chance come about.
double hoeffding(const Likeness& link, double mean) {
    const auto n = static_cast<double>(link.shared);
    const double share = static_cast<double>(link.equal) / n;
    if (share <= mean) return 1;
    const double rest = share < 1 ? (1 - share) * std::log((1 - share) / (1 - mean)) : 0;
    return std::exp(-n * (share * std::log(share / mean) + rest));
}

/// The members of a set who began within the ten minutes in which most of them did.
std::vector<std::uint32_t> densest_window(
    const std::vector<Judged>& people, const std::vector<std::uint32_t>& members) {
    auto best_from = members.begin();
    auto best_to = members.begin();
    auto from = members.begin();
    for (auto to = members.begin(); to != members.end(); ++to) {
        while (milliseconds_between(*people[*from].began, *people[*to].began) > close_in_time) ++from;
        if (to + 1 - from > best_to - best_from) {
            best_from = from;
            best_to = to + 1;
        }
    }
    return {best_from, best_to};
}

template <class Found>
void sort_by_participants(std::vector<Found>& found) {
    std::sort(found.begin(), found.end(),
        [](const Found& a, const Found& b) { return a.participants < b.participants; });
}

}  // namespace

std::vector<Judged> judged(const Conversation& conversation, const FirstVotes& first) {
    std::vector<Judged> people;
    for (const auto seat : conversation.seats_by_id()) {
        if (conversation.ballots(seat).size() < enough_votes_to_judge) continue;
        people.push_back({seat});
        const auto at = first.find(conversation.participants()[seat]);
        if (at != first.end()) people.back().began = at->second;
    }
    std::stable_sort(people.begin(), people.end(),
        [](const Judged& a, const Judged& b) { return a.began && (!b.began || *a.began < *b.began); });
    return people;
}

std::vector<Likeness> beyond_chance(
    const Conversation& conversation, const std::vector<Judged>& people, std::vector<Likeness> links) {
    constexpr double most_by_chance = 1;
    const auto chances = chances_of_same(conversation);
    const auto everyone = static_cast<double>(people.size());
    const auto votes = [&](std::uint32_t place) { return conversation.ballots(people[place].seat); };
    for (auto& link : links) {
        const double mean = mean_chance(votes(link.one), votes(link.other), chances);
        link.expected = everyone * (everyone - 1) / 2 * hoeffding(link, mean);
    }
    std::erase_if(links, [](const Likeness& link) { return link.expected > most_by_chance; });
    return links;
}

std::vector<AlikeVoters> alike_voters(
    const Conversation& conversation, const std::vector<Judged>& people, std::vector<Likeness> links) {
    std::erase_if(links, [](const Likeness& link) { return link.equal < link.shared; });
    std::vector<AlikeVoters> found;
    for (const auto& set : linked_sets(people.size(), links)) {
        AlikeVoters alike{ids(conversation, people, set.members), set.links.front().shared, 0};
        for (const auto& link : set.links) {
            alike.fewest_shared = std::min(alike.fewest_shared, link.shared);
            alike.expected_pairs = std::max(alike.expected_pairs, link.expected);
        }
        found.push_back(std::move(alike));
    }
    sort_by_participants(found);
    return found;
}

std::vector<Ring> rings(
    const Conversation& conversation, const std::vector<Judged>& people, std::vector<Likeness> links) {
    std::erase_if(links, [&](const Likeness& link) {
        const auto& one = people[link.one].began;
        const auto& other = people[link.other].began;
        return !one || !other || milliseconds_between(*one, *other) > close_in_time;
    });
    std::vector<bool> is_close(people.size());
    for (const auto& set : linked_sets(people.size(), links)) {
        for (const auto place : densest_window(people, set.members)) is_close[place] = true;
    }
    std::erase_if(links, [&](const Likeness& link) { return !is_close[link.one] || !is_close[link.other]; });
    std::vector<Ring> found;
    for (const auto& set : linked_sets(people.size(), links)) {
        if (set.members.size() < fewest_in_ring) continue;
        std::size_t shared = 0;
        std::size_t equal = 0;
        for (const auto& link : set.links) {
            shared += link.shared;
            equal += link.equal;
        }
        found.push_back({ids(conversation, people, set.members),
            {*people[set.members.front()].began, *people[set.members.back()].began},
            static_cast<double>(equal) / static_cast<double>(shared)});
    }
    sort_by_participants(found);
    return found;
}

}  // namespace medskapa::opinion
