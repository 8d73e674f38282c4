#include "engine/opinion/groups/spots.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace medskapa::opinion {
namespace {

constexpr double cells_a_side = 48;

double rounded(double value) {
    return std::nearbyint(value * 0x1p26) * 0x1p-26;
}

std::vector<Point> rounded(std::span<const Point> points) {
    std::vector<Point> result;
    result.reserve(points.size());
    for (const auto point : points) result.push_back({rounded(point.x), rounded(point.y)});
    return result;
}

/// Points with equal keys become one spot at their mean, spots in the order of the keys; none when there are
/// more than `most` of them. Sums of rounded coordinates are exact for as many as 2^20 of them below 2^7, so
/// the order of points cannot show.
template <class Key>
std::optional<Gathered> gather_by(std::span<const Point> points, std::size_t most, Key key) {
    std::map<Point, std::uint32_t> found;
    std::vector<Spot> sums;
    std::vector<std::uint32_t> sum_of;
    sum_of.reserve(points.size());
    for (const auto point : points) {
        const auto [at, is_new] = found.try_emplace(key(point), static_cast<std::uint32_t>(sums.size()));
        if (is_new) sums.push_back({{}, 0});
        if (sums.size() > most) return std::nullopt;
        auto& [sum, weight] = sums[at->second];
        sum.x += point.x;
        sum.y += point.y;
        ++weight;
        sum_of.push_back(at->second);
    }
    Gathered gathered;
    std::vector<std::uint32_t> place(sums.size());
    for (const auto& [_, index] : found) {
        place[index] = static_cast<std::uint32_t>(gathered.spots.size());
        const auto& [sum, weight] = sums[index];
        gathered.spots.push_back({{sum.x / weight, sum.y / weight}, weight});
    }
    for (auto& index : sum_of) index = place[index];
    gathered.spot_of = std::move(sum_of);
    return gathered;
}

/// The cell of a grid over all points that holds a point, by its column and row.
auto grid_over(std::span<const Point> points) {
    Point low = points.front();
    Point high = points.front();
    for (const auto point : points) {
        low = {std::min(low.x, point.x), std::min(low.y, point.y)};
        high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    }
    const double width = std::max(high.x - low.x, high.y - low.y) / cells_a_side;
    return [low, width](Point point) {
        return Point{std::floor((point.x - low.x) / width), std::floor((point.y - low.y) / width)};
    };
}

}  // namespace

Gathered gather(std::span<const Point> points) {
    if (points.empty()) return {};
    const auto places = rounded(points);
    if (auto gathered = gather_by(places, most_spots, [](Point point) { return point; })) return *gathered;
    return gather_by(places, places.size(), grid_over(places)).value();
}

}  // namespace medskapa::opinion
