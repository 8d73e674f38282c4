#include "app/conversation/opinion_drawing.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace medskapa::app {
namespace {

using Told = OpinionResult;
using Points = std::vector<Told::Point>;

constexpr int most_marks = 240;

Told::Point point(opinion::Point p) {
    return {rounded(p.x), rounded(p.y)};
}

double distance(Told::Point a, Told::Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

bool is_left_of(Told::Point a, Told::Point b) {
    return a.x < b.x || (a.x == b.x && a.y < b.y);
}

/// Twice the area of the triangle, negative when it turns right.
double turn(Told::Point a, Told::Point b, Told::Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

void add_half(Points& hull, const Points& sorted, std::size_t floor) {
    for (const auto& p : sorted) {
        while (hull.size() > floor + 1 && turn(hull[hull.size() - 2], hull.back(), p) <= 0) hull.pop_back();
        hull.push_back(p);
    }
    hull.pop_back();
}

/// The convex hull by Andrew's monotone chain (1979); `sorted` by x, then y.
Points hull_of(Points sorted) {
    if (sorted.size() < 3) return sorted;
    Points hull;
    add_half(hull, sorted, 0);
    std::reverse(sorted.begin(), sorted.end());
    add_half(hull, sorted, hull.size());
    return hull;
}

Points nearest_nine_in_ten(Points members, Told::Point center) {
    std::stable_sort(members.begin(), members.end(),
        [center](const auto& a, const auto& b) { return distance(a, center) < distance(b, center); });
    members.resize((members.size() * 9 + 9) / 10);
    std::sort(members.begin(), members.end(), is_left_of);
    return members;
}

Points every_nth(const Points& sorted, int n) {
    Points some;
    for (std::size_t i = 0; i < sorted.size(); i += static_cast<std::size_t>(n)) some.push_back(sorted[i]);
    return some;
}

Told::Votes votes(const opinion::Tally& tally) {
    return {tally.agrees, tally.disagrees, tally.votes};
}

/// The map's groups, and which of them are large enough to be told of.
class PublicResult {
public:
    PublicResult(const opinion::Map& map, const opinion::Conversation& conversation)
        : map_{map}, everyone_{opinion::tally_everyone(conversation)}, members_(group_count()) {
        for (std::size_t i = 0; i < map.participants.size(); ++i)
            if (const auto g = map.groups.of[i]; g != opinion::Grouping::none)
                members_[static_cast<std::size_t>(g)].push_back(point(map.positions[i]));
        for (auto& members : members_) std::sort(members.begin(), members.end(), is_left_of);
        for (std::size_t g = 0; g < members_.size(); ++g)
            if (members_[g].size() >= Told::fewest_shown) shown_.push_back(g);
    }

    Told public_result() const {
        Told told;
        told.engine = std::string{opinion::engine_version};
        told.seed = map_.seed;
        told.participants = static_cast<int>(map_.participants.size());
        told.votes = static_cast<int>(map_.votes);
        for (const auto g : shown_) told.placed += static_cast<int>(members_[g].size());
        told.people_a_mark = std::max(1, (told.placed + most_marks - 1) / most_marks);
        if (map_.stability) {
            told.agreement = rounded(map_.stability->mean_ari);
            told.is_uncertain = map_.stability->is_uncertain();
        }
        for (const auto g : shown_) told.groups.push_back(group(g, told.people_a_mark));
        for (std::size_t s = 0; s < map_.statements.size(); ++s)
            if (!map_.left_out[s]) told.statements.push_back(on_statement(s));
        return told;
    }

private:
    std::size_t group_count() const { return static_cast<std::size_t>(map_.groups.count); }

    Told::Group group(std::size_t g, int people_a_mark) const {
        Told::Group group;
        group.label = map_.labels.empty() ? static_cast<int>(g) : map_.labels[g];
        group.size = static_cast<int>(members_[g].size());
        if (map_.stability && g < map_.stability->jaccard.size())
            group.stability = rounded(map_.stability->jaccard[g]);
        group.center = point(map_.group_centers[g]);
        group.outline = hull_of(nearest_nine_in_ten(members_[g], group.center));
        group.marks = every_nth(members_[g], people_a_mark);
        for (const auto& known : map_.representative[g])
            group.known_for.push_back({static_cast<int>(map_.statements[known.statement]),
                known.side == opinion::Side::agree ? Stance::agree : Stance::disagree});
        return group;
    }

    Told::OnStatement on_statement(std::size_t s) const {
        Told::OnStatement on;
        on.number = static_cast<int>(map_.statements[s]);
        on.everyone = votes(everyone_[s]);
        for (const auto g : shown_) on.by_group.push_back(votes(map_.tallies[g][s]));
        hide_few(on.by_group);
        if (!on.everyone.is_shown()) {
            on.everyone.agrees = on.everyone.disagrees = 0;
            return on;
        }
        on.agree_bound = rounded(map_.ground[s].agree_bound);
        on.disagree_bound = rounded(map_.ground[s].disagree_bound);
        if (!map_.bridging.intercepts.empty()) on.bridging = rounded(map_.bridging.intercepts[s]);
        on.center = rounded(map_.plane.center[s]);
        on.direction = {rounded(map_.plane.components[0][s]), rounded(map_.plane.components[1][s])};
        return on;
    }

    const opinion::Map& map_;
    std::vector<opinion::Tally> everyone_;
    std::vector<Points> members_;  // by group
    std::vector<std::size_t> shown_;
};

}  // namespace

double rounded(double value) {
    return std::round(value * 1e4) / 1e4 + 0.0;
}

OpinionResult public_result(const opinion::Map& map, const opinion::Conversation& conversation) {
    return PublicResult{map, conversation}.public_result();
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
