#include "engine/opinion/place/own_place.hpp"

#include "engine/opinion/random.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace medskapa::opinion {
namespace {

constexpr int draws = 400;
constexpr double outside = 0.05;

/// Each vote's part of the place, not yet stretched.
std::vector<Point> parts_of(const Plane& plane, std::span<const Ballot> ballots) {
    std::vector<Point> parts;
    for (const auto ballot : ballots) {
        const auto j = ballot.statement();
        const double deviation = ballot.value() - plane.center[j];
        parts.push_back({deviation * plane.components[0][j], deviation * plane.components[1][j]});
    }
    return parts;
}

Point sum_of(const std::vector<Point>& parts) {
    Point sum;
    for (const auto& part : parts) {
        sum.x += part.x;
        sum.y += part.y;
    }
    return sum;
}

OwnPlace::Covariance covariance_of(const std::vector<Point>& parts, double statements) {
    const auto n = static_cast<double>(parts.size());
    const auto sum = sum_of(parts);
    OwnPlace::Covariance sums;
    for (const auto& part : parts) {
        const double x = part.x - sum.x / n;
        const double y = part.y - sum.y / n;
        sums.xx += x * x;
        sums.xy += x * y;
        sums.yy += y * y;
    }
    const double scale = statements * (1 - n / statements) / (n - 1);
    return {scale * sums.xx, scale * sums.xy, scale * sums.yy};
}

OwnPlace::Region region_of(const OwnPlace::Covariance& spread, std::size_t votes) {
    const auto n = static_cast<double>(votes);
    const double limit = (n - 1) * (std::pow(outside, -2 / (n - 2)) - 1);
    const double middle = (spread.xx + spread.yy) / 2;
    const double half = (spread.xx - spread.yy) / 2;
    const double reach = std::sqrt(half * half + spread.xy * spread.xy);
    const auto axis = [&](double variance) { return std::sqrt(limit * std::max(0.0, variance)); };
    return {axis(middle + reach), axis(middle - reach),
        0.5 * std::atan2(2 * spread.xy, spread.xx - spread.yy), limit};
}

/// The nearest group with its distance and the next one's.
struct Nearest {
    std::size_t group = 0;
    double distance = 0;
    double next = 0;
};

Nearest nearest(Point place, std::span<const Point> centers) {
    const auto infinite = std::numeric_limits<double>::infinity();
    Nearest found{0, infinite, infinite};
    for (std::size_t group = 0; group < centers.size(); ++group) {
        const double dx = place.x - centers[group].x;
        const double dy = place.y - centers[group].y;
        const double distance = std::sqrt(dx * dx + dy * dy);
        if (distance < found.distance) {
            found = {group, distance, found.distance};
        } else {
            found.next = std::min(found.next, distance);
        }
    }
    return found;
}

double margin_of(const Nearest& found) {
    if (std::isinf(found.next)) return 1;
    const double sum = found.next + found.distance;
    return sum > 0 ? (found.next - found.distance) / sum : 0;
}

/// Ballots drawn from the votes that were cast, each drawn in by as much as the votes not cast leave open.
double support_for(const Nearest& shown, Point place, const std::vector<Point>& terms, double shrink,
    std::span<const Point> centers, std::uint64_t seed) {
    Random random{seed};
    int nearest_to_it = 0;
    for (int draw = 0; draw < draws; ++draw) {
        Point other;
        for (std::size_t v = 0; v < terms.size(); ++v) {
            const auto& term = terms[random.below(static_cast<std::uint32_t>(terms.size()))];
            other.x += term.x;
            other.y += term.y;
        }
        const Point tried{place.x + shrink * (other.x - place.x), place.y + shrink * (other.y - place.y)};
        if (nearest(tried, centers).group == shown.group) ++nearest_to_it;
    }
    return nearest_to_it / static_cast<double>(draws);
}

std::vector<Point> stretched(std::vector<Point> points, double times) {
    for (auto& point : points) point = {times * point.x, times * point.y};
    return points;
}

}  // namespace

std::optional<OwnPlace> own_place(const Plane& plane, std::span<const Ballot> ballots,
    std::span<const Point> group_centers, std::uint64_t seed) {
    if (ballots.empty()) return std::nullopt;
    const auto statements = static_cast<double>(plane.center.size());
    const auto votes = static_cast<double>(ballots.size());
    const double stretch = std::sqrt(statements / votes);
    const auto parts = parts_of(plane, ballots);
    OwnPlace found;
    found.place = stretched({sum_of(parts)}, stretch).front();
    if (ballots.size() >= 2) found.covariance = covariance_of(parts, statements);
    if (ballots.size() >= OwnPlace::fewest_votes && ballots.size() < plane.center.size())
        found.region = region_of(*found.covariance, ballots.size());
    if (group_centers.empty() || ballots.size() < OwnPlace::fewest_votes) return found;
    const auto terms = stretched(parts, stretch);
    const auto shown = nearest(found.place, group_centers);
    const double shrink = std::sqrt(1 - votes / statements);
    found.group = OwnPlace::Group{
        shown.group, margin_of(shown), support_for(shown, found.place, terms, shrink, group_centers, seed)};
    return found;
}

}  // namespace medskapa::opinion
