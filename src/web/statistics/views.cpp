#include "web/statistics/views.hpp"

#include "app/statistics/result_text.hpp"
#include "base/address.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/dataset_store.hpp"
#include "web/inspel/addresses.hpp"
#include "web/site/open.hpp"
#include "web/statistics/addresses.hpp"
#include "web/ui/in_language.hpp"

#include <algorithm>

namespace medskapa::web::statistics {
namespace {

std::string day_of(const Visit& visit, Instant moment) {
    return visit.words.day(visit.site.clock.day(moment));
}

Html inspel_link(const Visit& visit, const OpenedRun& opened, const RowPicture& picture) {
    if (!site::open_activity(visit, *visit.process)) return {};
    const auto about = visit.words("About {}: {}", reference(opened.run), picture.finding);
    return html(R"(<a class="say" href="{}">{}<span class="vh">: {}</span></a>)",
        with_query(visit.href(address::inspel_form), {{"rubrik", about}}),
        visit.words("Give an inspel about the chart"), picture.finding);
}

/// Of the place that a row of a map is about: its id is "k-2326".
std::string code_of(const RowPicture::Row& row) {
    return row.id.substr(row.id.find('-') + 1);
}

Html download(const std::string& href, std::string_view format, const std::string& finding) {
    return html(R"( <a href="{}">{}<span class="vh">, {}</span></a>)", href, format, finding);
}

}  // namespace

std::optional<Dataset> asked_dataset(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("dataset"));
    auto found = number ? store::dataset_numbered(visit.db, *number) : std::nullopt;
    return found && found->is_shown_in(visit.process->id) ? found : std::nullopt;
}

std::optional<AnalysisRun> asked_run(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("run"));
    auto found = number ? store::run_numbered(visit.db, visit.process->id, *number) : std::nullopt;
    return found && !found->removed_at ? found : std::nullopt;
}

OpenedRun opened(const Visit& visit, const AnalysisRun& run) {
    return {run, app::read_result(run.result), store::find_dataset(visit.db, run.dataset).value()};
}

std::string dataset_href(const Visit& visit, const Dataset& dataset) {
    return visit.href(address::dataset_page, dataset.number);
}

std::string run_href(const Visit& visit, const AnalysisRun& run) {
    return visit.href(address::run_page, run.number);
}

std::string source_line(const OpenedRun& opened, const Words& words) {
    return words("Source: {}, {}. Licence: {}. Analysis {}", opened.dataset.title, opened.dataset.source,
        opened.dataset.licence, reference(opened.run));
}

Html foot_of(const Visit& visit, const OpenedRun& opened, const RowPicture& picture) {
    const auto& words = visit.words;
    const auto number = opened.run.number;
    const auto citations = store::citations_of(visit.db, opened.run.id);
    const auto cited =
        std::count_if(citations.begin(), citations.end(), [](const Citation& one) { return bool{one.node}; });
    return html(R"(
<div class="fig-foot"><p class="source">{source} <a href="{dataset}">{title}</a>, {from}, {fetched} · <a href="{run}">{run_name}</a>{cited}</p><div class="fig-links"><p class="dl">{fetch}{csv}{svg}</p>{inspel}</div></div>)",
        "source"_a = words("Source:"), "dataset"_a = dataset_href(visit, opened.dataset),
        "title"_a = ui::in_language(opened.dataset.title, "sv", words),
        "from"_a = ui::in_language(opened.dataset.source, "sv", words),
        "fetched"_a = words("fetched {}", day_of(visit, opened.dataset.imported_at)),
        "run"_a = run_href(visit, opened.run), "run_name"_a = words("analysis {}", reference(opened.run)),
        "cited"_a =
            cited == 0 ? Html{}
                       : html(" · {}", words.count("cited by {} paragraph", "cited by {} paragraphs", cited)),
        "fetch"_a = words("Fetch:"),
        "csv"_a = download(visit.href(address::run_csv, number), "CSV", picture.finding),
        "svg"_a = download(with_query(visit.href(address::run_picture, number), {{"bild", picture.id}}),
            "SVG", picture.finding),
        "inspel"_a = inspel_link(visit, opened, picture));
}

void add_inspel_links(const Visit& visit, const OpenedRun& opened, RowPicture& picture) {
    if (!site::open_activity(visit, *visit.process)) return;
    for (auto& band : picture.bands)
        for (auto& row : band.rows) {
            const auto about = visit.words("About {}: {}", reference(opened.run), row.name);
            row.link = html(R"(<a class="say" href="{}">{}<span class="vh">: {}</span></a>)",
                with_query(visit.href(address::inspel_form), {{"rubrik", about}, {"kommun", code_of(row)}}),
                visit.words("Give an inspel"), row.name);
        }
}

Html digest_view(const std::string& digest) {
    return html(R"(<code class="hash">{}</code>)", digest);
}

Html chain_view(const std::vector<ChainLink>& links, const Words& words) {
    return html(R"(
<ol class="flow-of" aria-label="{}">{}</ol>)",
        words("From data to text"), each(links, [](const ChainLink& link) {
            return link.is_here
                       ? html(R"(<li><a href="{}" aria-current="page">{}</a></li>)", link.href, link.text)
                       : html(R"(<li><a href="{}">{}</a></li>)", link.href, link.text);
        }));
}

}  // namespace medskapa::web::statistics
