#include "engine/opinion/privacy/rounded_axes.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::opinion {
namespace {

constexpr std::size_t enough_votes = 7;

int whole(double value) {
    return static_cast<int>(std::floor(value + 0.5));
}

/// A place before it is stretched: sums of whole numbers.
struct Sum {
    std::int64_t x = 0;
    std::int64_t y = 0;
    std::size_t votes = 0;

    void add(const RoundedAxes& axes, std::size_t statement, int vote) {
        const std::int64_t apart = 100 * vote - axes.center[statement];
        x += apart * axes.directions[0][statement];
        y += apart * axes.directions[1][statement];
        ++votes;
    }
    Point stretched(std::size_t statements) const {
        if (votes == 0) return {};
        const auto stretch = std::sqrt(static_cast<double>(statements) / static_cast<double>(votes));
        return {stretch * static_cast<double>(x) / 6400.0, stretch * static_cast<double>(y) / 6400.0};
    }
};

void visit_possible(
    const RoundedAxes& axes, std::size_t statement, const Sum& sum, const std::function<void(Point)>& visit) {
    const auto statements = axes.center.size();
    if (sum.votes + (statements - statement) < std::min(enough_votes, statements)) return;
    if (statement == statements) return visit(sum.stretched(statements));
    visit_possible(axes, statement + 1, sum, visit);
    for (const int vote : {-1, 0, 1}) {
        auto more = sum;
        more.add(axes, statement, vote);
        visit_possible(axes, statement + 1, more, visit);
    }
}

}  // namespace

RoundedAxes rounded_axes(const Plane& plane) {
    RoundedAxes axes;
    for (const auto mean : plane.center) axes.center.push_back(whole(100 * mean));
    for (std::size_t axis = 0; axis < 2; ++axis)
        for (const auto loading : plane.components[axis])
            axes.directions[axis].push_back(whole(64 * loading));
    return axes;
}

Point place_of(const RoundedAxes& axes, std::span<const Ballot> ballots) {
    Sum sum;
    for (const auto ballot : ballots) sum.add(axes, ballot.statement(), ballot.value());
    return sum.stretched(axes.center.size());
}

std::optional<std::vector<Point>> possible_places(const RoundedAxes& axes) {
    if (axes.center.size() > most_tried) return std::nullopt;
    std::vector<Point> places;
    each_possible_place(axes, [&](Point place) { places.push_back(place); });
    return places;
}

void each_possible_place(const RoundedAxes& axes, const std::function<void(Point)>& visit) {
    visit_possible(axes, 0, {}, visit);
}

}  // namespace medskapa::opinion
