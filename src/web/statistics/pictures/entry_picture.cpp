#include "web/statistics/pictures/pictures.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::web::statistics {
namespace {

using Row = AnalysisResult::Row;

/// The part of those that could, of which did; none where none could.
std::optional<double> rate_between(
    const std::vector<const Row*>& rows, const AnalysisResult& result, std::size_t first, std::size_t last) {
    double cells = 0;
    double changed = 0;
    for (std::size_t k = first; k < std::min(last, rows.size()); ++k) {
        cells += result.number(*rows[k], "cells").value_or(0);
        changed += result.number(*rows[k], "changed").value_or(0);
    }
    return cells > 0 ? std::optional{changed / cells} : std::nullopt;
}

std::string of_hundred(double share, const Words& words) {
    return words.decimal(share * 100, 1);
}

constexpr std::size_t half_of_tenths = 5;

std::string entry_finding(const AnalysisResult& result, const Words& words) {
    const auto rows = result.noted("entry");
    const auto far = rate_between(rows, result, 0, half_of_tenths);
    const auto near = rate_between(rows, result, half_of_tenths, rows.size());
    if (!far || !near) return words("Too little could come for a comparison");
    if (*near > *far)
        return words("What is near comes more often: {} of 100, against {} of what is far",
            of_hundred(*near, words), of_hundred(*far, words));
    return words("What is near does not come more often: {} of 100, and {} of what is far",
        of_hundred(*near, words), of_hundred(*far, words));
}

std::string exit_finding(const AnalysisResult& result, const Words& words) {
    const auto rows = result.noted("exit");
    const auto far = rate_between(rows, result, 0, half_of_tenths);
    const auto near = rate_between(rows, result, half_of_tenths, rows.size());
    if (!far || !near) return words("Too little could go for a comparison");
    if (*far > *near)
        return words("What is far goes more often: {} of 100, against {} of what is near",
            of_hundred(*far, words), of_hundred(*near, words));
    return words("What is far does not go more often: {} of 100, and {} of what is near",
        of_hundred(*far, words), of_hundred(*near, words));
}

RowPicture::Row tenth_row(
    const AnalysisResult& result, const Row& row, const Scale& scale, const Words& words) {
    const auto rate = result.number(row, "rate");
    const auto cells = std::llround(result.number(row, "cells").value_or(0));
    const auto changed = std::llround(result.number(row, "changed").value_or(0));
    return {.name = words("Tenth {}: nearness {} to {}", row.label,
                words.decimal(result.number(row, "lowest").value_or(0), 2),
                words.decimal(result.number(row, "highest").value_or(0), 2)),
        .strip = rate ? bar(scale.at(0), scale.at(*rate * 100), "")
                      : line("ci none", scale.at(scale.ticks().front()), scale.at(scale.ticks().back())),
        .numbers = {rate ? of_hundred(*rate, words) : words("missing"), words.number(changed),
            words.number(cells)},
        .id = row.code,
        .is_ours = true};
}

std::vector<std::string> why(const Words& words) {
    return {
        words("An industry is here when its share of the employed is at least as large as in all regions (LQ "
              "1). "
              "It has come when it was not here the first time and is the second, and gone the other way."),
        words("All regions and industries are put in ten groups of equal size by how near the industry lay "
              "to what "
              "the region had. The number is how many of 100 in each group came, or went."),
        words("An empty group is missing, not zero. An industry whose number is missing or hidden at either "
              "time is "
              "left out.")};
}

RowPicture tenths(
    const AnalysisResult& result, const char* note, const std::string& finding, const Words& words) {
    std::vector<double> values;
    for (const auto* row : result.noted(note))
        if (const auto rate = result.number(*row, "rate")) values.push_back(*rate * 100);
    const auto scale = Scale::around(values);
    const bool is_entry = std::string_view{note} == "entry";
    RowPicture picture{.id = is_entry ? "kommer" : "gar",
        .finding = finding,
        .what = words("{} of 100, by nearness, {} regions, {}–{}",
            is_entry ? words("What came") : words("What went"),
            words.number(std::llround(result.number("regions"))), result.text("from"), result.text("period")),
        .says = words("The first rows are what lay far from what the region had, the last what lay near."),
        .why_name = words("what comes and goes"),
        .why = why(words),
        .caption = is_entry ? words("What came, by nearness") : words("What went, by nearness"),
        .name_title = words("Group"),
        .number_titles = {words("Of 100"), words("Number"), words("Could")},
        .tick_labels = {},
        .scale = scale,
        .bands = {{"", {}}}};
    for (const double tick : scale.ticks())
        picture.tick_labels.push_back(words.decimal(tick, tick == std::trunc(tick) ? 0 : 1));
    for (const auto* row : result.noted(note))
        picture.bands.front().rows.push_back(tenth_row(result, *row, scale, words));
    return picture;
}

RowPicture::Row own_row(
    const AnalysisResult& result, const Row& row, const Scale& scale, const Words& words) {
    const auto nearness = result.number(row, "lowest");
    return {.name = row.label,
        .strip = nearness ? dot(scale.at(*nearness), 6, shape_of(row.code), row.note == "went")
                          : line("ci none", scale.at(0), scale.at(1)),
        .numbers = {nearness ? words.decimal(*nearness, 2) : words("missing")},
        .id = "n-" + row.code};
}

RowPicture own_changes(const AnalysisResult& result, const Words& words) {
    const Scale scale{Scale::Kind::linear, 0, 1, {0, 0.25, 0.5, 0.75, 1}, 0};
    const auto came = result.noted("came");
    const auto went = result.noted("went");
    RowPicture picture{.id = "egna-byten",
        .finding = words("{} industries came to {} and {} went",
            words.number(static_cast<std::int64_t>(came.size())), result.text("region_label"),
            words.number(static_cast<std::int64_t>(went.size()))),
        .what = words("Nearness to what the region had {}, 0–1", result.text("from")),
        .says = words("To the right lay near to what was here. A filled mark came, a hollow one went."),
        .why_name = words("what comes and goes"),
        .why = why(words),
        .caption = words("What came and went here"),
        .name_title = words("Industry"),
        .number_titles = {words("Nearness")},
        .tick_labels = {},
        .scale = scale,
        .bands = {},
        .key = sector_key(words)};
    for (const double tick : scale.ticks()) picture.tick_labels.push_back(words.decimal(tick, 2));
    for (const auto* rows : {&came, &went}) {
        if (rows->empty()) continue;
        picture.bands.push_back({rows == &came ? words("Came") : words("Went"), {}});
        for (const auto* row : *rows)
            picture.bands.back().rows.push_back(own_row(result, *row, scale, words));
    }
    return picture;
}

}  // namespace

std::vector<RowPicture> entry_exit_pictures(const AnalysisResult& result, const Words& words) {
    return {own_changes(result, words), tenths(result, "entry", entry_finding(result, words), words),
        tenths(result, "exit", exit_finding(result, words), words)};
}

}  // namespace medskapa::web::statistics
