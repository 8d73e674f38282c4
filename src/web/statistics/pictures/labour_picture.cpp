#include "web/statistics/pictures/pictures.hpp"

#include "web/ui/in_language.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::web::statistics {
namespace {

using Row = AnalysisResult::Row;

std::string name_of(const AnalysisResult& result, std::string_view code) {
    const auto* row = result.row_of(code);
    return row == nullptr ? std::string{code} : row->label;
}

std::string of_hundred(double share, const Words& words) {
    return words.decimal(share * 100, 1);
}

std::string finding_of(const AnalysisResult& result, const Words& words) {
    const auto areas = std::llround(result.number("areas"));
    const auto others = std::llround(result.number("largest_places")) - 1;
    const auto largest = name_of(result, result.text("largest"));
    if (others < 1 && areas > 1) return words("Every place is a labour market of its own");
    if (areas == 1) return words("All share a labour market with {}", largest);
    return words("{} share a labour market with {}",
        words.count("{} municipality", "{} municipalities", others), largest);
}

/// Why the place stands where it does, in one sentence.
std::string reason_of(const AnalysisResult& result, const Row& row, const Words& words) {
    const auto out = of_hundred(result.number(row, "out_share").value_or(0), words);
    const auto largest = of_hundred(result.number(row, "largest_share").value_or(0), words);
    const auto to = name_of(result, result.text(row, "largest_to"));
    const auto area = name_of(result, result.text(row, "area"));
    if (row.note == "follower")
        return words(
            "{} of 100 work elsewhere, most of them in {}: {}. So it belongs to {}.", out, to, largest, area);
    if (row.note == "isolated")
        return words("Nobody who lives there works elsewhere, so it is a centre of its own.");
    if (row.note == "cut_from_circle")
        return words(
            "It and others depend on each other in a circle. The weakest link was cut here, so it is a "
            "centre.");
    if (row.note == "cut_from_chain")
        return words(
            "It stood in a chain of more than two links. The weakest was cut here, so it is a centre.");
    return words(
        "{} of 100 work elsewhere, and at most {} in one place. Both are within the limits, so it is a "
        "centre.",
        out, largest);
}

std::string unsure_note(const AnalysisResult& result, const Row& row, const Words& words) {
    const auto moves_to = result.text(row, "moves_to");
    if (moves_to.empty()) return {};
    if (moves_to == row.code)
        return words("unsure: with a limit 2.5 percentage points away it is a centre of its own");
    return words(
        "unsure: with a limit 2.5 percentage points away it belongs to {}", name_of(result, moves_to));
}

Scale scale_for(const AnalysisResult& result) {
    double largest = result.number("max_single");
    for (const auto& row : result.rows)
        largest = std::max(largest, result.number(row, "largest_share").value_or(0));
    return Scale::around({largest * 100});
}

RowPicture::Row row_of(const AnalysisResult& result, const Row& row, const Scale& scale, const Words& words) {
    const double share = result.number(row, "largest_share").value_or(0);
    const double limit = result.number("max_single");
    auto strip = bar(scale.at(0), scale.at(share * 100), share > limit ? "" : "neg");
    strip += html(R"(<line class="limit" x1="{}" x2="{}" y1="0" y2="26"/>)", percent(scale.at(limit * 100)),
        percent(scale.at(limit * 100)));
    return {.name = row.label,
        .strip = strip,
        .numbers = {of_hundred(share, words), of_hundred(result.number(row, "out_share").value_or(0), words)},
        .id = "k-" + row.code,
        .below = unsure_note(result, row, words)};
}

/// Older runs do not know of an outside.
bool is_inside(const AnalysisResult& result, const Row& row) {
    return result.number(row, "inside").value_or(1) != 0;
}

/// The areas, the largest first, each with its rows.
std::vector<RowPicture::Band> bands_of(const AnalysisResult& result, const Scale& scale, const Words& words) {
    std::vector<std::string> areas;
    for (const auto& row : result.rows)
        if (const auto area = result.text(row, "area");
            is_inside(result, row) && std::find(areas.begin(), areas.end(), area) == areas.end())
            areas.push_back(area);
    std::vector<RowPicture::Band> bands;
    for (const auto& area : areas) {
        RowPicture::Band band{area.empty() ? words("In no labour market")
                                           : words("The labour market of {}", name_of(result, area)),
            {}};
        for (const auto& row : result.rows)
            if (is_inside(result, row) && result.text(row, "area") == area)
                band.rows.push_back(row_of(result, row, scale, words));
        bands.push_back(std::move(band));
    }
    std::stable_sort(bands.begin(), bands.end(),
        [](const auto& a, const auto& b) { return a.rows.size() > b.rows.size(); });
    RowPicture::Band outside{words("Outside the region, not counted"), {}};
    for (const auto& row : result.rows)
        if (!is_inside(result, row)) outside.rows.push_back(row_of(result, row, scale, words));
    if (!outside.rows.empty()) bands.push_back(std::move(outside));
    return bands;
}

ui::Table reasons_table(const AnalysisResult& result, const Words& words) {
    ui::Table table{.caption = words("Why each municipality belongs where it does"),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{words("Municipality")}, {words("Belongs to")}, {words("Why")},
            {words("Employed who live there"), ui::Cell::number}, {words("Jobs"), ui::Cell::number}}};
    for (const auto& row : result.rows)
        table.rows.push_back({ui::in_language(row.label, "sv", words),
            ui::in_language(name_of(result, result.text(row, "area")), "sv", words),
            html("{}", reason_of(result, row, words)),
            html("{}", words.number(std::llround(result.number(row, "residents").value_or(0)))),
            html("{}", words.number(std::llround(result.number(row, "jobs").value_or(0))))});
    return table;
}

