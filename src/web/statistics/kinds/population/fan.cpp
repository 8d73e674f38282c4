#include "web/statistics/kinds/population/fan.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace medskapa::web::statistics {
namespace {

using Year = Fan::Year;
using Member = std::optional<double> Year::*;

struct Size {
    const char* kind;
    double width;
    double height;
    double left;
    double right;
    double top;
    double bottom;
    int year_labels;
    double label_room;  // between the names at the ends
};
constexpr Size wide_size{"wide", 680, 340, 8, 530, 16, 310, 6, 18};
constexpr Size slim_size{"slim", 300, 300, 8, 216, 16, 270, 2, 34};

std::string at(double value) {
    return fmt::format("{:.1f}", value);
}

/// A fan on a grid of one size.
class Plot {
public:
    Plot(const Fan& fan, const Size& size, const Words& words)
        : fan_{fan}, size_{size}, words_{words}, axis_{axis_of(fan)} {}

    Html drawn() const {
        return html(R"(
<svg class="{kind}" viewBox="0 0 {width} {height}" role="img" aria-label="{title}">{grid}{years}{band}{low}{high}{main}{known}{past}{now}{names}</svg>)",
            "kind"_a = size_.kind, "width"_a = at(size_.width), "height"_a = at(size_.height),
            "title"_a = fan_.title, "grid"_a = grid(), "years"_a = year_labels(), "band"_a = band(),
            "low"_a = line("edge-line", &Year::low), "high"_a = line("edge-line", &Year::high),
            "main"_a = line("mid", &Year::main), "known"_a = line("known", &Year::known),
            "past"_a = line("past", &Year::past), "now"_a = now_line(), "names"_a = names());
    }

private:
    double x_of(int year) const {
        const int first = fan_.years.front().year;
        const int length = std::max(1, fan_.years.back().year - first);
        return size_.left + (size_.right - size_.left) * (year - first) / length;
    }
    double y_of(double people) const {
        return size_.bottom - (size_.bottom - size_.top) * (people - axis_.low) / (axis_.high - axis_.low);
    }

    Html grid() const {
        Html lines;
        const auto steps = static_cast<int>(std::lround((axis_.high - axis_.low) / axis_.step));
        for (int k = 0; k <= steps; ++k) {
            const double people = axis_.low + k * axis_.step;
            lines += html(
                R"(<path class="{kind}" d="M{left} {y}H{right}"/><text class="soft" x="{left}" y="{text}">{people}</text>)",
                "kind"_a = k == 0 ? "ax" : "gl", "left"_a = at(size_.left), "y"_a = at(y_of(people)),
                "right"_a = at(size_.right), "text"_a = at(y_of(people) - 4),
                "people"_a = words_.number(std::llround(people)));
        }
        return lines;
    }

    /// The start, the end, and as many between as have room. The last ends where the names begin.
    Html year_labels() const {
        const int last = fan_.years.back().year;
        const int length = last - fan_.start;
        const int many = std::clamp(length, 1, size_.year_labels);
        Html labels;
        for (int k = 0; k <= many; ++k) {
            const int year = fan_.start + length * k / many;
            labels += html(R"(<text class="soft" x="{x}" y="{y}" text-anchor="{anchor}">{year}</text>)",
                "x"_a = at(x_of(year)), "y"_a = at(size_.bottom + 18),
                "anchor"_a = k == many ? "end" : "middle", "year"_a = std::to_string(year));
        }
        return labels;
    }

    std::string path(Member of, bool is_reversed = false) const {
        std::string drawn;
        auto years = fan_.years;
        if (is_reversed) std::reverse(years.begin(), years.end());
        for (const auto& year : years)
            if (year.*of)
                drawn += fmt::format(
                    "{}{} {}", drawn.empty() ? "M" : "L", at(x_of(year.year)), at(y_of(*(year.*of))));
        return drawn;
    }
    Html line(const char* kind, Member of) const {
        const auto drawn = path(of);
        return drawn.empty() ? Html{} : html(R"(<path class="{}" d="{}"/>)", kind, drawn);
    }
    Html band() const {
        const auto upper = path(&Year::band_high);
        if (upper.empty()) return {};
        return html(R"(<path class="fan" d="{}L{}z"/>)", upper, path(&Year::band_low, true).substr(1));
    }
    Html now_line() const {
        return html(R"(<path class="now-line" d="M{} {}V{}"/>)", at(x_of(fan_.start)), at(size_.top),
            at(size_.bottom));
    }

    struct End {
        std::string name;
        double people;
        double y;
    };
    /// The three ends from above, pushed apart where they would touch.
    std::vector<End> ends() const {
        const auto& last = fan_.years.back();
        std::vector<End> ends;
        const std::array<std::optional<double>, 3> values{last.main, last.low, last.high};
        for (std::size_t k = 0; k < values.size(); ++k)
            if (values[k]) ends.push_back({fan_.names[k], *values[k], y_of(*values[k])});
        std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.y < b.y; });
        for (std::size_t k = 1; k < ends.size(); ++k)
            ends[k].y = std::max(ends[k].y, ends[k - 1].y + size_.label_room);
        return ends;
    }
    Html names() const {
        const double x = size_.right + 8;
        const bool is_slim = size_.width < wide_size.width;
        return each(ends(), [&](const End& end) {
            const auto people = words_.number(rounded_people(end.people));
            if (!is_slim)
                return html(R"(<text class="name" x="{}" y="{}">{}</text>)", at(x), at(end.y + 4),
                    end.name + " " + people);
            return html(
                R"(<text class="name" x="{x}" y="{y}">{name}</text><text class="soft" x="{x}" y="{below}">{people}</text>)",
                "x"_a = at(x), "y"_a = at(end.y), "name"_a = end.name, "below"_a = at(end.y + 15),
                "people"_a = people);
        });
    }

    const Fan& fan_;
    const Size& size_;
    const Words& words_;
    PeopleAxis axis_;
};

/// The step of 1, 2 or 5 times a power of ten that parts a length in three to seven.
double round_step(double length) {
    constexpr double most_steps = 4;
    const double rough = length / most_steps;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double times : {1.0, 2.0, 5.0})
        if (times * power >= rough) return times * power;
    return 10 * power;
}

}  // namespace

PeopleAxis axis_of(const Fan& fan) {
    std::vector<double> values;
    for (const auto& year : fan.years)
        for (const auto& value :
            {year.known, year.past, year.main, year.low, year.high, year.band_low, year.band_high})
            if (value) values.push_back(*value);
    if (values.empty()) return {};
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    PeopleAxis axis;
    axis.step = std::max(1.0, round_step(std::max(1.0, *most - *least)));
    axis.low = std::max(0.0, std::floor(*least / axis.step) * axis.step);
    axis.high = std::ceil(*most / axis.step) * axis.step;
    if (axis.high <= axis.low) axis.high = axis.low + axis.step;
    return axis;
}

Html drawn(const Fan& fan, DrawnSize size, const Words& words) {
    return Plot{fan, size == DrawnSize::wide ? wide_size : slim_size, words}.drawn();
}

std::int64_t rounded_people(double people) {
    const double to = people >= 10'000 ? 100 : people >= 1000 ? 10 : 1;
    return std::llround(people / to) * static_cast<std::int64_t>(to);
}

}  // namespace medskapa::web::statistics
