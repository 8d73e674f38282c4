#include "web/conversation/result/map_view.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace medskapa::web::conversation::result {
namespace {

using Point = OpinionResult::Point;
using Group = OpinionResult::Group;

constexpr int width = 720;
constexpr int height = 470;
constexpr int margin = 40;

/// From the map's own measures to whole pixels, both ways alike, y upwards.
class Canvas {
public:
    Canvas(const OpinionResult& result, std::optional<Point> me) {
        for (const auto& mark : result.marks) widen(mark.at);
        if (me) widen(*me);
        const auto across = std::max(most_.x - least_.x, 1e-9);
        const auto up = std::max(most_.y - least_.y, 1e-9);
        scale_ = std::min((width - 2 * margin) / across, (height - 2 * margin) / up);
    }

    int x(Point p) const { return at(p.x, least_.x, most_.x, width, 1); }
    int y(Point p) const { return at(p.y, least_.y, most_.y, height, -1); }

private:
    void widen(Point p) {
        least_ = {std::min(least_.x, p.x), std::min(least_.y, p.y)};
        most_ = {std::max(most_.x, p.x), std::max(most_.y, p.y)};
    }
    int at(double value, double least, double most, int size, int sign) const {
        return size / 2 + sign * static_cast<int>(std::lround((value - (least + most) / 2) * scale_));
    }

