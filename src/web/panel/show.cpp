#include "app/panel/outcomes.hpp"
#include "base/csv/write.hpp"
#include "store/panel/panel_store.hpp"
#include "web/assessment/note.hpp"
#include "web/frame/forms/csv_file.hpp"
#include "web/frame/log_link.hpp"
#include "web/frame/menus/region_nav.hpp"
#include "web/markup/markdown.hpp"
#include "web/panel/addresses.hpp"
#include "web/panel/pages.hpp"
#include "web/panel/views.hpp"
#include "web/priority/views.hpp"
#include "web/statistics/addresses.hpp"
#include "web/ui/in_language.hpp"

#include <fmt/format.h>

namespace medskapa::web::panel {
namespace {

Html panel_item(const Visit& visit, const Panel& one) {
    const auto outcomes = app::outcomes_of(visit.db, one, visit.today());
    const auto finding = outcomes.empty() ? std::string{} : finding_of(one, outcomes, visit.words);
    return html(R"(
<li><h2><a href="{href}">{title}</a></h2>{finding}<p class="meta">{state}</p></li>)",
        "href"_a = visit.href(address::panel_page, one.number),
        "title"_a = ui::in_language(one.title, visit.words),
        "finding"_a = when(!outcomes.empty(), html("<p>{}</p>", finding)),
        "state"_a = state_of(visit, store::rounds_of(visit.db, one.id)));
}

Html panel_view(const Visit& visit, const Panel& panel) {
    const auto& words = visit.words;
    const auto rounds = store::rounds_of(visit.db, panel.id);
    const auto asked = static_cast<std::int64_t>(store::members_of(visit.db, panel.id).size());
    return html(R"(
<p class="kicker">{kicker}</p>
<h1>{title}</h1>
<div{lang}>{text}</div>
<p class="meta">{asked} {bounds}</p>
{outcomes}{cited}
{log}{inspel}{nav})",
        "kicker"_a = reference(panel) + " · " + state_of(visit, rounds),
        "title"_a = ui::in_language(panel.title, words), "lang"_a = words.lang(panel.text),
        "text"_a = markdown(panel.text.in(words.language())),
        "asked"_a =
            words.count("{} who knows the field is asked.", "{} who know the field are asked.", asked),
        "bounds"_a = words("Answers are whole numbers from {} to {} ({}).", words.number(panel.least),
            words.number(panel.most), panel.unit),
        "outcomes"_a = outcomes_view(visit, panel, rounds),
        "cited"_a = assessment::citing(visit, reference(panel)),
        "log"_a = log_link(visit, openlog::object_named(openlog::ObjectKind::panel, panel.number)),
        "inspel"_a = priority::inspel_link(
            visit, words("About {}: {}", reference(panel), panel.title.in(words.language()))),
        "nav"_a = region_nav(visit, RegionPage::analysis));
}

std::string csv_of(const Visit& visit, const Panel& panel) {
    auto lines = csv::line({"round", "answers", "quarter_below", "median", "quarter_above", "unit"});
    const auto number = [](double value) { return fmt::format("{}", value); };
    for (const auto& one : app::outcomes_of(visit.db, panel, visit.today()))
        lines += csv::line({std::to_string(one.round), std::to_string(one.people), number(one.low),
            number(one.median), number(one.high), panel.unit});
    return lines;
}

}  // namespace

Response list(const Visit& visit) {
    const auto& words = visit.words;
    const auto panels = store::panels_of(visit.db, visit.process->id);
    const auto title = words("What those who know the field expect");
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
{panels}{nav})",
        "title"_a = title,
        "lead"_a = words("They answer in rounds, each by themselves. After each round they see what all said "
                         "together, and may change their minds. It is called the Delphi method."),
        "panels"_a = panels.empty()
                         ? html("<p>{}</p>", words("No panel has been asked yet."))
                         : html(R"(<ul class="plain">{}</ul>)",
                               each(panels, [&](const Panel& one) { return panel_item(visit, one); })),
        "nav"_a = region_nav(visit, RegionPage::analysis));
    auto content = process_page(visit, title, body, "forutsattningar");
    content.crumbs = {{visit.href(address::conditions_page), words("Evidence for the strategy")}};
    return page(content, visit);
}

Response show(const Visit& visit) {
    const auto panel = asked_panel(visit);
    if (!panel) return problem(visit, Failure::Kind::not_found);
    auto content = process_page(visit, visit.in(panel->title), panel_view(visit, *panel), "forutsattningar");
    content.crumbs = {{visit.href(address::conditions_page), visit.words("Evidence for the strategy")},
        {visit.href(address::panels_page), visit.words("What those who know the field expect")}};
    return page(content, visit);
}

Response as_csv(const Visit& visit) {
    const auto panel = asked_panel(visit);
    if (!panel) return problem(visit, Failure::Kind::not_found);
    return csv_file("panel-" + std::to_string(panel->number) + ".csv", csv_of(visit, *panel));
}

}  // namespace medskapa::web::panel
