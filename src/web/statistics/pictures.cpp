#include "web/statistics/pictures.hpp"

#include "web/statistics/kinds/population/fan.hpp"

#include <cmath>

namespace medskapa::web::statistics {
namespace {

using Row = AnalysisResult::Row;
using Kind = AnalysisRun::Kind;

/// A column that may be cited, or a fact of the whole.
struct Citable {
    const char* column;
    const char* name;  // its hole is the row's label, or the region's
    int places;
    const char* unit;  // empty: what the dataset's numbers count
    double times = 1;
    bool is_change = false;
};

const Citable lq{"lq", N_("{}, specialisation (LQ)"), 2, N_("times the share in all regions")};
const Citable own{"own", N_("{}, own strength"), 0, "", 1, true};
const Citable largest_share{
    "largest_share", N_("{}, part that commutes to the largest place"), 1, N_("of 100"), 100};
const Citable whole_variety{"entropy", N_("Variety {}"), 2, N_("bits")};
const Citable density{"density", N_("{}, nearness"), 2, N_("on a scale from 0 to 1")};

const Citable value_of_place{"value", N_("{}, the measure"), 1, ""};
const Citable distance{"distance", N_("{}, distance"), 2, N_("standard deviations")};

const Citable people_to_come{"main", N_("{}, main scenario"), 0, N_("people")};

const Citable& of_rows(Kind kind) {
    switch (kind) {
        case Kind::specialisation: return lq;
        case Kind::shift_share: return own;
        case Kind::labour_markets: return largest_share;
        case Kind::variety: return whole_variety;
        case Kind::indicator_map: return value_of_place;
        case Kind::neighbours: return distance;
        case Kind::projection: return people_to_come;
        case Kind::opportunities:
        case Kind::entry_exit: break;
    }
    return density;
}

std::vector<Citable> of_whole(Kind kind) {
    if (kind == Kind::shift_share)
        return {{"change", N_("Whole change, {}"), 0, "", 1, true},
            {"own", N_("Own strength, {}"), 0, "", 1, true}};
    if (kind == Kind::labour_markets) return {{"areas", N_("Labour markets, {}"), 0, N_("in number")}};
    if (kind == Kind::entry_exit)
        return {{"came", N_("Industries that came, {}"), 0, N_("in number")},
            {"went", N_("Industries that went, {}"), 0, N_("in number")}};
    if (kind == Kind::specialisation)
        return {{"more", N_("Industries that are surely larger here, {}"), 0, N_("in number")}};
    return {};
}

/// Never a bare number: what it counts, or "in number" where nobody has said.
std::string unit_of(const Citable& how, const AnalysisResult& result, const Words& words) {
    if (*how.unit != '\0') return words(how.unit);
    const auto measure = result.text("measure").empty() ? result.text("what") : result.text("measure");
    return measure.empty() ? words("in number") : measure;
}

std::string whose(const AnalysisResult& result, const Words& words) {
    const auto region = result.text("region_label");
    return region.empty() ? words("all places in the statistics") : region;
}

std::string written(double value, const Citable& how, const Words& words) {
    if (how.is_change) return signed_number(value, words);
    return how.places == 0 ? words.number(std::llround(value)) : words.decimal(value * how.times, how.places);
}

/// Of people to come no more is said than can be known; where a projection begins they were counted.
std::string written_of_row(
    Kind kind, const AnalysisResult& result, const Row& row, const Citable& how, const Words& words) {
    const double value = result.number(row, how.column).value_or(0);
    const bool is_counted = row.note == "year" && result.number(row, "known");
    if (kind == Kind::projection && !is_counted) return words.number(rounded_people(value));
    return written(value, how, words);
}

}  // namespace

std::vector<RowPicture> pictures_of(Kind kind, const AnalysisResult& result, const Words& words) {
    switch (kind) {
        case Kind::specialisation: return specialisation_pictures(result, words);
        case Kind::shift_share: return change_pictures(result, words);
        case Kind::labour_markets: return labour_market_pictures(result, words);
        case Kind::variety: return variety_pictures(result, words);
        case Kind::indicator_map: return map_pictures(result, words);
        case Kind::neighbours: return neighbour_pictures(result, words);
        case Kind::entry_exit: return entry_exit_pictures(result, words);
        case Kind::projection: return projection_pictures(result, words);
        case Kind::opportunities: break;
    }
    return opportunity_pictures(result, words);
}

std::string title_of(Kind kind, const AnalysisResult& result, const Words& words) {
    auto title = shown(kind, words);
    if (const auto region = result.text("region_label"); !region.empty()) title += ", " + region;
    if (const auto from = result.text("from"); !from.empty())
        title += " " + from + "–" + result.text("period");
    else if (const auto period = result.text("period"); !period.empty())
        title += " " + period;
    return title;
}

std::vector<CitableFigure> citable_figures(Kind kind, const AnalysisResult& result, const Words& words) {
    std::vector<CitableFigure> figures;
    for (const auto& how : of_whole(kind))
        figures.push_back({how.column, words(how.name, whose(result, words)),
            written(result.number(how.column), how, words), unit_of(how, result, words)});
    const auto& how = of_rows(kind);
    for (const auto& row : result.rows)
        if (result.number(row, how.column))
            figures.push_back({row.code + ":" + how.column, words(how.name, row.label),
                written_of_row(kind, result, row, how, words), unit_of(how, result, words)});
    return figures;
}

std::optional<CitableFigure> citable_figure(
    Kind kind, const AnalysisResult& result, std::string_view key, const Words& words) {
    for (auto& figure : citable_figures(kind, result, words))
        if (figure.key == key) return std::move(figure);
    return std::nullopt;
}

Shape shape_of(std::string_view industry) {
    const char section = section_of(industry);
    if (section == 'A' || section == 'B') return Shape::diamond;
    if (section >= 'C' && section <= 'F') return Shape::square;
    if (section >= 'O') return Shape::triangle;
    return Shape::circle;
}

std::vector<std::pair<Html, std::string>> sector_key(const Words& words) {
    return {{html(R"(<path class="fd" d="M8 0.5L15.5 8L8 15.5L0.5 8z"/>)"),
                words("Land, forest and raw materials")},
        {html(R"(<rect class="fb" x="2.7" y="2.7" width="10.7" height="10.7"/>)"),
            words("Manufacturing, energy and building")},
        {html(R"(<circle class="fa" cx="8" cy="8" r="6"/>)"), words("Trade and services")},
        {html(R"(<path class="fc" d="M8 0.8L14.7 12.8H1.3z"/>)"), words("Public sector and culture")}};
}

std::string signed_number(double value, const Words& words) {
    const auto whole = std::llround(value);
    return (whole > 0 ? "+" : "") + words.number(whole);
}

std::string absence(std::string_view note, const Words& words) {
    if (note == "few") return words("fewer than 5");
    return note == "withheld" ? words("not shown") : words("missing");
}

}  // namespace medskapa::web::statistics
