#include "web/statistics/pictures.hpp"

#include "web/ui/in_language.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::web::statistics {
namespace {

using Row = AnalysisResult::Row;

constexpr std::size_t most_drawn = 12;

std::int64_t whole(double number) {
    return std::llround(number);
}

std::string finding_of(const AnalysisResult& result, const Words& words) {
    const auto change = whole(result.number("change"));
    const auto own = whole(result.number("own"));
    const auto all = words.number(std::abs(change));
    const auto ours = words.number(std::abs(own));
    if (change >= own && own >= 0)
        return words(
            "{} of the increase of {} follows the trend in all regions", words.number(change - own), all);
    if (change >= 0 && own >= 0)
        return words("{} more, though {} fewer could be expected", all, words.number(own - change));
    if (change >= 0) return words("{} more, but {} fewer than could be expected", all, ours);
    if (own < 0) return words("{} fewer, of which {} because it went worse here than elsewhere", all, ours);
    return words("{} fewer, but {} more than could be expected", all, ours);
}

/// A step of the stairs: it begins where the last one ended.
RowPicture::Row step(const std::string& name, double from, double by, std::string_view kind,
    const Scale& scale, const Words& words) {
    return {.name = name,
        .strip = bar(scale.at(from), scale.at(from + by), kind),
        .numbers = {signed_number(by, words)},
        .is_ours = true};
}

std::vector<std::string> ticks_of(const Scale& scale, const Words& words) {
    std::vector<std::string> labels;
    for (const double tick : scale.ticks()) labels.push_back(words.number(whole(tick)));
    return labels;
}

std::vector<std::string> why(const Words& words) {
    return {words("As all regions: everything grows alike. The mix: some industries grow faster everywhere, "
                  "and the region "
                  "may have more or fewer of them. Its own strength: the rest, that is, that the industry "
                  "went better or "
                  "worse here. The three always add up to the whole change."),
        words("Formula for each industry: number before × growth of all; number before × (growth of the "
              "industry − growth "
              "of all); number after − number before × (1 + growth of the industry)."),
        words("An industry is left out where the number is missing or below five at either time."),
        words("Its own strength does not say why: a new employer, a closure and an office that moved look "
              "the same.")};
}

RowPicture stairs(const AnalysisResult& result, const Words& words) {
    const double national = result.number("national");
    const double mix = result.number("mix");
    const double own = result.number("own");
    const auto scale = Scale::around({national, national + mix, national + mix + own});
    return {.id = "forandring",
        .finding = finding_of(result, words),
        .what = words("Change in number in three parts, {} {}–{}, compared with {} regions together",
            result.text("region_label"), result.text("from"), result.text("period"),
            words.number(whole(result.number("regions")))),
        .says = words(
            "The first two steps are what had happened if each industry had grown here as it did in all the "
            "regions. The third is what was done better or worse here."),
        .why_name = words("the three parts"),
        .why = why(words),
        .caption = words("The change in steps"),
        .name_title = words("Part"),
        .number_titles = {words("Number")},
        .tick_labels = ticks_of(scale, words),
        .scale = scale,
        .bands = {{"", {step(words("As all regions"), 0, national, "", scale, words),
                           step(words("The mix of industries"), national, mix, "", scale, words),
                           step(words("Its own strength"), national + mix, own, "own", scale, words),
                           step(words("The whole change"), 0, national + mix + own, "all", scale, words)}}}};
}

ui::Table industries_table(const AnalysisResult& result, const Words& words) {
    ui::Table table{.caption = words("The change of each industry in three parts"),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{words("Industry")}, {words("Before"), ui::Cell::number},
            {words("After"), ui::Cell::number}, {words("Difference"), ui::Cell::number},
            {words("As all regions"), ui::Cell::number}, {words("Mix"), ui::Cell::number},
            {words("Own strength"), ui::Cell::number}}};
    for (const auto& row : result.rows) {
        std::vector<Html> cells{ui::in_language(row.label, "sv", words)};
        for (const auto& column : result.number_columns) {
            const auto number = result.number(row, column);
            const bool is_level = column == "before" || column == "after";
            cells.push_back(html("{}", !number    ? absence(row.note, words)
                                       : is_level ? words.number(whole(*number))
                                                  : signed_number(*number, words)));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// Those of which the own strength is known, the farthest from 0 first.
std::vector<const Row*> strongest(const AnalysisResult& result) {
    std::vector<const Row*> rows;
    for (const auto& row : result.rows)
        if (result.number(row, "own")) rows.push_back(&row);
    const auto size = [&](const Row* row) { return std::abs(*result.number(*row, "own")); };
    std::stable_sort(rows.begin(), rows.end(), [&](const Row* a, const Row* b) { return size(a) > size(b); });
    if (rows.size() > most_drawn) rows.resize(most_drawn);
    std::stable_sort(rows.begin(), rows.end(),
        [&](const Row* a, const Row* b) { return *result.number(*a, "own") > *result.number(*b, "own"); });
    return rows;
}

std::string strength_finding(
    const AnalysisResult& result, const std::vector<const Row*>& rows, const Words& words) {
    if (rows.empty()) return words("No industry can be compared");
    const double best = *result.number(*rows.front(), "own");
    const double worst = *result.number(*rows.back(), "own");
    if (best > 0 && worst < 0)
        return words("{} has done best here, {} worst", rows.front()->label, rows.back()->label);
    if (best > 0) return words("{} has done best here", rows.front()->label);
    return words("{} has done worst here", rows.back()->label);
}

RowPicture strengths(const AnalysisResult& result, const Words& words) {
    const auto rows = strongest(result);
    std::vector<double> values;
    for (const auto* row : rows) values.push_back(*result.number(*row, "own"));
    const auto scale = Scale::around(values);
    RowPicture picture{.id = "egen-kraft",
        .finding = strength_finding(result, rows, words),
        .what = words("Own strength of the {} industries where it is largest, in number, {}–{}",
            words.number(static_cast<std::int64_t>(rows.size())), result.text("from"), result.text("period")),
        .says =
            words("To the right the industry went better here than in all the regions, to the left worse."),
        .why_name = words("the three parts"),
        .why = why(words),
        .caption = words("Own strength by industry"),
        .name_title = words("Industry"),
        .number_titles = {words("Number")},
        .tick_labels = ticks_of(scale, words),
        .scale = scale,
        .bands = {{"", {}}},
        .more = industries_table(result, words)};
    for (const auto* row : rows) {
        const double own = *result.number(*row, "own");
        picture.bands.front().rows.push_back({.name = row->label,
            .strip = bar(scale.at(0), scale.at(own), own < 0 ? "neg" : ""),
            .numbers = {signed_number(own, words)},
            .id = "n-" + row->code});
    }
    return picture;
}

}  // namespace

std::vector<RowPicture> change_pictures(const AnalysisResult& result, const Words& words) {
    return {stairs(result, words), strengths(result, words)};
}

}  // namespace medskapa::web::statistics