std::string hidden_flows(const AnalysisResult& result, const Words& words) {
    const auto few = std::llround(result.number("few"));
    if (few == 0) return words("No flow is hidden: all in the statistics are counted.");
    return words.count(
        "{} flow is below five or hidden with one that is. It is left out, not counted as zero people.",
        "{} flows are below five or hidden with one that is. They are left out, not counted as zero people.",
        few);
}

std::vector<std::string> why(const AnalysisResult& result, const Words& words) {
    return {words("A municipality is a centre when at most {} of 100 of the employed who live there work "
                  "elsewhere, and at "
                  "most {} of 100 in any one place. The others belong where most of them go.",
                of_hundred(result.number("max_out"), words), of_hundred(result.number("max_single"), words)),
        words("It is the rule of Statistics Sweden for local labour markets. A chain has at most two links "
              "to its centre."),
        words("To show how sure it is, each limit was also tried 2.5 points lower and higher. A municipality "
              "that would move "
              "is marked."),
        hidden_flows(result, words)};
}

std::string says_of(const AnalysisResult& result, const Words& words) {
    const auto areas =
        words.count("{} labour market", "{} labour markets", std::llround(result.number("areas")));
    const auto bars = words("A filled bar is above the dashed limit: the municipality belongs to another.");
    const auto outside = std::llround(result.number("outside"));
    const auto region = result.text("region_label");
    if (region.empty()) return words("{} in the statistics.", areas) + " " + bars;
    const auto ours = words("{} in {}.", areas, region);
    if (outside == 0) return ours + " " + bars;
    return ours + " " +
           words.count("{} place outside decides where people go, but is not counted.",
               "{} places outside decide where people go, but are not counted.", outside) +
           " " + bars;
}

}  // namespace

std::vector<RowPicture> labour_market_pictures(const AnalysisResult& result, const Words& words) {
    const auto scale = scale_for(result);
    RowPicture picture{.id = "arbetsmarknader",
        .finding = finding_of(result, words),
        .what = words("Share of the employed who commute to the most common other municipality, per cent{}",
            result.text("period").empty() ? std::string{} : ", " + result.text("period")),
        .says = says_of(result, words),
        .why_name = words("local labour markets"),
        .why = why(result, words),
        .caption = words("Municipalities by how much they depend on another"),
        .name_title = words("Municipality"),
        .number_titles = {words("To the most common"), words("All out-commuting")},
        .tick_labels = {},
        .scale = scale,
        .bands = bands_of(result, scale, words),
        .more = reasons_table(result, words)};
    for (const double tick : scale.ticks()) picture.tick_labels.push_back(words.number(std::llround(tick)));
    return {std::move(picture)};
}

}  // namespace medskapa::web::statistics
