#include "store/sql/version.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/columns.hpp"
#include "store/statistics/dataset_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/statistics/addresses.hpp"
#include "web/statistics/desk/pages.hpp"
#include "web/statistics/views.hpp"
#include "web/ui/form.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::statistics::desk {
namespace {

Html review_form(const Visit& visit, const Citation& citation) {
    const auto run = store::find_run(visit.db, citation.run).value();
    const auto how = app::staleness_of(visit.db, run);
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

Html to_look_at(const Visit& visit) {
    Html cards;
    int count = 0;
    for (const auto& citation : store::citations_of(visit.db, visit.process->id)) {
        if (!is_stale(visit, citation)) continue;
        ++count;
        cards += evidence_card(visit, citation, CardEnd::paragraph);
        cards += review_form(visit, citation);
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

}  // namespace

Response list(const Visit& visit) {
    const auto& words = visit.words;
    const auto title = words("Evidence for the text");
    const auto body = html(R"(
<h1>{title}</h1>
<h2>{look_title}</h2>
{look}
<h2>{data_title}</h2>
<p>{import}</p>
{data}
<h2>{runs_title}</h2>
{runs})",
        "title"_a = title, "look_title"_a = words("Needs review"), "look"_a = to_look_at(visit),
        "data_title"_a = words("Datasets"),
        "import"_a =
            ui::button_link(visit.href(address::import_dataset), words("Add statistics"), ui::Weight::filled),
        "data"_a = datasets_table(visit), "runs_title"_a = words("Analyses"), "runs"_a = runs_table(visit));
    return not_stored(page(desk_page(visit, title, body, "underlag"), visit));
}

}  // namespace medskapa::web::statistics::desk
