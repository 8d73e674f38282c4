#include "web/swot/views.hpp"

#include "store/inspel/inspel_store.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/dataset_store.hpp"
#include "store/swot/swot_store.hpp"
#include "web/inspel/addresses.hpp"
#include "web/statistics/addresses.hpp"
#include "web/statistics/views.hpp"
#include "web/swot/addresses.hpp"
#include "web/swot/note.hpp"
#include "web/ui/in_language.hpp"

#include <algorithm>
#include <set>

namespace medskapa::web::swot {
namespace {

using app::SwotSource;

std::string href_of(const Visit& visit, const SwotSource& source) {
    switch (source.kind) {
        case SwotSource::Kind::dataset: return visit.href(address::dataset_page, source.number);
        case SwotSource::Kind::inspel: return visit.href(address::inspel_page, source.number);
        case SwotSource::Kind::issue: break;
    }
    return visit.href(address::inspel_page, source.number) + "#p" + std::to_string(source.issue);
}

/// What the source is called, in the language that it has.
Html title_of(const Visit& visit, const SwotSource& source) {
    if (source.kind == SwotSource::Kind::dataset)
        return ui::in_language(store::dataset_numbered(visit.db, source.number)->title, "sv", visit.words);
    const auto inspel = store::inspel_numbered(visit.db, visit.process->id, source.number);
    return ui::in_language(inspel->shown_title, inspel->language, visit.words);
}

/// What has come in the place of the source, which somebody must look at; nothing while it stands.
Html replaced_view(const Visit& visit, const SwotSource& source) {
    if (source.replaced_by == 0) return {};
    return html(R"( <span class="state old">{}</span> <a href="{}">{}</a>)", visit.words("Needs review"),
        visit.href(address::dataset_page, source.replaced_by),
        visit.words("Replaced by {}", "D-" + std::to_string(source.replaced_by)));
}

Html source_view(const Visit& visit, const SwotEvidence& evidence) {
    const auto source = app::swot_source(visit.db, visit.process->id, evidence.reference);
    if (!source)
        return html(R"(<span class="state old">{}</span> {})", visit.words("Needs review"),
            visit.words("{} can be read no more. Somebody must look whether the point still holds.",
                evidence.reference));
    return html(R"(<a href="{href}">{reference} {title}</a>{replaced})", "href"_a = href_of(visit, *source),
        "reference"_a = source->reference, "title"_a = title_of(visit, *source),
        "replaced"_a = replaced_view(visit, *source));
}

bool is_replaced(const Visit& visit, const SwotEvidence& evidence) {
    const auto source = app::swot_source(visit.db, evidence.process, evidence.reference);
    return source && source->replaced_by > 0;
}

}  // namespace

Standing standing_of(const Visit& visit, const SwotItem& item) {
    const auto citations = store::citations_of(visit.db, item.id);
    const auto others = store::swot_evidence_of(visit.db, item.id);
    Standing standing{app::support_of(visit.db, item.process, citations, others)};
    standing.stale = static_cast<std::size_t>(std::count_if(citations.begin(), citations.end(),
        [&](const Citation& one) { return statistics::is_stale(visit, one); }));
    standing.stale += static_cast<std::size_t>(std::count_if(
        others.begin(), others.end(), [&](const SwotEvidence& one) { return is_replaced(visit, one); }));
    return standing;
}

Html standing_view(const Visit& visit, const Standing& standing) {
    const auto& words = visit.words;
    if (standing.there == 0) return html(R"(<span class="state gone">{}</span>)", words("No evidence"));
    const auto rests =
        words.count("rests on {} source", "rests on {} sources", static_cast<std::int64_t>(standing.there));
    const bool is_old = standing.needs_look();
    return html(R"(<span class="state {sign}">{word}</span> · {rests})", "sign"_a = is_old ? "old" : "met",
        "word"_a = is_old ? words("Needs review") : words("Has evidence"), "rests"_a = rests);
}

Html evidence_view(const Visit& visit, const SwotItem& item, const EvidenceTools& tools) {
    const auto citations = store::citations_of(visit.db, item.id);
    const auto others = store::swot_evidence_of(visit.db, item.id);
    if (citations.empty() && others.empty())
        return html("<p>{}</p>", visit.words("It rests on nothing yet, so it cannot be published."));
    auto all = each(citations, [&](const Citation& one) {
        return html("{}{}", statistics::evidence_card(visit, one, statistics::CardEnd::run),
            tools.of_figure ? tools.of_figure(one) : Html{});
    });
    if (!others.empty())
        all += html(R"(
<ul class="plain">{}</ul>)",
            each(others, [&](const SwotEvidence& one) {
                const auto source = source_view(visit, one);
                return html(R"(
<li>{}</li>)",
                    tools.of_source ? html("<p>{}</p>{}", source, tools.of_source(one)) : source);
            }));
    return all;
}

Html evidence_links(const Visit& visit, const SwotItem& item) {
    std::vector<std::pair<std::string, std::string>> links;
    std::set<int> runs;
    for (const auto& citation : store::citations_of(visit.db, item.id)) {
        const auto run = store::find_run(visit.db, citation.run).value();
        if (runs.insert(run.number).second)
            links.emplace_back(visit.href(address::run_page, run.number), reference(run));
    }
    for (const auto& one : store::swot_evidence_of(visit.db, item.id))
        if (const auto source = app::swot_source(visit.db, item.process, one.reference))
            links.emplace_back(href_of(visit, *source), source->reference);
    Html all;
    for (const auto& [href, name] : links)
        all += html(R"({}<a href="{}">{}</a>)", all.empty() ? "" : ", ", href, name);
    return all;
}

Html resting_on(const Visit& visit, const std::string& source) {
    const auto items = store::swot_resting_on(visit.db, visit.process->id, source);
    if (items.empty()) return {};
    return html(R"(
<section><h2>{}</h2><ul class="plain">{}</ul></section>)",
        visit.words("Points of the SWOT that rest on it"), each(items, [&](const SwotItem& item) {
            return html(R"(<li><a href="{}">{} {}</a></li>)",
                visit.href(address::swot_item_page, item.number), reference(item),
                ui::in_language(item.text, visit.words));
        }));
}

}  // namespace medskapa::web::swot
