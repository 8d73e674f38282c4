#include "app/statistics/outlines.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <numbers>

namespace medskapa::app {
namespace {

struct Point {
    double x;
    double y;

    bool operator==(const Point&) const = default;
};
using Ring = std::vector<Point>;

struct Box {
    double west = std::numeric_limits<double>::infinity();
    double east = -std::numeric_limits<double>::infinity();
    double south = std::numeric_limits<double>::infinity();
    double north = -std::numeric_limits<double>::infinity();

    void hold(Point at) {
        west = std::min(west, at.x);
        east = std::max(east, at.x);
        south = std::min(south, at.y);
        north = std::max(north, at.y);
    }
};

std::vector<Ring> rings_of(const RegionMap::Area& area) {
    const auto polygons = nlohmann::json::parse(area.polygons, nullptr, false);
    if (!polygons.is_array()) throw std::logic_error{"borders in the database are not what was kept"};
    std::vector<Ring> rings;
    for (const auto& polygon : polygons)
        for (const auto& written : polygon) {
            auto& ring = rings.emplace_back();
            for (const auto& at : written) ring.push_back({at.at(0).get<double>(), at.at(1).get<double>()});
        }
    return rings;
}

/// From degrees to whole units of the drawing.
class Projection {
public:
    explicit Projection(const Box& box)
        : box_{box}, shortened_{std::cos((box.south + box.north) / 2 * std::numbers::pi / 180)} {
        const double width = (box.east - box.west) * shortened_;
        const double height = box.north - box.south;
        scale_ = std::min(map_width / std::max(width, 1e-9), map_height / std::max(height, 1e-9));
    }
    Point at(Point degrees) const {
        return {std::round((degrees.x - box_.west) * shortened_ * scale_),
            std::round((box_.north - degrees.y) * scale_)};
    }
    double width() const { return std::ceil((box_.east - box_.west) * shortened_ * scale_ - 1e-9); }
    double height() const { return std::ceil((box_.north - box_.south) * scale_); }

private:
    Box box_;
    double shortened_;
    double scale_ = 1;
};

/// Without points that fall on the one before.
Ring drawn(const Ring& ring, const Projection& projection) {
    Ring points;
    for (const auto& degrees : ring)
        if (const auto at = projection.at(degrees); points.empty() || !(points.back() == at))
            points.push_back(at);
    if (points.size() > 1 && points.front() == points.back()) points.pop_back();
    return points;
}

std::string number(double whole) {
    return std::to_string(static_cast<int>(whole));
}

struct Span {
    double from = 0;
    double to = 0;

    double length() const { return to - from; }
};

/// The longest part of a line across the ring that lies inside it.
Span widest_at(const Ring& ring, double y) {
    std::vector<double> crossings;
    for (std::size_t k = 0; k < ring.size(); ++k) {
        const auto& a = ring[k];
        const auto& b = ring[(k + 1) % ring.size()];
        if ((a.y > y) != (b.y > y)) crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
    }
    std::sort(crossings.begin(), crossings.end());
    Span widest;
    for (std::size_t k = 0; k + 1 < crossings.size(); k += 2)
        if (const Span inside{crossings[k], crossings[k + 1]}; inside.length() > widest.length())
            widest = inside;
    return widest;
}

/// Where a name fits best inside the ring: the middle of a wide part, rather near the middle of its height.
void place_label(Outline& outline, const Ring& ring, const Box& box) {
    constexpr int lines = 15;
    double best = -1;
    for (int k = 1; k <= lines; ++k) {
        const double part = static_cast<double>(k) / (lines + 1);
        const double y = box.south + (box.north - box.south) * part + 1e-3;  // between the points
        const auto inside = widest_at(ring, y);
        const double fit = inside.length() * (1 - std::abs(part - 0.5));
        if (fit <= best) continue;
        best = fit;
        outline.x = std::round((inside.from + inside.to) / 2);
        outline.y = std::round(y);
        outline.width = std::round(inside.length());
    }
}

void add(Outline& outline, double& largest, const Ring& ring) {
    constexpr std::size_t least = 3;
    if (ring.size() < least) return;
    Box box;
    for (std::size_t k = 0; k < ring.size(); ++k) {
        outline.path += (k == 0 ? "M" : "L") + number(ring[k].x) + " " + number(ring[k].y);
        box.hold(ring[k]);
    }
    outline.path += "z";
    const double size = (box.east - box.west) * (box.north - box.south);
    if (size <= largest) return;
    largest = size;
    place_label(outline, ring, box);
}

}  // namespace

Outlines outlines_of(const std::vector<RegionMap::Area>& areas, const std::set<std::string>& codes) {
    Box box;
    std::map<std::string, std::vector<Ring>> rings;
    for (const auto& area : areas) {
        if (!codes.contains(area.code)) continue;
        for (const auto& ring : rings[area.code] = rings_of(area))
            for (const auto& at : ring) box.hold(at);
    }
    Outlines all;
    if (box.west > box.east) return all;
    const Projection projection{box};
    all.width = projection.width();
    all.height = projection.height();
    for (const auto& [code, of_area] : rings) {
        double largest = 0;
        for (const auto& ring : of_area) add(all.by_code[code], largest, drawn(ring, projection));
    }
    return all;
}

}  // namespace medskapa::app
