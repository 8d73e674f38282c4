#include "app/statistics/run.hpp"
#include "store/sql/version.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/columns.hpp"
#include "store/statistics/dataset_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/statistics/addresses.hpp"
#include "web/statistics/desk/pages.hpp"
#include "web/statistics/views.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::statistics::desk {
namespace {

/// Whether it is about this figure that a form came back.
bool is_asked_again(const Visit& visit, const Citation& citation) {
    const auto asked = visit.path.find("citation");
    return asked != visit.path.end() && Visit::number(asked->second) == citation.number;
}

/// It is cited on purpose: why it still holds.
Html hold_form(const Visit& visit, const Citation& citation, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const bool again = is_asked_again(visit, citation);
    const auto form =
        post_form(visit, {.action = visit.href(address::hold_citation, citation.number),
                             .fields = ui::text_field(
                                 {.name = "skal",
                                     .label = words("Why does the figure still hold?"),
                                     .value = again ? std::string{visit.field("skal")} : std::string{},
                                     .hint = words("Everybody can read it. When the data is replaced again, "
                                                   "you are asked again.")},
                                 ui::Input::text, again ? complaints : ui::Complaints{}, words),
                             .button = ui::submit(words("It still holds"), ui::Weight::quiet),
                             .is_narrow = true,
                             .seen = {sql::version_of<store::tables::citation>(citation)}});
    return html(R"(<details class="more"{}><summary>{}</summary>{}</details>)", when(again, html(" open")),
        words("The figure is cited on purpose"), form);
}

Html review_form(const Visit& visit, const Citation& citation) {
    const auto how = app::staleness_of(visit.db, citation);
    if (!how) return {};
    if (!how->again)
        return html(R"(<p><a href="{}">{}</a></p>)", visit.href(address::make_run, how->newest.number),
            visit.words("Make the same analysis on the new data first"));
    return post_form(visit,
        {.action = visit.href(address::review_citation, citation.number),
            .fields = ui::hidden_field("korning", std::to_string(how->again->number)),
            .button =
                ui::submit(visit.words("Reviewed: the text does not need to change"), ui::Weight::quiet),
            .seen = {sql::version_of<store::tables::citation>(citation)}});
}

Html to_look_at(const Visit& visit, const ui::Complaints& complaints) {
    Html cards;
    int count = 0;
    for (const auto& citation : store::citations_of(visit.db, visit.process->id)) {
        if (!is_stale(visit, citation)) continue;
        ++count;
        cards += evidence_card(visit, citation, CardEnd::paragraph);
        cards += review_form(visit, citation);
        cards += hold_form(visit, citation, complaints);
    }
    if (count == 0) return html("<p>{}</p>", visit.words("Nothing that a text rests on has been replaced."));
    return html("<p>{}</p>{}",
        visit.words.count(
            "{} figure rests on data that has been replaced. Read the paragraph and the new figure.",
            "{} figures rest on data that has been replaced. Read the paragraphs and the new figures.",
            count),
        cards);
}

Html datasets_table(const Visit& visit) {
    const auto& words = visit.words;
    const auto datasets = store::datasets_shown_in(visit.db, visit.process->id);
    if (datasets.empty()) return html("<p>{}</p>", words("No statistics have been kept yet."));
    ui::Table table{.caption = words("Dataset"),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{words("Dataset")}, {words("Period")}, {words("Fetched")}, {words("What to do")}},
        .narrow = ui::Narrow::stacks};
    for (const auto& dataset : datasets) {
        const auto newer = store::replacement_of(visit.db, dataset.id);
        const auto act = newer ? html("{}", words("Replaced by {}", reference(*newer)))
                               : html(R"(<a href="{}">{}<span class="vh">, {}</span></a>)",
                                     visit.href(address::make_run, dataset.number), words("Make an analysis"),
                                     reference(dataset));
        table.rows.push_back({html(R"(<a href="{}">{} {}</a>)", dataset_href(visit, dataset),
                                  reference(dataset), ui::in_language(dataset.title, "sv", words)),
            ui::in_language(dataset.vintage, "sv", words),
            html("{}", words.day(visit.site.clock.day(dataset.imported_at))), act});
    }
    return ui::table(table);
}

Html runs_table(const Visit& visit) {
    const auto& words = visit.words;
    const auto runs = store::runs_of(visit.db, visit.process->id);
    if (runs.empty()) return html("<p>{}</p>", words("No analysis has been made yet."));
    ui::Table table{.caption = words("Analyses"),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{words("Analysis")}, {words("Made")}, {words("Cited by"), ui::Cell::number}}};
    for (const auto& run : runs)
        table.rows.push_back({html(R"(<a href="{}">{} {}</a>)", visit.href(address::desk_run, run.number),
                                  reference(run), title_of(run.kind, opened(visit, run).result, words)),
            html("{}", words.day(visit.site.clock.day(run.made_at))),
            html("{}", store::citations_of(visit.db, run.id).size())});
    return ui::table(table);
}

Response list_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = words("Evidence for the text");
    const auto body = html(R"({errors}
<h1>{title}</h1>
<h2>{look_title}</h2>
{look}
<h2>{data_title}</h2>
<p>{import}</p>
{data}
<h2>{runs_title}</h2>
{runs})",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
        "look_title"_a = words("Needs review"), "look"_a = to_look_at(visit, complaints),
        "data_title"_a = words("Datasets"),
        "import"_a =
            ui::button_link(visit.href(address::import_dataset), words("Add statistics"), ui::Weight::filled),
        "data"_a = datasets_table(visit), "runs_title"_a = words("Analyses"), "runs"_a = runs_table(visit));
    auto content = desk_page(visit, title, body, "underlag");
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

}  // namespace

Response list(const Visit& visit) {
    return list_page(visit, {}, 200);
}

Response hold_citation(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("citation"));
    if (!number) return problem(visit, Failure::Kind::not_found);
    const auto held = visit.write(
        [&](auto& act) { return app::hold_citation(act, *number, std::string{visit.field("skal")}); });
    if (held) return see_other(visit.href(address::statistics_desk));
    if (held.error().complaints.empty()) return problem(visit, held.error().kind);
    return list_page(visit, held.error().complaints, status_of(held.error().kind));
}

}  // namespace medskapa::web::statistics::desk
