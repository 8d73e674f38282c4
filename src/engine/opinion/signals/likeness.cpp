#include "engine/opinion/signals/likeness.hpp"

#include "engine/opinion/random.hpp"
#include "engine/opinion/signals/habits.hpp"
#include "engine/opinion/tally.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace medskapa::opinion {
namespace {

constexpr std::size_t orders = 8;
constexpr std::ptrdiff_t first_statements = 8;
constexpr std::size_t neighbours = 3;
constexpr std::uint64_t order_seed = 0x616c696b65;

/// A rank for each statement: by popularity first, as most people meet those first, and then by chance.
std::vector<std::uint32_t> ranks(const Conversation& conversation, std::size_t order) {
    const auto tallies = tally_everyone(conversation);
    std::vector<std::uint32_t> statements(tallies.size());
    std::iota(statements.begin(), statements.end(), 0U);
    if (order == 0) {
        std::stable_sort(statements.begin(), statements.end(),
            [&](auto a, auto b) { return tallies[a].votes > tallies[b].votes; });
    } else {
        Random random{order_seed + order};
        for (std::uint32_t i = 0; i < statements.size(); ++i)
            std::swap(statements[i], statements[random.below(i + 1)]);
    }
    std::vector<std::uint32_t> rank(statements.size());
    for (std::uint32_t i = 0; i < statements.size(); ++i) rank[statements[i]] = i;
    return rank;
}

std::uint64_t mixed(std::span<const std::uint64_t> numbers) {
    std::uint64_t sum = 0;
    for (const auto number : numbers) sum = Random{sum ^ number}.next();
    return sum;
}

/// One number for what somebody voted on the statements that come first; without an order, on all of them.
std::uint64_t key(std::span<const Ballot> ballots, const std::vector<std::uint32_t>* rank) {
    std::vector<std::uint64_t> votes;
    votes.reserve(ballots.size());
    for (const auto ballot : ballots) {
        const std::uint64_t place = rank != nullptr ? (*rank)[ballot.statement()] : ballot.statement();
        votes.push_back(place << 2U | ballot.code());
    }
    if (rank != nullptr && std::ssize(votes) > first_statements) {
        const auto end = votes.begin() + first_statements;
        std::nth_element(votes.begin(), end, votes.end());
        std::sort(votes.begin(), end);
        votes.resize(first_statements);
    }
    return mixed(votes);
}

Likeness compared(
    std::uint32_t one, std::uint32_t other, std::span<const Ballot> a, std::span<const Ballot> b) {
    Likeness found{one, other, 0, 0};
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (i->statement() == j->statement()) {
            ++found.shared;
            found.equal += *i == *j ? 1U : 0U;
        }
        const bool steps = i->statement() <= j->statement();
        if (j->statement() <= i->statement()) ++j;
        if (steps) ++i;
    }
    return found;
}

bool is_alike(const Likeness& pair) {
    return pair.shared >= enough_votes_to_judge && pair.equal * 10 >= pair.shared * 9;
}

std::pair<std::uint32_t, std::uint32_t> names(const Likeness& pair) {
    return {pair.one, pair.other};
}

}  // namespace

std::vector<Likeness> alike_pairs(const Conversation& conversation, const std::vector<std::uint32_t>& seats) {
    std::vector<Likeness> pairs;
    const auto votes = [&](std::uint32_t place) { return conversation.ballots(seats[place]); };
    const auto link_neighbours = [&](const std::vector<std::uint32_t>* rank) {
        std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;
        for (std::uint32_t i = 0; i < seats.size(); ++i) keyed.emplace_back(key(votes(i), rank), i);
        std::sort(keyed.begin(), keyed.end());
        for (std::size_t i = 0; i < keyed.size(); ++i) {
            const auto last = std::min(i + neighbours, keyed.size() - 1);
            for (auto j = i + 1; j <= last && keyed[j].first == keyed[i].first; ++j) {
                const auto one = keyed[i].second;
                const auto other = keyed[j].second;
                const auto pair = compared(one, other, votes(one), votes(other));
                if (is_alike(pair)) pairs.push_back(pair);
            }
        }
    };
    link_neighbours(nullptr);
    for (std::size_t order = 0; order < orders; ++order) {
        const auto rank = ranks(conversation, order);
        link_neighbours(&rank);
    }
    std::sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return names(a) < names(b); });
    const auto same = [](const auto& a, const auto& b) { return names(a) == names(b); };
    pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
    return pairs;
}

/// Sets that grow together; each is known by its first member.
class Roots {
public:
    explicit Roots(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0U); }

    std::uint32_t of(std::uint32_t place) {
        while (parent_[place] != place) place = parent_[place] = parent_[parent_[place]];
        return place;
    }
    void join(std::uint32_t one, std::uint32_t other) {
        const auto [first, last] = std::minmax({of(one), of(other)});
        parent_[last] = first;
    }

private:
    std::vector<std::uint32_t> parent_;
};

/// Everybody that a link leads to, each once and in order.
std::vector<std::uint32_t> ends_of(const std::vector<Likeness>& links) {
    std::vector<std::uint32_t> ends;
    for (const auto& link : links) ends.insert(ends.end(), {link.one, link.other});
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
}

std::vector<LinkedSet> linked_sets(std::size_t count, const std::vector<Likeness>& links) {
    Roots roots{count};
    for (const auto& link : links) roots.join(link.one, link.other);
    std::map<std::uint32_t, LinkedSet> by_first;
    for (const auto& link : links) by_first[roots.of(link.one)].links.push_back(link);
    std::vector<LinkedSet> sets;
    for (auto& [_, set] : by_first) {
        set.members = ends_of(set.links);
        sets.push_back(std::move(set));
    }
    return sets;
}

}  // namespace medskapa::opinion
