#include "web/statistics/pictures/pictures.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::web::statistics {
namespace {

using Row = AnalysisResult::Row;

std::string neighbours_finding(const AnalysisResult& result, const Words& words) {
    const auto near = result.noted("neighbour");
    if (near.empty()) return words("No other region can be compared");
    if (near.size() == 1) return words("{} is most alike", near.front()->label);
    return words("{} and {} are most alike", near[0]->label, near[1]->label);
}

RowPicture::Row neighbour_row(
    const AnalysisResult& result, const Row& row, const Scale& scale, const Words& words) {
    const double distance = result.number(row, "distance").value_or(0);
    auto strip = line("stem", scale.at(0), scale.at(distance));
    strip += dot(scale.at(distance), 6, Shape::circle, false);
    return {.name = row.label,
        .strip = strip,
        .numbers = {words.decimal(distance, 2)},
        .id = "o-" + row.code,
        .below = words(
            "Most alike in {}. Least alike in {}.", result.text(row, "alike"), result.text(row, "unlike"))};
}

std::vector<std::string> why(const Words& words) {
    return {
        words(
            "Every measure is put on one scale: how many standard deviations a region lies from the mean of "
            "all. The distance is the root of the mean squared difference over the measures that both have. "
            "0 "
            "is the same in all of them."),
        words("All measures weigh alike. A measure that hardly differs between regions, or that fewer than "
              "two have, "
              "is left out. Two regions that share less than two thirds of the measures are not compared."),
        words("That somebody is among the most alike to us does not mean that we are to them."),
        words("A value that is missing or hidden is left out, never counted as zero.")};
}

RowPicture nearest(const AnalysisResult& result, const Words& words) {
    std::vector<double> values;
    for (const auto* row : result.noted("neighbour"))
        values.push_back(result.number(*row, "distance").value_or(0));
    const auto scale = Scale::around(values);
    RowPicture picture{.id = "lika",
        .finding = neighbours_finding(result, words),
        .what = words("Distance to {} by {} measures, among {} regions{}", result.text("region_label"),
            words.number(std::llround(result.number("measures"))),
            words.number(std::llround(result.number("regions"))),
            result.text("period").empty() ? std::string{} : ", " + result.text("period")),
        .says = words("The shorter the line, the more alike."),
        .why_name = words("likeness"),
        .why = why(words),
        .caption = words("The most alike, nearest first"),
        .name_title = words("Region"),
        .number_titles = {words("Distance")},
        .tick_labels = {},
        .scale = scale,
        .bands = {{"", {}}}};
    for (const double tick : scale.ticks()) picture.tick_labels.push_back(words.decimal(tick, 1));
    for (const auto* row : result.noted("neighbour"))
        picture.bands.front().rows.push_back(neighbour_row(result, *row, scale, words));
    return picture;
}

/// From the lowest to the highest of all that have a value, ourselves too.
std::optional<std::pair<double, double>> ends_of(const AnalysisResult& result, const Row& row) {
    const auto value = result.number(row, "value");
    const auto low = result.number(row, "lowest");
    const auto high = result.number(row, "highest");
    if (!value || !low || !high) return std::nullopt;
    return std::pair{std::min(*value, *low), std::max(*value, *high)};
}

std::string written(const std::optional<double>& value, const Words& words) {
    if (!value) return words("missing");
    return *value == std::trunc(*value) ? words.number(std::llround(*value)) : words.decimal(*value, 1);
}

Html strip_of(const AnalysisResult& result, const Row& row, const Scale& scale) {
    const auto ends = ends_of(result, row);
    if (!ends) return line("ci none", scale.at(0), scale.at(1));
    const auto at = [&](double value) {
        return scale.at(
            ends->second > ends->first ? (value - ends->first) / (ends->second - ends->first) : 0.5);
    };
    auto strip = line("stem", at(*result.number(row, "lowest")), at(*result.number(row, "highest")));
    const auto low = result.number(row, "low_quartile");
    const auto high = result.number(row, "high_quartile");
    if (low && high) strip += line("ci", at(*low), at(*high));
    if (const auto median = result.number(row, "median")) strip += dot(at(*median), 5, Shape::circle, true);
    strip += dot(at(*result.number(row, "value")), 7, Shape::diamond, false);
    return strip;
}

/// Where the region is the highest, or the lowest, of all.
std::string benchmark_finding(const AnalysisResult& result, const Words& words) {
    std::string highest;
    std::string lowest;
    for (const auto* row : result.noted("measure")) {
        const auto value = result.number(*row, "value");
        const auto low = result.number(*row, "lowest");
        const auto high = result.number(*row, "highest");
        if (!value || !low || !high || *low >= *high) continue;
        if (highest.empty() && *value > *high) highest = row->label;
        if (lowest.empty() && *value < *low) lowest = row->label;
    }
    if (!highest.empty() && !lowest.empty())
        return words("Highest of those alike in {}, lowest in {}", highest, lowest);
    if (!highest.empty()) return words("Highest of those alike in {}", highest);
    if (!lowest.empty()) return words("Lowest of those alike in {}", lowest);
    return words("In no measure outside those that are alike");
}

RowPicture benchmark(const AnalysisResult& result, const Words& words) {
    const Scale scale{Scale::Kind::linear, 0, 1, {0, 1}, 0};
    RowPicture picture{.id = "jamforelse",
        .finding = benchmark_finding(result, words),
        .what = words("{} among the {} most alike, each measure from the lowest to the highest",
            result.text("region_label"), words.number(std::llround(result.number("neighbours")))),
        .says = words(
            "The diamond is {}. The hollow mark is the middle of the others, the thick line half of them.",
            result.text("region_label")),
        .why_name = words("the comparison"),
        .why =
            {words(
                 "Each row has a scale of its own, from the lowest to the highest. Compare along a row, not "
                 "between rows."),
                words("Place 1 is the highest, not the best."),
                words("The thick line is from the lower quartile to the upper one. It needs five regions.")},
        .caption = words("The region among those alike"),
        .name_title = words("Measure"),
        .number_titles = {words("Value"), words("Middle of the others"), words("Rank")},
        .tick_labels = {words("lowest"), words("highest")},
        .scale = scale,
        .bands = {{"", {}}}};
    for (const auto* row : result.noted("measure"))
        picture.bands.front().rows.push_back({.name = row->label,
            .strip = strip_of(result, *row, scale),
            .numbers = {written(result.number(*row, "value"), words),
                written(result.number(*row, "median"), words), written(result.number(*row, "rank"), words)},
            .id = "m-" + row->code});
    return picture;
}

}  // namespace

std::vector<RowPicture> neighbour_pictures(const AnalysisResult& result, const Words& words) {
    return {nearest(result, words), benchmark(result, words)};
}

}  // namespace medskapa::web::statistics
