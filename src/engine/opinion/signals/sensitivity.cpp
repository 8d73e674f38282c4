#include "engine/opinion/signals/sensitivity.hpp"

#include <algorithm>
#include <tuple>

namespace medskapa::opinion {
namespace {

using Place = ListChange::Place;
using Entry = std::tuple<Place, int, StatementId>;

/// All that the lists of a map hold, sorted.
std::vector<Entry> entries(const Map& map) {
    std::vector<Entry> all;
    const auto add = [&](Place place, int label, const auto& list) {
        for (const auto& one : list) all.emplace_back(place, label, map.statements[one.statement]);
    };
    add(Place::consensus_agree, Grouping::none, map.consensus.agree);
    add(Place::consensus_disagree, Grouping::none, map.consensus.disagree);
    for (std::size_t g = 0; g < map.representative.size(); ++g)
        add(Place::representative, map.labels[g], map.representative[g]);
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<ListChange> changes(const Map& with, const Map& without) {
    const auto before = entries(with);
    const auto after = entries(without);
    std::vector<ListChange> found;
    const auto add = [&](const std::vector<Entry>& those, const std::vector<Entry>& others, bool is_gained) {
        for (const auto& entry : those) {
            if (std::binary_search(others.begin(), others.end(), entry)) continue;
            const auto [place, label, statement] = entry;
            found.push_back({place, statement, label, is_gained});
        }
    };
    add(before, after, false);
    add(after, before, true);
    return found;
}

/// The groups of the map without some, for the participants of the one with them.
Grouping as_in(const Map& with, const Map& without) {
    Grouping grouping{without.groups.count, {}};
    for (const auto id : with.participants) {
        const auto at = std::lower_bound(without.participants.begin(), without.participants.end(), id);
        const bool is_there = at != without.participants.end() && *at == id;
        grouping.of.push_back(
            is_there ? without.groups.of[static_cast<std::size_t>(at - without.participants.begin())]
                     : Grouping::none);
    }
    return grouping;
}

std::vector<Shares> shifts(const Conversation& with, const Conversation& without) {
    const auto before = tally_everyone(with);
    const auto after = tally_everyone(without);
    std::vector<Shares> result;
    for (std::size_t j = 0; j < before.size(); ++j) {
        const auto a = shares(before[j]);
        const auto b = shares(after[j]);
        result.push_back({b.agree - a.agree, b.disagree - a.disagree, b.pass - a.pass});
    }
    return result;
}

}  // namespace

Comparison sensitivity(const Conversation& conversation, const Settings& settings, const Map& with,
    const std::vector<ParticipantId>& participants) {
    auto rest = conversation;
    std::size_t left_out = 0;
    for (const auto id : participants) left_out += rest.erase(id) ? 1U : 0U;
    auto memory = remembered(with);
    memory.choice = {};  // as many groups as the rest alone would have
    auto without = draw_map(rest, settings, memory, [](auto) {});
    Sensitivity result{left_out, with.groups.count, without.groups.count,
        adjusted_rand_index(with.groups, as_in(with, without), {}), changes(with, without),
        shifts(conversation, rest)};
    return {std::move(without), std::move(result)};
}

}  // namespace medskapa::opinion
