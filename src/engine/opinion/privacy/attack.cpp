#include "engine/opinion/privacy/attack.hpp"

#include "engine/opinion/map.hpp"
#include "engine/opinion/tally.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace medskapa::opinion {
namespace {

Point raw_place(const Plane& plane, std::span<const Ballot> ballots) {
    Point sum;
    for (const auto ballot : ballots) {
        const auto apart = ballot.value() - plane.center[ballot.statement()];
        sum.x += apart * plane.components[0][ballot.statement()];
        sum.y += apart * plane.components[1][ballot.statement()];
    }
    const auto stretch =
        std::sqrt(static_cast<double>(plane.center.size()) / static_cast<double>(ballots.size()));
    return {stretch * sum.x, stretch * sum.y};
}

Point mean_of(const std::vector<Point>& places) {
    Point sum;
    for (const auto& place : places) sum = {sum.x + place.x, sum.y + place.y};
    const auto count = static_cast<double>(std::max<std::size_t>(1, places.size()));
    return {sum.x / count, sum.y / count};
}

/// Every ballot that somebody on a map of few statements could have, as raw marks showed it.
void add_possible(
    const Plane& plane, std::size_t statement, std::vector<Ballot> ballots, std::vector<Point>& places) {
    const auto statements = plane.center.size();
    if (ballots.size() + (statements - statement) < std::min(Settings::enough_votes, statements)) return;
    if (statement == statements) return places.push_back(raw_place(plane, ballots));
    add_possible(plane, statement + 1, ballots, places);
    for (const auto vote : {Vote::disagree, Vote::pass, Vote::agree}) {
        auto more = ballots;
        more.emplace_back(statement, vote);
        add_possible(plane, statement + 1, std::move(more), places);
    }
}

}  // namespace

Decoder::Decoder(const Plane& plane) {
    if (plane.center.size() > most_tried) throw std::logic_error{"too many statements to try every ballot"};
    add_possible(plane, 0, {}, possible_);
}

Decoder::Decoder(const RoundedAxes& axes) {
    auto possible = possible_places(axes);
    if (!possible) throw std::logic_error{"too many statements to try every ballot"};
    possible_ = *std::move(possible);
}

std::size_t Decoder::ballots_near(Point at, double distance) const {
    return static_cast<std::size_t>(std::count_if(possible_.begin(), possible_.end(),
        [&](Point p) { return std::abs(p.x - at.x) <= distance && std::abs(p.y - at.y) <= distance; }));
}

std::size_t read_from_raw_places(const Conversation& votes, const Plane& plane) {
    constexpr double same_place = 1e-9;
    const Decoder decoder{plane};
    std::size_t found = 0;
    for (const auto& ballots : votes.all_ballots())
        found += decoder.ballots_near(raw_place(plane, ballots), same_place) == 1 ? 1 : 0;
    return found;
}

Conversation most_voted(const Conversation& from, std::size_t statements, std::size_t fewest_votes) {
    const auto tallies = tally_everyone(from);
    std::vector<std::size_t> order(from.statements().size());
    std::iota(order.begin(), order.end(), 0U);
    std::erase_if(order, [&](auto j) { return from.standing(j).is_left_out(); });
    std::stable_sort(
        order.begin(), order.end(), [&](auto a, auto b) { return tallies[a].votes > tallies[b].votes; });
    order.resize(std::min(statements, order.size()));
    Conversation some;
    for (const auto j : order) (void)some.add_statement(from.statements()[j]);
    for (std::size_t seat = 0; seat < from.participants().size(); ++seat) {
        std::vector<Ballot> ballots;
        for (const auto ballot : from.ballots(seat))
            if (some.index_of(from.statements()[ballot.statement()])) ballots.push_back(ballot);
        if (ballots.size() < fewest_votes) continue;
        for (const auto ballot : ballots)
            (void)some.vote(from.participants()[seat], from.statements()[ballot.statement()], ballot.vote());
    }
    return some;
}

Kept kept_by(const PublishedMap& map) {
    const auto middle = mean_of(map.places);
    double all = 0;
    double from_means = 0;
    double from_marks = 0;
    for (const auto& block : map.blocks) {
        std::vector<Point> places;
        for (const auto member : block.members) places.push_back(map.places[member]);
        const auto mean = mean_of(places);
        for (const auto& place : places) {
            all += squared_distance(place, middle);
            from_means += squared_distance(place, mean);
            from_marks += squared_distance(place, block.mark);
        }
    }
    if (all == 0 || map.spread == 0) return {};
    const auto people = static_cast<double>(map.people.size());
    return {1 - from_means / all, 1 - from_marks / all, std::sqrt(from_marks / people) / map.spread};
}

}  // namespace medskapa::opinion
