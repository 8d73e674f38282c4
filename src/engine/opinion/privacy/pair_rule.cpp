#include "engine/opinion/privacy/pair_rule.hpp"

#include <algorithm>

namespace medskapa::opinion {
namespace {

ReleasedBallot ballot_of(const Conversation& conversation, std::size_t seat) {
    ReleasedBallot all;
    for (const auto ballot : conversation.ballots(seat))
        all.emplace_back(conversation.statements()[ballot.statement()], ballot.vote());
    return all;
}

bool holds(const std::vector<StatementId>& statements, StatementId id) {
    return std::binary_search(statements.begin(), statements.end(), id);
}

ReleasedBallot narrowed(ReleasedBallot ballot, const std::vector<StatementId>& statements) {
    std::erase_if(ballot, [&](const auto& vote) { return !holds(statements, vote.first); });
    return ballot;
}

/// Also those who have been erased since.
std::size_t count_people(const Release& release) {
    std::size_t people = 0;
    for (const auto& partition : release.partitions)
        if (partition.of == PeopleSets::Of::blocks)
            for (const auto& set : partition.sets) people += set.size();
    return people;
}

/// Nobody, or so many that none of them is seen.
bool hides(std::size_t people) {
    return people == 0 || people >= fewest_together;
}

/// What a set of people has in common with one of before.
struct Shared {
    std::size_t common = 0;
    std::size_t changed = 0;
    std::size_t changed_in_both = 0;
};

}  // namespace

/// Who is on the map now, and how they vote, in rising order of ids.
struct PairRule::Now {
    explicit Now(const Conversation& conversation) : statements{conversation.statements()} {
        for (const auto seat : conversation.seats_by_id()) {
            place_of[conversation.participants()[seat]] = static_cast<std::uint32_t>(people.size());
            people.push_back(conversation.participants()[seat]);
            ballots.push_back(ballot_of(conversation, seat));
        }
    }

    const std::vector<StatementId>& statements;
    std::vector<ParticipantId> people;
    std::vector<ReleasedBallot> ballots;
    std::unordered_map<ParticipantId, std::uint32_t> place_of;
};

PairRule::PairRule(const Conversation& conversation, std::span<const Release> past) {
    const Now now{conversation};
    moved_ = now.people.size();
    for (const auto& release : past) {
        auto& then = past_.emplace_back(compared(now, release));
        for (const auto& partition : release.partitions) then.partitions.push_back(sets_of(now, partition));
    }
    if (!past.empty()) moved_ = moved_since(now, past.back(), past_.back());
}

PairRule::Past PairRule::compared(const Now& now, const Release& release) {
    Past then;
    const bool is_same_map = release.statements == now.statements;
    for (std::size_t i = 0; i < now.people.size(); ++i) {
        const auto found = release.ballots.find(now.people[i]);
        const bool is_other = found == release.ballots.end() || *found->second != now.ballots[i];
        then.is_changed.push_back(is_other);
        then.is_changed_in_both.push_back(is_other && (is_same_map || found == release.ballots.end() ||
                                                          narrowed(*found->second, now.statements) !=
                                                              narrowed(now.ballots[i], release.statements)));
    }
    return then;
}

PairRule::Past::Sets PairRule::sets_of(const Now& now, const PeopleSets& partition) {
    Past::Sets sets{partition.of, {0}, std::vector<std::uint32_t>(now.people.size())};
    for (const auto& set : partition.sets) {
        for (const auto id : set)
            if (const auto found = now.place_of.find(id); found != now.place_of.end())
                sets.set_of[found->second] = static_cast<std::uint32_t>(sets.sizes.size());
        sets.sizes.push_back(set.size());
    }
    return sets;
}

/// Newcomers and those who changed, and whoever was on a block then and is not here now.
std::size_t PairRule::moved_since(const Now& now, const Release& release, const Past& then) {
    auto gone = count_people(release);
    std::size_t moved = 0;
    for (std::size_t i = 0; i < now.people.size(); ++i) {
        moved += then.is_changed[i] ? 1 : 0;
        gone -= release.ballots.contains(now.people[i]) ? 1 : 0;
    }
    return moved + gone;
}

bool PairRule::is_apart(const Past& past, const Past::Sets& sets, std::span<const std::uint32_t> people) {
    std::unordered_map<std::uint32_t, Shared> shared;
    for (const auto person : people) {
        const auto set = sets.set_of[person];
        if (set == 0) continue;
        auto& with = shared[set];
        ++with.common;
        with.changed += past.is_changed[person] ? 1 : 0;
        with.changed_in_both += past.is_changed_in_both[person] ? 1 : 0;
    }
    return std::all_of(shared.begin(), shared.end(), [&](const auto& one) {
        const auto& [set, with] = one;
        const auto in_one = people.size() + sets.sizes[set] - 2 * with.common;
        return hides(in_one + with.changed) && hides(in_one + with.changed_in_both);
    });
}

bool PairRule::allows(PeopleSets::Of of, std::span<const std::uint32_t> people) const {
    return std::all_of(past_.begin(), past_.end(), [&](const Past& past) {
        return std::all_of(past.partitions.begin(), past.partitions.end(),
            [&](const Past::Sets& sets) { return sets.of != of || is_apart(past, sets, people); });
    });
}

Release release_of(const Conversation& on_map, const Release* last) {
    Release release{on_map.statements(), {}, {}};
    for (std::size_t seat = 0; seat < on_map.participants().size(); ++seat) {
        const auto id = on_map.participants()[seat];
        auto ballot = ballot_of(on_map, seat);
        const auto* before = last == nullptr ? nullptr : &last->ballots;
        const auto found = before == nullptr ? decltype(before->find(id)){} : before->find(id);
        if (before != nullptr && found != before->end() && *found->second == ballot)
            release.ballots[id] = found->second;
        else
            release.ballots[id] = std::make_shared<const ReleasedBallot>(std::move(ballot));
    }
    return release;
}

Conversation votes_of(const Release& release) {
    Conversation votes;
    for (const auto id : release.statements) (void)votes.add_statement(id);
    for (const auto& [person, ballot] : release.ballots)
        for (const auto& [statement, vote] : *ballot) (void)votes.vote(person, statement, vote);
    return votes;
}

bool is_whole(const Release& release) {
    return count_people(release) == release.ballots.size();
}

}  // namespace medskapa::opinion
