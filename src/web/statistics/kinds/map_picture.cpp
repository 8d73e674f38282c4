#include "web/statistics/pictures.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace medskapa::web::statistics {
namespace {

using Row = AnalysisResult::Row;

constexpr int steps = 4;  // of the tint

/// With one decimal where any value has one.
class Written {
public:
    Written(const AnalysisResult& result, const Words& words) : words_{words} {
        for (const auto& row : result.rows)
            if (const auto value = result.number(row, "value"); value && *value != std::trunc(*value))
                places_ = 1;
    }
    std::string operator()(double value) const {
        return places_ == 0 ? words_.number(std::llround(value)) : words_.decimal(value, places_);
    }

private:
    const Words& words_;
    int places_ = 0;
};

/// Four equal steps from the lowest value to the highest.
struct Steps {
    double low = 0;
    double high = 0;

    explicit Steps(const AnalysisResult& result) {
        if (result.rows.empty() || !result.number(result.rows.front(), "value")) return;
        high = *result.number(result.rows.front(), "value");
        low = high;
        for (const auto& row : result.rows) low = std::min(low, result.number(row, "value").value_or(low));
    }
    /// 1 to 4.
    int of(double value) const {
        if (high <= low) return steps;
        return std::clamp(static_cast<int>((value - low) / (high - low) * steps) + 1, 1, steps);
    }
    double begins(int step) const { return low + (high - low) * (step - 1) / steps; }
};

std::string measured(const AnalysisResult& result, const Words& words) {
    const auto what = result.text("what");
    const auto measure = result.text("measure");
    if (what.empty()) return measure.empty() ? words("The measure") : measure;
    return measure.empty() ? what : what + ", " + measure;
}

std::string finding_of(const AnalysisResult& result, const Words& words) {
    const Written written{result, words};
    const auto known = result.noted("");
    if (known.empty()) return words("No place has a number that can be shown");
    const auto high = *result.number(*known.front(), "value");
    const auto low = *result.number(*known.back(), "value");
    if (high <= low) return words("The number is the same in all places: {}", written(high));
    return words("Highest in {}: {}, lowest in {}: {}", known.front()->label, written(high),
        known.back()->label, written(low));
}

std::string shown_number(const AnalysisResult& result, const Row& row, const Words& words) {
    const auto value = result.number(row, "value");
    return value ? Written{result, words}(*value) : absence(row.note, words);
}

/// One size of the map, `width` units wide, so that letters are never scaled.
class Map {
public:
    Map(const AnalysisResult& result, const Words& words, double width, const char* kind)
        : result_{result},
          words_{words},
          scale_{width / std::max(1.0, result.number("map_width"))},
          width_{width},
          kind_{kind},
          steps_{result} {}

    Html drawn(const std::string& title) const {
        const auto height = std::ceil(result_.number("height") * scale_) + 8;
        const auto areas = each(result_.rows, [&](const Row& row) { return area(row); });
        const auto names = each(result_.rows, [&](const Row& row) { return label(row); });
        return html(R"svg(
<svg class="{kind}" viewBox="-4 -4 {width} {height}" role="group" aria-label="{title}"><defs><pattern id="saknas-{kind}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch-line" d="M0 0V8"/></pattern></defs>{areas}{names}</svg>)svg",
            "kind"_a = kind_, "width"_a = fmt::format("{:.0f}", width_ + 8),
            "height"_a = fmt::format("{:.0f}", height), "title"_a = title, "areas"_a = areas,
            "names"_a = names);
    }

private:
    Html area(const Row& row) const {
        const auto outline = result_.text(row, "outline");
        if (outline.empty()) return {};
        const auto value = result_.number(row, "value");
        const auto number = shown_number(result_, row, words_);
        const auto fill = value ? html(R"(class="area k{}")", steps_.of(*value))
                                : html(R"svg(class="area" fill="url(#saknas-{})")svg", kind_);
        return html(R"svg(
<a class="pt" href="#k-{code}"><title>{name}: {number}</title><path {fill} transform="scale({scale})" vector-effect="non-scaling-stroke" d="{outline}"/></a>)svg",
            "code"_a = row.code, "name"_a = row.label, "number"_a = number, "fill"_a = fill,
            "scale"_a = fmt::format("{:.4f}", scale_), "outline"_a = outline);
    }

    /// The name above the number where there is room for it, else the number, else nothing: the row has both.
    /// After all areas, so that none covers it.
    Html label(const Row& row) const {
        const auto number = shown_number(result_, row, words_);
        constexpr double letter = 7.5;
        const double room = result_.number(row, "width").value_or(0) * scale_;
        const double x = result_.number(row, "x").value_or(0) * scale_;
        const double y = result_.number(row, "y").value_or(0) * scale_;
        const auto value = result_.number(row, "value");
        const auto tone = value && steps_.of(*value) == steps ? "on-dark" : "on-light";
        const auto text = [&](double at, const std::string& said) {
            return html(
                R"(<text class="{tone}" x="{x}" y="{y}" text-anchor="middle" aria-hidden="true">{said}</text>)",
                "tone"_a = tone, "x"_a = fmt::format("{:.0f}", x), "y"_a = fmt::format("{:.0f}", at),
                "said"_a = said);
        };
        const auto fits = [&](const std::string& said) {
            return static_cast<double>(said.size()) * letter <= room;
        };
        if (fits(row.label) && fits(number))
            return html("{}{}", text(y - 3, row.label), text(y + 14, number));
        return fits(number) ? text(y + 5, number) : Html{};
    }

    const AnalysisResult& result_;
    const Words& words_;
    double scale_;
    double width_;
    const char* kind_;
    Steps steps_;
};

Html drawing(const AnalysisResult& result, const Words& words) {
    if (result.number("height") <= 0) return {};
    const auto title = words("Map: {}", measured(result, words));
    const double width = result.number("map_width");
    return html(R"(
<div class="draw">{}{}</div>)",
        Map{result, words, std::min(520.0, width), "wide"}.drawn(title),
        Map{result, words, std::min(300.0, width), "slim"}.drawn(title));
}

