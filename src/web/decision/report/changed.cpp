#include "web/decision/report/pages.hpp"

#include "store/document/document_store.hpp"
#include "store/site/site_store.hpp"
#include "web/decision/addresses.hpp"
#include "web/decision/report/parts.hpp"
#include "web/document/addresses.hpp"
#include "web/frame/menus/process_nav.hpp"
#include "web/inspel/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/site/dates.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/html_sink.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::decision::report {
namespace {

/// The texts that have been changed since people first could read them.
Html compared_texts(const Visit& visit) {
    const auto& words = visit.words;
    Html links;
    for (const auto& document : store::documents_of(visit.db, visit.process->id)) {
        const auto newest = store::newest_frozen(visit.db, document.id);
        if (newest && newest->number > 1)
            links += html("<li><a href=\"{}\">{}</a></li>",
                visit.href(address::comparison_page, document.code), document.title);
    }
    return links.empty() ? links : html("\n<h2>{}</h2><ul>{}</ul>", words("Word by word, and why"), links);
}

Html steps_to_come(const Visit& visit) {
    const auto& words = visit.words;
    Html items;
    for (const auto& step : store::steps_of(visit.db, visit.process->id)) {
        const auto state = step.state(visit.today());
        if (step.withdrawn || state == Step::State::done) continue;
        items += html("<li><a href=\"{href}\"{lang}>{title}</a>: {when}{now}</li>",
            "href"_a = visit.href(address::step_page, step.number), "lang"_a = words.lang(step.title),
            "title"_a = visit.in(step.title), "when"_a = site::shown(step.period, words),
            "now"_a = state == Step::State::now ? " (" + words("now") + ")" : std::string{});
    }
    return items.empty() ? items : html("\n<h2>{}</h2><ol>{}</ol>", words("What comes, and when"), items);
}

/// Instead of figures that would all be zero: what will stand here, and when.
Html nothing_changed_yet(const Visit& visit, const store::Figures& figures) {
    const auto& words = visit.words;
    const auto all = figures.all();
    return html(R"(
<p class="lead">{lead}</p><p>{inspel} {issues} <a href="{list}">{read}</a></p>{steps})",
        "lead"_a = words("The text has not been changed yet. When it is, each change is shown here with the "
                         "wording before "
                         "and after, the reason, and the inspel that led to it."),
        "inspel"_a =
            words.count("So far {} inspel has come in.", "So far {} inspel have come in.", all.inspel),
        "issues"_a =
            words.count("{} issue has been found there.", "{} issues have been found there.", all.issues),
        "list"_a = visit.href(address::inspel_list), "read"_a = words("Read them"),
        "steps"_a = steps_to_come(visit));
}

Html table_view(const Table& table) {
    return ui::table(table.head, table.rows);
}

Html figures_view(const Visit& visit, const store::Figures& figures) {
    const auto& words = visit.words;
    const auto all = figures.all();
    return html(R"(
<p class="lead">{lead}</p>{facts}
<p class="row">{report} {csv} {json}</p>{compared}{senders}{places}
<p class="meta">{meaning}</p>)",
        "lead"_a = words("How much came in, and how much of it led to other words in the strategy."),
        "facts"_a = ui::facts(
            {{words("inspel"), words.number(all.inspel)}, {words("issues in them"), words.number(all.issues)},
                {words("issues that led to change"), words.number(all.issues_to_change)},
                {words("changes of the text"), words.number(figures.changes)}}),
        "report"_a = ui::button_link(
            visit.href(address::report_page), words("The consultation report"), ui::Weight::filled),
        "csv"_a = ui::button_link(
            visit.href(address::links_csv), words("Every link as {}", "CSV"), ui::Weight::quiet),
        "json"_a = ui::button_link(
            visit.href(address::links_json), words("Every link as {}", "JSON"), ui::Weight::quiet),
        "compared"_a = compared_texts(visit), "senders"_a = table_view(shares_by_sender(figures, words)),
        "places"_a = table_view(
            shares_by_place(figures, store::municipalities_of(visit.db, visit.process->id), words)),
        "meaning"_a =
            words("An inspel led to change when a change of the text cites it or one of its issues."));
}

}  // namespace

Response changed(const Visit& visit) {
    const auto& words = visit.words;
    const auto figures = store::figures_of(visit.db, visit.process->id);
    const auto body = html("\n<h1>{}</h1>{}{}", words("What was changed"),
        figures.changes == 0 ? nothing_changed_yet(visit, figures) : figures_view(visit, figures),
        process_nav(visit, ProcessStage::changed));
    auto content = process_page(visit, words("What was changed"), body, "-");
    content.crumbs = {{visit.href(address::start_page), words("Start")}};
    return page(content, visit);
}

}  // namespace medskapa::web::decision::report
