#include "store/document/document_store.hpp"
#include "store/priority/priority_store.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/dataset_store.hpp"
#include "store/swot/swot_store.hpp"
#include "web/document/addresses.hpp"
#include "web/priority/addresses.hpp"
#include "web/statistics/addresses.hpp"
#include "web/statistics/note.hpp"
#include "web/statistics/views.hpp"
#include "web/swot/addresses.hpp"

#include <algorithm>

namespace medskapa::web::statistics {
namespace {

std::string day_of(const Visit& visit, Instant moment) {
    return visit.words.day(visit.site.clock.day(moment));
}

std::optional<CitableFigure> figure_of_run(
    const Visit& visit, const AnalysisRun& run, const std::string& key) {
    const auto all = opened(visit, run);
    return citable_figure(run.kind, all.result, key, visit.words);
}

std::string value_in(const Visit& visit, const std::optional<AnalysisRun>& run, const std::string& key) {
    const auto figure = run && !run->removed_at ? figure_of_run(visit, *run, key) : std::nullopt;
    return figure ? figure->value : visit.words("missing");
}

Html changed_value(const Visit& visit, const std::string& was, const std::string& now) {
    return html(
               R"(<span class="value was"><span class="vh">{} </span>{}</span> )", visit.words("was"), was) +=
           html(R"(<span class="value"><span class="vh">{} </span>{}</span>)", visit.words("now"), now);
}

/// What is to be said of a citation: how it stands, its figures, and one sentence.
struct Standing {
    const char* kind;   // of the card
    const char* state;  // of the sign
    std::string word;
    Html values;
    std::string sentence;
};

Standing stale(
    const Visit& visit, const Citation& citation, const AnalysisRun& run, const app::Staleness& how) {
    const auto before = value_in(visit, run, citation.figure);
    Standing standing{" stale", "old", visit.words("Needs review"), {}, {}};
    if (how.again) {
        const auto now = value_in(visit, how.again, citation.figure);
        standing.values = changed_value(visit, before, now);
        standing.sentence = before == now
                                ? visit.words("The data was replaced on {}. The figure is the same.",
                                      day_of(visit, how.newest.imported_at))
                                : visit.words("The data was replaced on {}, and the figure became another.",
                                      day_of(visit, how.newest.imported_at));
    } else {
        standing.values = html(R"(<span class="value was">{}</span>)", before);
        standing.sentence = visit.words("The data was replaced on {}. Nobody has asked the new data yet.",
            day_of(visit, how.newest.imported_at));
    }
    return standing;
}

/// Cited on purpose though the data has been replaced, with why.
Standing held(const Visit& visit, const Citation& citation, const AnalysisRun& run) {
    const auto& words = visit.words;
    Role role{};
    const auto by =
        find_name<Role>(citation.held_role, role) ? shown(role, words) : words("the site's operator");
    return {" seen", "met", words("Still holds"),
        html(R"(<span class="value">{}</span>)", value_in(visit, run, citation.figure)),
        words("The data has been replaced. The figure still holds, said {} by {}: {}",
            day_of(visit, *citation.held_at), by, citation.held_why)};
}

Standing standing_of(const Visit& visit, const Citation& citation, const AnalysisRun& run) {
    if (const auto how = app::staleness_of(visit.db, citation)) return stale(visit, citation, run, *how);
    if (citation.holds_over) return held(visit, citation, run);
    const auto now = value_in(visit, run, citation.figure);
    if (citation.looked_at && citation.was)
        return {" seen", "met", visit.words("Looked at"),
            changed_value(
                visit, value_in(visit, store::find_run(visit.db, citation.was), citation.figure), now),
            visit.words(
                "Somebody looked on {} at what newer data says.", day_of(visit, *citation.looked_at))};
    return {"", "met", visit.words("Latest version"), html(R"(<span class="value">{}</span>)", now), {}};
}

Html other_end(const Visit& visit, const Citation& citation, const OpenedRun& of, CardEnd end) {
    if (end == CardEnd::run)
        return html(
            R"(<a href="{}">{}</a>)", run_href(visit, of.run), visit.words("analysis {}", reference(of.run)));
    if (citation.priority) {
        const auto priority = store::find_priority(visit.db, citation.priority).value();
        return html(R"(<a href="{}">{} {}</a>)", visit.href(address::priority_page, priority.number),
            reference(priority), visit.in(priority.title));
    }
    if (citation.swot_item) {
        const auto item = store::find_swot_item(visit.db, citation.swot_item).value();
        const auto href = item.is_published() ? visit.href(address::swot_item_page, item.number)
                                              : visit.href(address::edit_swot_item, item.number);
        return html(R"(<a href="{}">{} {}</a>)", href, reference(item), visit.in(item.text));
    }
    const auto node = store::find_node(visit.db, citation.node);
    return html(
        R"(<a href="{}">{}</a>)", visit.href(address::paragraph_page, node->node.code), node->node.code);
}

Html compared_with(const Visit& visit, const AnalysisRun& run) {
    const auto how = app::staleness_of(visit.db, run);
    if (!how || !how->again) return {};
    return html(R"( · <a href="{}">{}</a>)", run_href(visit, *how->again),
        visit.words("what the new data says, analysis {}", reference(*how->again)));
}

}  // namespace

bool is_stale(const Visit& visit, const Citation& citation) {
    return app::staleness_of(visit.db, citation).has_value();
}

Html evidence_card(const Visit& visit, const Citation& citation, CardEnd end) {
    const auto of = opened(visit, store::find_run(visit.db, citation.run).value());
    const auto figure = citable_figure(of.run.kind, of.result, citation.figure, visit.words);
    const auto standing = standing_of(visit, citation, of.run);
    return html(R"(
<article class="ev{kind}" id="underlag-{number}" aria-labelledby="underlag-{number}-r"><h3 id="underlag-{number}-r">{name}</h3><p class="figure-of">{values} <span class="unit">{unit}</span> <span>{title}</span></p>{sentence}<p class="meta"><span class="state {state}">{word}</span> · {source}, {day} · {end}{compared}</p></article>)",
        "kind"_a = standing.kind, "number"_a = citation.number,
        "name"_a = figure ? figure->name : citation.figure, "values"_a = standing.values,
        "unit"_a = figure ? figure->unit : std::string{},
        "title"_a = title_of(of.run.kind, of.result, visit.words),
        "sentence"_a = standing.sentence.empty() ? Html{} : html("<p>{}</p>", standing.sentence),
        "state"_a = standing.state, "word"_a = standing.word, "source"_a = of.dataset.source,
        "day"_a = visit.words("computed {}", day_of(visit, of.run.made_at)),
        "end"_a = other_end(visit, citation, of, end), "compared"_a = compared_with(visit, of.run));
}