    Point least_{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    Point most_{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    double scale_ = 1;
};

/// The class of a group's colour: four in all, as letters go on.
std::string hue(int label) {
    return std::string(1, static_cast<char>('a' + label % 4));
}

/// A shape of so many pixels around its middle.
Html mark(int label, int x, int y, int size) {
    switch (label % 4) {
        case 0:
            return html(R"(<circle class="mote f{f}" cx="{x}" cy="{y}" r="{size}"/>)", "f"_a = hue(label),
                "x"_a = x, "y"_a = y, "size"_a = size);
        case 1:
            return html(R"(<rect class="mote f{f}" x="{x}" y="{y}" width="{w}" height="{w}"/>)",
                "f"_a = hue(label), "x"_a = x - size, "y"_a = y - size, "w"_a = 2 * size);
        case 2:
            return html(R"(<path class="mote f{f}" d="M{x} {y}l{size} {w}h-{w}z"/>)", "f"_a = hue(label),
                "x"_a = x, "y"_a = y - size, "size"_a = size, "w"_a = 2 * size);
        default:
            return html(
                R"(<path class="mote f{f}" d="M{x} {y}l{size} {size}l-{size} {size}l-{size}-{size}z"/>)",
                "f"_a = hue(label), "x"_a = x, "y"_a = y - size, "size"_a = size);
    }
}

/// Its area grows with the people that it stands for.
int size_of(const OpinionResult::Mark& mark) {
    return std::clamp(static_cast<int>(std::lround(1.8 * std::sqrt(mark.people))), 4, 16);
}

Html mark_view(const OpinionResult::Mark& at, const Canvas& canvas) {
    const auto x = canvas.x(at.at);
    const auto y = canvas.y(at.at);
    if (at.group == OpinionResult::Mark::no_group)
        return html(R"(<circle class="mote" cx="{}" cy="{}" r="{}"/>)", x, y, size_of(at));
    return mark(at.group, x, y, size_of(at));
}

Html letter_view(const Group& group, const Canvas& canvas) {
    return html(R"(<text class="letter name" x="{}" y="{}">{}</text>)", canvas.x(group.center) - 9,
        canvas.y(group.center) + 10, letter(group.label));
}

int percent(double share) {
    return static_cast<int>(std::lround(share * 100));
}

Html bar(const OpinionResult::Votes& votes, const Group& group, int top, const Words& words) {
    constexpr int rail = 216;
    const auto label = html(
        R"(<text x="4" y="{text_y}">{letter}</text><rect class="rail" x="28" y="{top}" width="{width}" height="18" rx="3"/>)",
        "text_y"_a = top + 14, "letter"_a = letter(group.label), "top"_a = top, "width"_a = rail);
    if (!votes.is_shown())
        return html(R"({}<text x="254" y="{}">{}</text>)", label, top + 14, words("too few"));
    const auto share = votes.share_agreeing();
    const auto spread = uncertainty_of(votes);
    const auto x = [](double s) {
        return 28 + static_cast<int>(std::lround(std::clamp(s, 0.0, 1.0) * rail));
    };
    return html(
        R"({label}<rect class="f{hue}" x="28" y="{top}" width="{width}" height="18" rx="3"/>{span}<text x="254" y="{text_y}">{text}</text>)",
        "label"_a = label, "hue"_a = hue(group.label), "top"_a = top, "width"_a = x(share) - 28,
        "span"_a = html(R"(<path class="span" d="M{from} {y}H{to}M{from} {tick_y}v10M{to} {tick_y}v10"/>)",
            "from"_a = x(share - spread), "to"_a = x(share + spread), "y"_a = top + 9, "tick_y"_a = top + 4),
        "text_y"_a = top + 14,
        "text"_a = words("{} of {}", share_text(votes, words), words.number(votes.votes)));
}

/// The groups in words, for who does not see the picture.
std::string described(const OpinionResult& result, const GroupNames& names, const Words& words) {
    std::string all;
    for (const auto& group : result.groups)
        all += words("about {} people", words.number(group.size)) + ", " + group_title(group, names, words) +
               ". ";
    return all;
}

/// Where the reader stands among the others.
Html own_mark(Point me, const Canvas& canvas, const Words& words) {
    return html(
        R"(<circle class="me" cx="{x}" cy="{y}" r="9"/><text class="name" x="{text_x}" y="{text_y}">{you}</text>)",
        "x"_a = canvas.x(me), "y"_a = canvas.y(me), "text_x"_a = canvas.x(me) + 14,
        "text_y"_a = canvas.y(me) + 5, "you"_a = words("You"));
}

}  // namespace

std::string letter(int label) {
    return std::string(1, static_cast<char>('A' + label));
}

std::string group_title(const Group& group, const GroupNames& names, const Words& words) {
    const auto title = words("Group {}", letter(group.label));
    const auto name = names.find(group.label);
    return name == names.end() || name->second.empty() ? title : title + ": " + name->second;
}

Html map_view(
    const OpinionResult& result, const GroupNames& names, std::optional<Point> me, const Words& words) {
    const Canvas canvas{result, me};

    return html(R"(
<svg viewBox="0 0 720 470" role="img" aria-labelledby="karta-t karta-d">
  <title id="karta-t">{title}</title>
  <desc id="karta-d">{groups} {tables}</desc>
  {shapes}
  {letters}
  {me}
</svg>)",
        "title"_a = words.count("Opinion map with {} group", "Opinion map with {} groups",
            static_cast<std::int64_t>(result.groups.size())),
        "groups"_a = described(result, names, words),
        "tables"_a = words("The figures are in the tables below."),
        "shapes"_a = each(result.marks, [&](const auto& mark) { return mark_view(mark, canvas); }),
        "letters"_a = each(result.groups, [&](const Group& group) { return letter_view(group, canvas); }),
        "me"_a = me ? own_mark(*me, canvas, words) : Html{});
}

Html map_key(const OpinionResult& result, const GroupNames& names, const Words& words) {
    const auto sample = [](int label) {
        return html(R"(<svg viewBox="0 0 16 16" aria-hidden="true">{}</svg>)", mark(label, 8, 8, 5));
    };
    return html(R"(
<ul class="key">{}</ul>)",
        each(result.groups, [&](const Group& group) {
            return html("<li>{}{}, {}</li>", sample(group.label), group_title(group, names, words),
                words("about {} people", words.number(group.size)));
        }));
}

Html bars_view(const OpinionResult& result, const OpinionResult::OnStatement& statement, const Words& words) {
    Html bars;
    int top = 6;
    for (std::size_t g = 0; g < result.groups.size(); ++g, top += 28)
        bars += bar(statement.by_group[g], result.groups[g], top, words);
    return html(R"(<svg class="bars" viewBox="0 0 400 {}" aria-hidden="true">{}</svg>)", top + 2, bars);
}

std::string share_text(const OpinionResult::Votes& votes, const Words& words) {
    if (!votes.is_shown()) return words("too few");
    return words("{} % ± {}", percent(votes.share_agreeing()), std::max(1, percent(uncertainty_of(votes))));
}

}  // namespace medskapa::web::conversation::result
