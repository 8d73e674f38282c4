#include "web/statistics/kinds/population/pyramid.hpp"

#include "web/statistics/scale.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace medskapa::web::statistics {
namespace {

struct Size {
    const char* kind;
    double width;
    double gap;  // in the middle, for the ages
    double row;
};
constexpr Size wide_size{"wide", 680, 64, 21};
constexpr Size slim_size{"slim", 300, 54, 19};
constexpr double top = 34;
constexpr double below = 44;
constexpr double side = 12;

const Size& size_of(DrawnSize size) {
    return size == DrawnSize::wide ? wide_size : slim_size;
}

std::string at(double value) {
    return fmt::format("{:.1f}", value);
}

enum class Side { men, women };

/// A pyramid on a grid of one size.
class Plot {
public:
    Plot(const Pyramid& pyramid, const Size& size, const Words& words)
        : pyramid_{pyramid},
          size_{size},
          words_{words},
          reach_{(size.width - size.gap) / 2 - side},
          bottom_{top + size.row * static_cast<double>(pyramid.rows.size())} {}

    Html drawn() const {
        return html(R"(
<svg class="{kind}" viewBox="0 0 {width} {height}" role="img" aria-label="{title}">{grid}{rows}{men}{women}{frame}</svg>)",
            "kind"_a = size_.kind, "width"_a = at(size_.width), "height"_a = at(bottom_ + below),
            "title"_a = pyramid_.title, "grid"_a = grid(), "rows"_a = rows(),
            "men"_a = outline(Side::men, &Pyramid::Row::later_men),
            "women"_a = outline(Side::women, &Pyramid::Row::later_women), "frame"_a = frame());
    }

private:
    double middle(Side where) const {
        return size_.width / 2 + (where == Side::men ? -size_.gap : size_.gap) / 2;
    }
    double x_of(Side where, double people) const {
        const double length = people / pyramid_.most() * reach_;
        return middle(where) + (where == Side::men ? -length : length);
    }
    double y_of(std::size_t row) const { return top + size_.row * static_cast<double>(row); }

    Html grid() const {
        const auto scale = Scale::around({pyramid_.most()});
        const auto& ticks = scale.ticks();
        Html lines;
        const std::size_t every = ticks.size() > 4 ? 2 : 1;
        for (std::size_t k = every; k < ticks.size(); k += every)
            for (const auto where : {Side::men, Side::women})
                lines += html(
                    R"(<path class="gl" d="M{x} {top}V{bottom}"/><text class="soft" x="{x}" y="{text}" text-anchor="middle">{people}</text>)",
                    "x"_a = at(x_of(where, ticks[k])), "top"_a = at(top), "bottom"_a = at(bottom_),
                    "text"_a = at(bottom_ + 18), "people"_a = words_.number(std::llround(ticks[k])));
        return lines;
    }

    Html bar(Side where, const std::optional<double>& people, std::size_t row) const {
        const double y = y_of(row) + 1;
        if (!people)
            return html(R"(<path class="hidden" d="M{} {}H{}"/>)", at(middle(where)),
                at(y + size_.row / 2 - 1), at(middle(where) + (where == Side::men ? -reach_ : reach_) / 4));
        const double end = x_of(where, *people);
        return html(R"(<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="{height}"/>)",
            "kind"_a = where == Side::men ? "men" : "women", "x"_a = at(std::min(end, middle(where))),
            "y"_a = at(y), "width"_a = at(std::abs(end - middle(where))), "height"_a = at(size_.row - 2));
    }

    Html rows() const {
        Html all;
        const std::size_t every = pyramid_.rows.size() > 12 ? 2 : 1;
        const auto last = pyramid_.rows.size() - 1;
        for (std::size_t k = 0; k <= last; ++k) {
            const auto& row = pyramid_.rows[k];
            all += bar(Side::men, row.men, k) += bar(Side::women, row.women, k);
            if (k != 0 && (last - k) % every != 0) continue;
            if (k == 1 && every > 1) continue;
            all += html(R"(<text class="soft" x="{}" y="{}" text-anchor="middle">{}</text>)",
                at(size_.width / 2), at(y_of(k) + size_.row / 2 + 4), row.age);
        }
        return all;
    }

    /// From the oldest downwards; broken where a number is not shown.
    Html outline(Side where, std::optional<double> Pyramid::Row::*of) const {
        std::string path;
        bool is_begun = false;
        for (std::size_t k = 0; k < pyramid_.rows.size(); ++k) {
            const auto& people = pyramid_.rows[k].*of;
            if (people)
                path += fmt::format("{}{x} {}L{x} {}", is_begun ? "L" : "M", at(y_of(k)), at(y_of(k + 1)),
                    fmt::arg("x", at(x_of(where, *people))));
            is_begun = people.has_value();
        }
        return path.empty() ? Html{} : html(R"(<path class="later" d="{}"/>)", path);
    }

    Html frame() const {
        return html(
            R"(<path class="ax" d="M{men} {top}V{bottom}M{women} {top}V{bottom}"/><text class="name" x="{men_name}" y="18" text-anchor="end">{men_text}</text><text class="name" x="{women_name}" y="18">{women_text}</text><text class="soft" x="{middle}" y="18" text-anchor="middle">{age}</text><text class="soft" x="{middle}" y="{foot}" text-anchor="middle">{number}</text>)",
            "men"_a = at(middle(Side::men)), "top"_a = at(top), "bottom"_a = at(bottom_),
            "women"_a = at(middle(Side::women)), "men_name"_a = at(middle(Side::men) - 4),
            "men_text"_a = words_("Men"), "women_name"_a = at(middle(Side::women) + 4),
            "women_text"_a = words_("Women"), "middle"_a = at(size_.width / 2), "age"_a = words_("age"),
            "foot"_a = at(bottom_ + 36), "number"_a = words_("number of people"));
    }

    const Pyramid& pyramid_;
    const Size& size_;
    const Words& words_;
    double reach_;
    double bottom_;
};

}  // namespace

double Pyramid::most() const {
    double most = 0;
    for (const auto& row : rows)
        for (const auto& people : {row.men, row.women, row.later_men, row.later_women})
            most = std::max(most, people.value_or(0));
    return most > 0 ? most : 1;
}

Html drawn(const Pyramid& pyramid, DrawnSize size, const Words& words) {
    return Plot{pyramid, size_of(size), words}.drawn();
}

int height_of(const Pyramid& pyramid, DrawnSize size) {
    return static_cast<int>(
        std::ceil(top + below + size_of(size).row * static_cast<double>(pyramid.rows.size())));
}

}  // namespace medskapa::web::statistics
