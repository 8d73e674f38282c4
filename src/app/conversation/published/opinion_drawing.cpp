#include "app/conversation/published/opinion_drawing.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

namespace medskapa::app {
namespace {

using Shown = OpinionResult;
using Votes = OpinionResult::Votes;
using Members = FigureSets::Members;

Votes votes(const opinion::Tally& tally) {
    return {tally.agrees, tally.disagrees, tally.votes};
}

opinion::Tally tally(const Votes& votes) {
    return {votes.agrees, votes.disagrees, votes.votes};
}

std::vector<Members> members_by_group(const opinion::Map& map) {
    std::vector<Members> members(static_cast<std::size_t>(map.groups.count));
    for (std::size_t i = 0; i < map.participants.size(); ++i)
        if (const auto g = map.groups.of[i]; g != opinion::Grouping::none)
            members[static_cast<std::size_t>(g)].push_back(static_cast<std::uint32_t>(i));
    return members;
}

/// The groups whose size may be shown: the others are then five and more together, or nobody.
std::vector<std::size_t> large_groups(const std::vector<Members>& members) {
    std::vector<Votes> sizes;
    for (const auto& group : members) sizes.push_back({0, 0, static_cast<int>(group.size())});
    hide_few(sizes);
    std::vector<std::size_t> large;
    for (std::size_t g = 0; g < sizes.size(); ++g)
        if (sizes[g].is_shown()) large.push_back(g);
    return large;
}

int label_of(const opinion::Map& map, std::size_t group) {
    return map.labels.empty() ? static_cast<int>(group) : map.labels[group];
}

class Figures {
public:
    Figures(const opinion::Map& map, const opinion::Conversation& on_map, std::vector<std::size_t> groups)
        : map_{map}, everyone_{opinion::tally_everyone(on_map)}, shown_{std::move(groups)} {}

    void add_to(Shown& result) const {
        for (std::size_t s = 0; s < map_.statements.size(); ++s) result.statements.push_back(on_statement(s));
        add_bounds(result);
        for (std::size_t g = 0; g < shown_.size(); ++g) result.groups.push_back(group(g, result));
    }

private:
    Shown::OnStatement on_statement(std::size_t s) const {
        Shown::OnStatement on;
        on.number = static_cast<int>(map_.statements[s]);
        on.everyone = in_fives(votes(everyone_[s]));
        std::vector<Votes> cells;
        for (const auto& group : map_.tallies) cells.push_back(votes(group[s]));
        hide_few(cells);
        for (const auto g : shown_) on.by_group.push_back(in_fives(cells[g]));
        if (!map_.bridging.intercepts.empty()) on.bridging = two_digits(map_.bridging.intercepts[s]);
        return on;
    }

    /// From what is shown, so that they say no more than that.
    void add_bounds(Shown& result) const {
        if (shown_.empty()) return;
        opinion::GroupTallies tallies(shown_.size());
        for (std::size_t g = 0; g < shown_.size(); ++g)
            for (const auto& on : result.statements) tallies[g].push_back(tally(on.by_group[g]));
        const auto ground = opinion::common_ground(tallies, result.statements.size());
        for (std::size_t s = 0; s < ground.size(); ++s) {
            result.statements[s].agree_bound = two_digits(ground[s].agree_bound);
            result.statements[s].disagree_bound = two_digits(ground[s].disagree_bound);
        }
    }

    Shown::Group group(std::size_t at, const Shown& result) const {
        const auto g = shown_[at];
        Shown::Group group;
        group.label = label_of(map_, g);
        group.size = in_fives(static_cast<int>(members_by_group(map_)[g].size()));
        if (map_.stability && g < map_.stability->jaccard.size())
            group.stability = two_digits(map_.stability->jaccard[g]);
        for (const auto& known : map_.representative[g])
            if (result.statements[known.statement].by_group[at].is_shown())
                group.known_for.push_back({result.statements[known.statement].number,
                    known.side == opinion::Side::agree ? Stance::agree : Stance::disagree});
        return group;
    }

