#include "engine/opinion/place/own_place.hpp"
#include "engine/opinion/random.hpp"
#include "web/conversation/result/sections.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::web::conversation::result {
namespace {

/// From which support on a group is sure, and likely (0..1).
constexpr double sure = 0.9;
constexpr double likely = 0.6;

opinion::Plane plane_of(const OpinionResult& result) {
    opinion::Plane plane;
    for (const auto& on : result.statements) {
        plane.center.push_back(on.center);
        for (const std::size_t axis : {0U, 1U}) plane.components[axis].push_back(on.direction[axis]);
    }
    return plane;
}

/// The votes on statements of the map, by their place on it.
std::vector<opinion::Ballot> ballots_of(const OpinionResult& result, const OwnVotes& votes) {
    std::vector<opinion::Ballot> ballots;
    for (std::size_t s = 0; s < result.statements.size(); ++s) {
        const auto vote = std::find_if(votes.begin(), votes.end(),
            [&](const auto& cast) { return cast.first == result.statements[s].number; });
        if (vote != votes.end())
            ballots.emplace_back(s, static_cast<opinion::Vote>(static_cast<int>(vote->second)));
    }
    return ballots;
}

/// The group nearest by what is published of the map alone; nothing of it is stored.
std::optional<opinion::OwnPlace::Group> group_of(const OpinionResult& result, const OwnVotes& votes) {
    std::vector<opinion::Point> centers;
    for (const auto& group : result.groups) centers.push_back({group.center.x, group.center.y});
    const auto seed = opinion::hash64({static_cast<std::uint64_t>(result.version), 1});
    const auto found = opinion::own_place(plane_of(result), ballots_of(result, votes), centers, seed);
    return found ? found->group : std::nullopt;
}

std::string sureness(double support, const Words& words) {
    const auto times = std::lround(support * 100);
    if (support >= sure)
        return words(
            "That is certain: when we draw at random from your answers, you are nearest it {} times out of "
            "100.",
            times);
    if (support >= likely)
        return words(
            "That is likely: when we draw at random from your answers, you are nearest it {} times out of "
            "100.",
            times);
    return words(
        "That is uncertain, as you are between the groups: when we draw at random from your answers, you are "
        "nearest it {} times out of 100.",
        times);
}

}  // namespace

Html own_group(const Context& context, const OwnVotes& votes, std::optional<OpinionResult::Point> me) {
    const auto& words = context.visit.words;
    const auto& result = context.result();
    if (const auto more = votes_until_placed(result, votes); more > 0)
        return html("<p>{}</p>", words.count("Vote on {} more statement to be placed on the map.",
                                     "Vote on {} more statements to be placed on the map.", more));
    if (!me) return html("<p>{}</p>", words("There is nothing to be placed by yet."));
    const auto found = group_of(result, votes);
    if (!found || result.groups.size() < 2)
        return html("<p>{}</p>", words("Your place is marked on the map."));
    const auto& near = result.groups[found->number];
    return html("<p>{} {}</p>{}",
        words("Your place is marked on the map. You are nearest {}, where about {} people are.",
            group_title(near, context.names, words), words.number(near.size)),
        sureness(found->support, words),
        when(found->support >= likely && !near.known_for.empty(),
            html("<p>{}</p>{}", words("What sets the group apart:"), known_for(context, near))));
}

}  // namespace medskapa::web::conversation::result