Html evidence_about(const Visit& visit, const Node& node) {
    const auto citations = store::citations_in(visit.db, node.id);
    if (citations.empty()) return {};
    return html(R"(<section><h2>{}</h2>{}</section>)", visit.words("Evidence"),
        each(citations, [&](const Citation& one) { return evidence_card(visit, one, CardEnd::run); }));
}

Html newest_finding(const Visit& visit) {
    const auto runs = store::runs_of(visit.db, visit.process->id);
    if (runs.empty()) return {};
    const auto chosen = std::find_if(runs.begin(), runs.end(),
        [](const AnalysisRun& run) { return run.kind == AnalysisRun::Kind::specialisation; });
    const auto of = opened(visit, chosen == runs.end() ? runs.front() : *chosen);
    auto picture = pictures_of(of.run.kind, of.result, visit.words).front().cut_to(5);
    picture.id = "lanet-bild";
    return html(R"(
<section aria-labelledby="lanet"><h2 id="lanet">{title}</h2><p>{lead}</p><div class="five">{figure}</div><p class="row"><a class="alone" href="{href}">{all}</a> <a class="alone" href="{priorities}">{priorities_name}</a></p></section>)",
        "title"_a = visit.words("Evidence for the strategy"),
        "lead"_a = visit.words("Charts of the region in numbers. Each heading says what its chart shows."),
        "figure"_a = small_figure_of(picture, foot_of(visit, of, picture), visit.words),
        "href"_a = visit.href(address::conditions_page), "all"_a = visit.words("All charts of the region"),
        "priorities"_a = visit.href(address::priorities_page),
        "priorities_name"_a = visit.words("What the region concentrates on"));
}

}  // namespace medskapa::web::statistics
