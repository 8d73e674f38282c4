#include "engine/opinion/map.hpp"

#include "engine/opinion/groups/classic.hpp"
#include "engine/opinion/groups/robust.hpp"
#include "engine/opinion/statistics/priority.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace medskapa::opinion {
namespace {

using Seats = std::vector<std::uint32_t>;

std::size_t count(const std::vector<bool>& flags) {
    return static_cast<std::size_t>(std::count(flags.begin(), flags.end(), true));
}

/// Indices into `seats`: participants by id or, as Polis first meets them, those remembered in their order
/// and then the others by the lowest statement they voted on and by id.
std::vector<std::size_t> order_of(
    const Conversation& conversation, const Seats& seats, Settings::Mode mode, const ClassicMemory& memory) {
    std::vector<std::size_t> order(seats.size());
    std::iota(order.begin(), order.end(), 0U);
    if (mode == Settings::Mode::robust) return order;
    std::unordered_map<ParticipantId, std::size_t> row;
    for (const auto id : memory.rows) row.emplace(id, row.size());
    const auto place = [&](std::size_t i) {
        const auto known = row.find(conversation.participants()[seats[i]]);
        return known != row.end() ? std::pair{known->second, std::size_t{0}}
                                  : std::pair{row.size(), conversation.ballots(seats[i]).front().statement()};
    };
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return place(a) < place(b); });
    return order;
}

/// Those with enough votes and those who were in before; where they are few, those with the most.
std::vector<bool> in_conversation(const Conversation& conversation, const Seats& seats,
    std::span<const std::size_t> order, const ClassicMemory& memory) {
    const auto votes = [&](std::size_t i) { return conversation.ballots(seats[i]).size(); };
    const auto enough = std::min(Settings::enough_votes, conversation.statements().size());
    std::vector<bool> in(seats.size());
    for (std::size_t i = 0; i < seats.size(); ++i) {
        in[i] =
            votes(i) >= enough || std::binary_search(memory.in_conversation.begin(),
                                      memory.in_conversation.end(), conversation.participants()[seats[i]]);
    }
    if (count(in) >= Settings::fewest_grouped) return in;

    std::vector<std::size_t> most_first(order.begin(), order.end());
    std::stable_sort(
        most_first.begin(), most_first.end(), [&](auto a, auto b) { return votes(a) > votes(b); });
    most_first.resize(std::min(most_first.size(), Settings::fewest_grouped));
    for (const auto i : most_first) in[i] = true;
    return in;
}

Grouping fixed(const Settings::FixedGroups& given, const std::vector<ParticipantId>& participants) {
    Grouping grouping{0, std::vector<int>(participants.size(), Grouping::none)};
    for (const auto& [participant, group] : given) {
        const auto at = std::lower_bound(participants.begin(), participants.end(), participant);
        if (at == participants.end() || *at != participant) continue;
        grouping.of[static_cast<std::size_t>(at - participants.begin())] = group;
        grouping.count = std::max(grouping.count, group + 1);
    }
    return grouping;
}

struct Members {
    std::vector<std::size_t> participants;
    std::vector<Point> points;
};

/// Those who belong to a group, or may, in the given order of participants.
template <class Belongs>
Members members(const Map& map, std::span<const std::size_t> order, Belongs belongs) {
    Members found;
    for (const auto i : order) {
        if (!belongs(i)) continue;
        found.participants.push_back(i);
        found.points.push_back(map.positions[i]);
    }
    return found;
}

Grouping spread(const Grouping& of_members, const Members& members, std::size_t participants) {
    Grouping grouping{of_members.count, std::vector<int>(participants, Grouping::none)};
    for (std::size_t m = 0; m < members.participants.size(); ++m)
        grouping.of[members.participants[m]] = of_members.of[m];
    return grouping;
}

void find_classic_groups(
    Map& map, std::span<const std::size_t> order, const Members& people, const ClassicMemory& memory) {
    std::vector<ParticipantId> names;
    for (const auto i : people.participants) names.push_back(map.participants[i]);
    auto found = classic_groups(people.points, names, memory);
    map.groups = spread(found.grouping, people, map.participants.size());
    map.stability = stability(people.points, found.grouping, map.seed);
    map.silhouettes = std::move(found.silhouettes);
    map.classic = {{}, {}, std::move(found.base), std::move(found.by_count), found.smoother};
    for (const auto i : order) map.classic.rows.push_back(map.participants[i]);
    for (std::size_t i = 0; i < map.participants.size(); ++i) {
        if (map.in_conversation[i]) map.classic.in_conversation.push_back(map.participants[i]);
    }
}

void find_groups(Map& map, std::span<const std::size_t> order, const Memory& memory) {
    const auto people = members(map, order, [&](auto i) { return map.in_conversation[i]; });
    if (map.mode == Settings::Mode::polis) return find_classic_groups(map, order, people, memory.classic);
    auto found = map.plane.has_structure() ? robust_groups(people.points, map.seed, memory.choice)
                                           : no_groups(people.points.size());
    map.groups = spread(found.grouping, people, map.participants.size());
    map.silhouettes = std::move(found.silhouettes);
    map.stability = std::move(found.stability);
    map.choice = found.choice;
}