std::vector<std::pair<Html, std::string>> key_of(const AnalysisResult& result, const Words& words) {
    std::vector<std::pair<Html, std::string>> key;
    const Steps tints{result};
    const Written written{result, words};
    for (int step = 1; step <= steps && tints.high > tints.low; ++step)
        key.emplace_back(html(R"(<rect class="k{}" width="16" height="16"/>)", step),
            words("{} to {}", written(tints.begins(step)), written(tints.begins(step + 1))));
    if (result.noted("").size() < result.rows.size())
        key.emplace_back(html(R"(<path class="hatch-line" d="M0 10L10 0M0 16L16 0M6 16L16 6"/>)"),
            words("Hatched: there is no number to show"));
    return key;
}

std::string tick_text(double tick, const Words& words) {
    return tick == std::trunc(tick) ? words.number(std::llround(tick)) : words.decimal(tick, 1);
}

RowPicture::Row row_of(const AnalysisResult& result, const Row& row, const Scale& scale, const Words& words) {
    const auto value = result.number(row, "value");
    return {.name = row.label,
        .strip = value ? bar(scale.at(0), scale.at(*value), *value < 0 ? "neg" : "")
                       : line("ci none", scale.at(scale.ticks().front()), scale.at(scale.ticks().back())),
        .numbers = {shown_number(result, row, words)},
        .id = "k-" + row.code};
}

std::string says_of(const AnalysisResult& result, const Words& words) {
    const auto said = words("Darker is higher. Choose a municipality to come to its row.");
    const auto borders = result.text("borders");
    if (result.number("height") <= 0)
        return words("The borders of these places have not been read in, so the rows stand without a map.");
    return borders.empty() ? said : said + " " + words("Borders: {}.", borders);
}

}  // namespace

std::vector<RowPicture> map_pictures(const AnalysisResult& result, const Words& words) {
    std::vector<double> values;
    for (const auto& row : result.rows)
        if (const auto value = result.number(row, "value")) values.push_back(*value);
    const auto scale = Scale::around(values);
    const auto region = result.text("region_label");
    const auto period = result.text("period");
    RowPicture picture{.id = "karta",
        .finding = finding_of(result, words),
        .what = measured(result, words) + (region.empty() ? "" : ", " + region) +
                (period.empty() ? "" : ", " + period),
        .says = says_of(result, words),
        .why_name = words("the map"),
        .why = {words("The four tints part the way from the lowest number to the highest in equal steps. The "
                      "number "
                      "stands in each area where there is room, and always in its row."),
            words("A place is hatched where the source has no number, or where it is not shown because it is "
                  "below "
                  "five or would give one below five away. Hatched is never zero."),
            words("A large area is not more people. Compare numbers, not areas.")},
        .caption = words("Places by the measure, highest first"),
        .name_title = words("Municipality"),
        .number_titles = {words("Value")},
        .tick_labels = {},
        .scale = scale,
        .bands = {{"", {}}},
        .key = key_of(result, words),
        .is_beside = true,
        .drawing = drawing(result, words)};
    for (const double tick : scale.ticks()) picture.tick_labels.push_back(tick_text(tick, words));
    for (const auto& row : result.rows)
        picture.bands.front().rows.push_back(row_of(result, row, scale, words));
    return {std::move(picture)};
}

}  // namespace medskapa::web::statistics