    const opinion::Map& map_;
    std::vector<opinion::Tally> everyone_;
    std::vector<std::size_t> shown_;
};

Shown counts_of(const opinion::Map& map) {
    Shown result;
    result.engine = std::string{opinion::engine_version};
    result.seed = map.seed;
    result.participants = in_fives(static_cast<int>(map.participants.size()));
    result.votes = in_fives(static_cast<int>(map.votes));
    if (map.stability) {
        result.agreement = two_digits(map.stability->mean_ari);
        result.is_uncertain = map.stability->is_uncertain();
    }
    return result;
}

/// The label of the group that most of the block belong to, of those shown; the lowest of equals.
int group_of(const opinion::PublishedMap::Block& block, const opinion::Map& map, const Shown& result) {
    std::map<int, int> members;
    for (const auto member : block.members)
        if (const auto g = map.groups.of[member]; g != opinion::Grouping::none)
            ++members[label_of(map, static_cast<std::size_t>(g))];
    const auto most = std::max_element(
        members.begin(), members.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == members.end()) return Shown::Mark::no_group;
    const auto is_it = [&](const Shown::Group& group) { return group.label == most->first; };
    return std::any_of(result.groups.begin(), result.groups.end(), is_it) ? most->first
                                                                          : Shown::Mark::no_group;
}

double snapped(double value, double step) {
    return std::floor(value / step + 0.5) * step + 0.0;
}

Shown::Point center_of(const Members& members, const opinion::PublishedMap& map) {
    Shown::Point sum;
    for (const auto member : members) {
        sum.x += map.places[member].x;
        sum.y += map.places[member].y;
    }
    const auto count = static_cast<double>(members.size());
    return {snapped(sum.x / count, map.step), snapped(sum.y / count, map.step)};
}

}  // namespace

double two_digits(double value) {
    return std::round(value * 100) / 100 + 0.0;
}

std::vector<Members> shown_groups(const opinion::Map& map) {
    const auto members = members_by_group(map);
    std::vector<Members> shown;
    for (const auto g : large_groups(members)) shown.push_back(members[g]);
    return shown;
}

OpinionResult figures_of(const opinion::Map& map, const opinion::Conversation& on_map) {
    auto result = counts_of(map);
    Figures{map, on_map, large_groups(members_by_group(map))}.add_to(result);
    return result;
}

void withhold_groups(OpinionResult& result, const opinion::Map& map, const opinion::Conversation& on_map) {
    result.groups.clear();
    result.statements.clear();
    result.has_groups_withheld = true;
    Figures{map, on_map, {}}.add_to(result);
}

void add_places(OpinionResult& result, const opinion::Map& map, const opinion::PublishedMap& published) {
    result.step = published.step;
    std::map<std::tuple<double, double, int>, int> by_place;  // in an order that has nothing to do with ids
    for (const auto& block : published.blocks)
        by_place[{block.mark.x, block.mark.y, group_of(block, map, result)}] +=
            static_cast<int>(block.members.size());
    for (const auto& [place, people] : by_place) {
        const auto [x, y, group] = place;
        result.marks.push_back({{x, y}, people, group});
    }
    const auto groups = shown_groups(map);
    for (std::size_t g = 0; g < result.groups.size(); ++g)
        result.groups[g].center = center_of(groups[g], published);
    for (std::size_t s = 0; s < result.statements.size(); ++s) {
        result.statements[s].center = published.axes.center_of(s);
        result.statements[s].direction = {
            published.axes.direction_of(0, s), published.axes.direction_of(1, s)};
    }
}

std::string as_json(const opinion::Memory& m) {
    const nlohmann::json all{{"statements", m.statements}, {"components", m.components},
        {"participants", m.participants}, {"labels", m.labels},
        {"choice", {m.choice.groups, m.choice.rival_groups, m.choice.rival_draws}}};
    return all.dump();
}

opinion::Memory memory_from(const std::string& text) {
    if (text.empty()) return {};
    const auto j = nlohmann::json::parse(text);
    const auto& choice = j.at("choice");
    return {j.at("statements"), j.at("components"), j.at("participants"), j.at("labels"),
        {choice.at(0), choice.at(1), choice.at(2)}};
}

}  // namespace medskapa::app
