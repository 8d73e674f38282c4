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
    outline.x = std::round((box.west + box.east) / 2);
    outline.y = std::round((box.south + box.north) / 2);
    outline.width = box.east - box.west;
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
