#include "web/checklist/wheel.hpp"

#include "web/checklist/addresses.hpp"
#include "web/priority/views.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace medskapa::web::checklist {
namespace {

constexpr double side = 400;
constexpr double middle = side / 2;
constexpr double rim = 160;  // the radius of the best grade
constexpr double label_radius = 180;

struct Point {
    double x;
    double y;
};

/// At a part of a turn, 0..1, from the top clockwise.
Point at(double turn, double radius) {
    const double angle = 2 * std::numbers::pi * turn - std::numbers::pi / 2;
    return {middle + radius * std::cos(angle), middle + radius * std::sin(angle)};
}

double radius_of(std::int64_t grade) {
    return rim * static_cast<double>(grade) / best_grade;
}

std::string wedge_path(double from, double to, double radius) {
    const auto begin = at(from, radius);
    const auto end = at(to, radius);
    return fmt::format("M{0:.1f} {0:.1f}L{1:.1f} {2:.1f}A{3:.1f} {3:.1f} 0 0 1 {4:.1f} {5:.1f}z", middle,
        begin.x, begin.y, radius, end.x, end.y);
}

std::string arc_path(double from, double to, double radius) {
    const auto begin = at(from, radius);
    const auto end = at(to, radius);
    return fmt::format(
        "M{:.1f} {:.1f}A{:.1f} {:.1f} 0 0 1 {:.1f} {:.1f}", begin.x, begin.y, radius, radius, end.x, end.y);
}

const char* shade_of(std::int64_t grade) {
    return grade >= 4 ? "s4" : grade == 3 ? "s3" : "low";
}

std::optional<std::int64_t> grade_of(const app::RequirementState& state) {
    return state.judged ? state.judged->grade : std::nullopt;
}

Html factor_view(const app::RequirementState& state, std::size_t k, std::size_t all) {
    const auto from = static_cast<double>(k) / static_cast<double>(all);
    const auto to = static_cast<double>(k + 1) / static_cast<double>(all);
    const auto grade = grade_of(state);
    Html drawn;
    if (grade)
        drawn += html(R"(<path class="wedge {}" d="{}"/>)", shade_of(*grade),
            wedge_path(from, to, std::max(radius_of(*grade), 4.0)));
    else
        drawn += html(R"(<path class="ungraded" d="{}"/>)", wedge_path(from, to, rim));
    if (state.grade_before && *state.grade_before > 0)
        drawn += html(R"(<path class="prev" d="{}"/>)", arc_path(from, to, radius_of(*state.grade_before)));
    const auto label = at((from + to) / 2, label_radius);
    drawn += html(R"(<text x="{}" y="{}" text-anchor="middle">{}</text>)", fmt::format("{:.1f}", label.x),
        fmt::format("{:.1f}", label.y + 5), k + 1);
    return drawn;
}

Html rings() {
    Html all;
    for (int grade = 1; grade <= best_grade; ++grade)
        all += html(R"(<circle class="{}" cx="200" cy="200" r="{}"/>)",
            grade == best_grade ? "ring out" : "ring", fmt::format("{:.0f}", radius_of(grade)));
    return all;
}

Html shapes_of(const OpenedChecklist& opened) {
    auto shapes = rings();
    for (std::size_t k = 0; k < opened.states.size(); ++k)
        shapes += factor_view(opened.states[k], k, opened.states.size());
    return shapes;
}

std::string name_of_factor(const Visit& visit, const app::RequirementState& state) {
    return state.requirement->text.in(visit.words.language());
}

Html own_style() {
    return html(R"(<style>
text {{font: 13px sans-serif; fill: #1f2a2b}} .ring {{fill: none; stroke: #dad3c3}} .ring.out {{stroke: #7d7768}} .wedge {{stroke: #fffdf8; stroke-width: 1.5}}
.s4 {{fill: #2c6a58}} .s3 {{fill: #6fa28c}} .low {{fill: #a86200}} .ungraded {{fill: none; stroke: #7d7768; stroke-dasharray: 2 5}} .prev {{fill: none; stroke: #1f2a2b; stroke-width: 2}}
</style>)");
}

ui::Table table_of(const Visit& visit, const OpenedChecklist& opened) {
    const auto& words = visit.words;
    ui::Table table{.caption = words("The factors and their grades, from 0 to 5"),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{words("Factor")}, {words("Step")}, {words("Before"), ui::Cell::number},
            {words("Now"), ui::Cell::number}, {words("Why")}}};
    const auto number = [&](const std::optional<std::int64_t>& grade) {
        return html("{}", grade ? words.number(*grade) : std::string{"–"});
    };
    for (const auto& state : opened.states)
        table.rows.push_back({html("{} {}", state.requirement->code, name_of_factor(visit, state)),
            html("{}", state.requirement->group.in(words.language())), number(state.grade_before),
            number(grade_of(state)), ground_of(visit, state)});
    return table;
}

Html key_view(const Words& words) {
    return html(R"(
<ul class="key"><li><svg viewBox="0 0 16 16" aria-hidden="true"><rect class="k4" width="16" height="16"/></svg>4–5</li><li><svg viewBox="0 0 16 16" aria-hidden="true"><rect class="k3" width="16" height="16"/></svg>3</li><li><svg viewBox="0 0 16 16" aria-hidden="true"><rect class="fill-low" width="16" height="16"/></svg>0–2</li><li><svg viewBox="0 0 16 16" aria-hidden="true"><path class="known" d="M1 12A9 9 0 0 1 15 12"/></svg>{}</li></ul>)",
        words("the grade before"));
}

}  // namespace

std::string wheel_finding(const Visit& visit, const OpenedChecklist& opened) {
    std::vector<const app::RequirementState*> graded;
    for (const auto& state : opened.states)
        if (grade_of(state)) graded.push_back(&state);
    if (graded.empty()) return visit.words("No factor has a grade yet");
    const auto [weakest, strongest] = std::minmax_element(graded.begin(), graded.end(),
        [](const auto* a, const auto* b) { return *grade_of(*a) < *grade_of(*b); });
    if (*grade_of(**weakest) == *grade_of(**strongest))
        return visit.words("All factors with a grade have the same: {}", *grade_of(**weakest));
    return visit.words(
        "Weakest: {}. Strongest: {}", name_of_factor(visit, **weakest), name_of_factor(visit, **strongest));
}

Html wheel_drawing(const Visit& visit, const OpenedChecklist& opened) {
    return html(
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400" role="img" lang="{}"><title>{}</title>{}</svg>)",
        visit.words.tag(), wheel_finding(visit, opened), html("{}{}", own_style(), shapes_of(opened)));
}

Html wheel_figure(const Visit& visit, const OpenedChecklist& opened) {
    const auto& words = visit.words;
    const auto finding = wheel_finding(visit, opened);
    return html(R"(
<figure class="fig" id="bild-hjul" aria-labelledby="bild-hjul-r">
  <figcaption><h2 id="bild-hjul-r">{finding}</h2><div class="meta">{what}</div></figcaption>
  <p class="says">{says}</p>
  <div class="draw"><svg class="one wheel" viewBox="0 0 400 400" role="img" aria-labelledby="hjul-t"><title id="hjul-t">{finding}. {all}</title>{shapes}</svg></div>{key}
  <details class="as-table"><summary>{show}<span class="vh">: {finding}</span></summary>{table}</details>
  <div class="fig-foot"><p class="source">{source}</p><div class="fig-links"><p class="dl">{fetch} <a href="{csv}">CSV</a> <a href="{svg}">SVG</a></p>{inspel}</div></div>
</figure>)",
        "finding"_a = finding,
        "what"_a =
            words("{} factors with a grade from 0, no information, to 5, excellent", opened.states.size()),
        "says"_a = words("The further out a wedge reaches, the better. Measure from the middle: the area "
                         "exaggerates. The numbers are in the table; a dotted wedge has no grade."),
        "all"_a = words("All grades are in the table."), "shapes"_a = shapes_of(opened),
        "key"_a = key_view(words), "show"_a = words("Show as a table"),
        "table"_a = ui::table(table_of(visit, opened)), "source"_a = rules_of(*opened.list, words),
        "fetch"_a = words("Fetch:"), "csv"_a = visit.href(address::checklists_csv),
        "svg"_a = visit.href(address::wheel_picture),
        "inspel"_a = priority::inspel_link(visit, words("About the wheel: {}", finding)));
}

}  // namespace medskapa::web::checklist
