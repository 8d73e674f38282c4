#include "opinion/groups/spots.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace medskapa::opinion {
namespace {

constexpr double cells_a_side = 64;

double rounded(double value) {
    return std::nearbyint(value * 0x1p26) * 0x1p-26;
}

std::vector<Point> rounded(std::span<const Point> points) {
    std::vector<Point> result;
    result.reserve(points.size());
    for (const auto point : points) result.push_back({rounded(point.x), rounded(point.y)});
    return result;
}

/// Points with equal keys become one spot at their mean, spots in the order of the keys. Sums of rounded
/// coordinates are exact for as many as 2^20 of them below 2^7, so the order of points cannot show.
Gathered gather_by(std::span<const Point> keys, std::span<const Point> points) {
    std::vector<std::uint32_t> order(points.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
    Gathered gathered{{}, std::vector<std::uint32_t>(points.size())};
    const Point* current = nullptr;
    for (const auto i : order) {
        if (current == nullptr || *current != keys[i]) gathered.spots.push_back({{}, 0});
        current = &keys[i];
        auto& [sum, weight] = gathered.spots.back();
        sum.x += points[i].x;
        sum.y += points[i].y;
        ++weight;
        gathered.spot_of[i] = static_cast<std::uint32_t>(gathered.spots.size() - 1);
    }
    for (auto& [at, weight] : gathered.spots) at = {at.x / weight, at.y / weight};
    return gathered;
}

std::vector<Point> cells(std::span<const Point> points) {
    Point low = points.front();
    Point high = points.front();
    for (const auto point : points) {
        low = {std::min(low.x, point.x), std::min(low.y, point.y)};
        high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    }
    const double width = std::max(high.x - low.x, high.y - low.y) / cells_a_side;
    std::vector<Point> result;
    result.reserve(points.size());
    for (const auto point : points)
        result.push_back({std::floor((point.x - low.x) / width), std::floor((point.y - low.y) / width)});
    return result;
}

}  // namespace

Gathered gather(std::span<const Point> points) {
    const auto places = rounded(points);
    auto gathered = gather_by(places, places);
    if (gathered.spots.size() <= most_spots) return gathered;
    return gather_by(cells(places), places);
}

}  // namespace medskapa::opinion
