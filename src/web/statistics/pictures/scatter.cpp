#include "web/statistics/pictures/scatter.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <optional>

namespace medskapa::web::statistics {
namespace {

constexpr double left = 12;
constexpr double top = 28;
constexpr double below = 34;
constexpr double radius = 6;
constexpr double letter_width = 7;
constexpr double letter_height = 15;

struct Size {
    double width;
    double height;
    const char* kind;
};

struct Box {
    double x;
    double y;
    double width;
    double height;

    bool touches(const Box& other) const {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height &&
               other.y < y + height;
    }
};

std::string at(double value) {
    return fmt::format("{:.1f}", value);
}

/// How many characters a name has, of one or several bytes.
double letters(std::string_view name) {
    return static_cast<double>(std::count_if(
        name.begin(), name.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// A scatter on a grid of one size.
class Plot {
public:
    Plot(const Scatter& scatter, Size size) : scatter_{scatter}, size_{size} {
        const auto by_x = std::minmax_element(scatter.points.begin(), scatter.points.end(),
            [](const auto& a, const auto& b) { return a.x < b.x; });
        const auto by_y = std::minmax_element(scatter.points.begin(), scatter.points.end(),
            [](const auto& a, const auto& b) { return a.y < b.y; });
        low_x_ = by_x.first->x;
        high_x_ = std::max(by_x.second->x, low_x_ + 1e-9);
        low_y_ = by_y.first->y;
        high_y_ = std::max(by_y.second->y, low_y_ + 1e-9);
        for (const auto& point : scatter.points)
            taken_.push_back({x_of(point.x) - radius, y_of(point.y) - radius, 2 * radius, 2 * radius});
    }

    Html drawn() {
        const auto points =
            each(scatter_.points, [&](const Scatter::Point& point) { return view_of(point); });
        return html(R"(
<svg class="{kind}" viewBox="0 0 {width} {height}" role="group" aria-label="{title}">{fields}{points}</svg>)",
            "kind"_a = size_.kind, "width"_a = at(size_.width), "height"_a = at(size_.height),
            "title"_a = scatter_.title, "fields"_a = fields(), "points"_a = points);
    }

private:
    double x_of(double x) const {
        return left + radius + (x - low_x_) / (high_x_ - low_x_) * (size_.width - 2 * (left + radius));
    }
    double y_of(double y) const {
        return size_.height - below - radius -
               (y - low_y_) / (high_y_ - low_y_) * (size_.height - below - top - 2 * radius);
    }

    Html fields() const {
        const double x = x_of(scatter_.x_cut);
        const double y = y_of(scatter_.y_cut);
        auto drawn = html(
            R"(<rect class="field" x="{left}" y="{top}" width="{width}" height="{height}"/><rect class="field good" x="{x}" y="{top}" width="{right}" height="{above}"/>)",
            "left"_a = at(left), "top"_a = at(top), "width"_a = at(size_.width - 2 * left),
            "height"_a = at(size_.height - top - below), "x"_a = at(x),
            "right"_a = at(size_.width - left - x), "above"_a = at(y - top));
        drawn += html(
            R"(<path class="ax" d="M{x} {top}V{bottom}M{left} {y}H{end}"/><text class="ways" x="{end}" y="20" text-anchor="end">{good}</text><text class="soft" x="{left}" y="20">{y_name} ↑</text><text class="soft" x="{end}" y="{foot}" text-anchor="end">{x_name} →</text>)",
            "x"_a = at(x), "top"_a = at(top), "bottom"_a = at(size_.height - below), "left"_a = at(left),
            "y"_a = at(y), "end"_a = at(size_.width - left), "good"_a = scatter_.good,
            "y_name"_a = scatter_.y_name, "foot"_a = at(size_.height - 12), "x_name"_a = scatter_.x_name);
        return drawn;
    }

    /// Where the name fits: right, left, above or below its mark.
    std::optional<Box> free_place(const Scatter::Point& point, const std::string& name) {
        const double width = letters(name) * letter_width;
        const double x = x_of(point.x);
        const double y = y_of(point.y);
        const double aside = radius * 0.7;
        const std::array<Box, 8> tried{{{x + radius + 3, y - letter_height / 2, width, letter_height},
            {x - radius - 3 - width, y - letter_height / 2, width, letter_height},
            {x - width / 2, y - radius - 2 - letter_height, width, letter_height},
            {x - width / 2, y + radius + 2, width, letter_height},
            {x + aside + 2, y - aside - letter_height, width, letter_height},
            {x - aside - 2 - width, y - aside - letter_height, width, letter_height},
            {x + aside + 2, y + aside, width, letter_height},
            {x - aside - 2 - width, y + aside, width, letter_height}}};
        for (const auto& box : tried) {
            const bool is_inside = box.x >= 2 && box.x + box.width <= size_.width - 2 && box.y >= top &&
                                   box.y + box.height <= size_.height - below;
            const bool is_free = std::none_of(
                taken_.begin(), taken_.end(), [&](const Box& other) { return box.touches(other); });
            if (is_inside && is_free) return box;
        }
        return std::nullopt;
    }

    Html mark_of(const Scatter::Point& point) const {
        return html(R"(<svg x="{x}" y="{y}" width="1" height="26">{dot}</svg>)", "x"_a = at(x_of(point.x)),
            "y"_a = at(y_of(point.y) - 13), "dot"_a = dot(0, radius, point.shape, false));
    }

    /// The number of the point's row: next to the mark where there is room, and otherwise on it.
    Html number_of(const Scatter::Point& point) {
        const auto number = std::to_string(point.number);
        const auto place = free_place(point, number);
        if (place) taken_.push_back(*place);
        const double x = place ? place->x + place->width / 2 : x_of(point.x);
        const double y = place ? place->y + letter_height - 3 : y_of(point.y) + 4;
        return html(
            R"(<text class="name no" x="{}" y="{}" text-anchor="middle" aria-hidden="true">{}</text>)", at(x),
            at(y), number);
    }

    Html view_of(const Scatter::Point& point) {
        const auto place = free_place(point, point.name);
        if (place) taken_.push_back(*place);
        const auto number = place ? Html{} : number_of(point);
        const bool is_left = x_of(point.x) > size_.width / 2;
        const double x = place ? place->x : is_left ? x_of(point.x) - radius - 3 : x_of(point.x) + radius + 3;
        const double y = place ? place->y + letter_height - 3 : y_of(point.y) + 4;
        const bool ends_there = !place && is_left;
        return html(R"(
<a class="pt" href="#{row}"><title>{name}</title>{mark}<text class="{kind}" x="{x}" y="{y}"{anchor} aria-hidden="true">{name}</text>{number}</a>)",
            "row"_a = point.row, "name"_a = point.name, "mark"_a = mark_of(point),
            "kind"_a = place ? "name" : "name tip", "x"_a = at(x), "y"_a = at(y), "number"_a = number,
            "anchor"_a = when(ends_there, html(R"( text-anchor="end")")));
    }

    const Scatter& scatter_;
    Size size_;
    double low_x_ = 0;
    double high_x_ = 1;
    double low_y_ = 0;
    double high_y_ = 1;
    std::vector<Box> taken_;
};

}  // namespace

Html drawing_of(const Scatter& scatter, const Words&) {
    if (scatter.points.empty()) return {};
    return html(R"(
<div class="draw">{}{}</div>)",
        Plot{scatter, {680, 440, "wide"}}.drawn(), Plot{scatter, {300, 400, "slim"}}.drawn());
}

}  // namespace medskapa::web::statistics