/// How much farther the nearest other group's middle is than the own one's: (d2 - d1) / (d2 + d1).
std::vector<double> margins(const Map& map) {
    std::vector<double> result(map.participants.size());
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (map.groups.of[i] == Grouping::none || map.groups.count < 2) continue;
        double own = 0;
        double other = std::numeric_limits<double>::infinity();
        for (int g = 0; g < map.groups.count; ++g) {
            const auto& center = map.group_centers[static_cast<std::size_t>(g)];
            const double distance = std::sqrt(squared_distance(map.positions[i], center));
            if (g == map.groups.of[i]) {
                own = distance;
            } else {
                other = std::min(other, distance);
            }
        }
        if (own + other > 0) result[i] = std::max(0.0, (other - own) / (other + own));
    }
    return result;
}

GroupTallies compared_tallies(const Map& map) {
    auto tallies = map.tallies;
    if (map.mode == Settings::Mode::robust) return tallies;
    std::vector<std::int32_t> sizes(tallies.size());
    for (const int g : map.groups.of) {
        if (g != Grouping::none) ++sizes[static_cast<std::size_t>(g)];
    }
    for (std::size_t g = 0; g < tallies.size(); ++g) {
        for (std::size_t j = 0; j < map.statements.size(); ++j) {
            if (map.left_out[j]) tallies[g][j] = {0, 0, sizes[g]};
        }
    }
    return tallies;
}

void compare_groups(Map& map) {
    map.compared = compared_tallies(map);
    const auto everyone = summed(map.compared, map.statements.size());
    for (const auto& own : map.compared) {
        std::vector<Leaning> leanings;
        for (std::size_t j = 0; j < own.size(); ++j) {
            auto others = everyone[j];
            others -= own[j];
            leanings.push_back(leaning(own[j], others));
        }
        map.representative.push_back(representative_statements(leanings, own, map.left_out));
        map.leanings.push_back(std::move(leanings));
    }
    const double limit = significance_limit(map.leanings, map.left_out);
    for (auto& shown : map.representative) {
        for (auto& one : shown) one.is_significant = one.repness_test >= limit;
    }
}

void weigh_statements(Map& map, const Conversation& conversation, const Stretch& stretch) {
    const auto grouped = summed(map.tallies, map.statements.size());
    for (std::size_t j = 0; j < map.statements.size(); ++j) {
        const auto at = position_of_agreeing(map.plane, j, stretch);
        map.extremity.push_back(std::hypot(at.x, at.y));
        map.priority.push_back(priority(grouped[j], map.extremity[j], conversation.standing(j).is_meta));
    }
}

Map blank_map(const Conversation& conversation, const Seats& seats, const Settings& settings) {
    Map map;
    map.mode = settings.mode;
    map.seed = settings.seed;
    map.votes = conversation.votes();
    map.statements = conversation.statements();
    for (const auto seat : seats) map.participants.push_back(conversation.participants()[seat]);
    for (std::size_t j = 0; j < map.statements.size(); ++j)
        map.left_out.push_back(conversation.standing(j).is_left_out());
    return map;
}

void group_people(Map& map, const Conversation& conversation, const Seats& seats, const Settings& settings,
    const Memory& memory) {
    const auto classic = settings.mode == Settings::Mode::polis ? memory.classic : ClassicMemory{};
    const auto order = order_of(conversation, seats, settings.mode, classic);
    map.in_conversation = in_conversation(conversation, seats, order, classic);
    map.participation = participation(conversation, map.in_conversation);
    if (settings.groups) {
        map.groups = fixed(*settings.groups, map.participants);
    } else {
        find_groups(map, order, memory);
    }
    map.group_centers = centers_of(map.positions, map.groups);
    map.labels = continued_labels(map.groups, map.participants, settings.groups ? Memory{} : memory);
    map.margins = margins(map);
}

/// How the groups voted, what sets them apart and what they agree on.
void count_votes(Map& map, const Conversation& conversation, const auto& seats) {
    map.tallies = tally_groups(conversation, seats, map.groups);
    compare_groups(map);
    map.ground = common_ground(map.tallies, map.statements.size());
    map.consensus = consensus_lists(tally_everyone(conversation), map.left_out);
}

}  // namespace

Map draw_map(const Conversation& conversation, const Settings& settings, const Memory& memory,
    const Progress& progress) {
    const auto seats = conversation.seats_by_id();
    auto map = blank_map(conversation, seats, settings);
    // In both modes what is left out counts as passed by all, as in Polis. Without that those with few votes
    // are thrown farther out, and groups of real conversations grow less clear.
    const Stretch stretch{map.statements.size(), count(map.left_out)};
    progress("components");
    map.plane = principal_plane(conversation, map.left_out);
    if (!memory.statements.empty()) map.plane = aligned(std::move(map.plane), map.statements, memory);
    progress("positions");
    map.positions = positions(conversation, seats, map.plane, map.left_out, stretch);
    progress("groups");
    group_people(map, conversation, seats, settings, memory);
    progress("statistics");
    count_votes(map, conversation, seats);
    weigh_statements(map, conversation, stretch);
    return map;
}

void add_bridging(Map& map, const Conversation& conversation) {
    map.bridging = bridging(conversation, map.plane.components[0]);
}

Memory remembered(const Map& map) {
    Memory memory{map.statements, map.plane.components, {}, {}, map.choice, map.classic};
    for (std::size_t i = 0; i < map.participants.size(); ++i) {
        if (map.groups.of[i] == Grouping::none) continue;
        memory.participants.push_back(map.participants[i]);
        memory.labels.push_back(map.labels[static_cast<std::size_t>(map.groups.of[i])]);
    }
    return memory;
}

}  // namespace medskapa::opinion
