#include "store/panel/panel_store.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/dataset_store.hpp"
#include "web/assessment/addresses.hpp"
#include "web/checklist/addresses.hpp"
#include "web/frame/menus/region_nav.hpp"
#include "web/panel/addresses.hpp"
#include "web/priority/addresses.hpp"
#include "web/statistics/addresses.hpp"
#include "web/statistics/labels.hpp"
#include "web/statistics/pages.hpp"
#include "web/statistics/views.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::statistics {
namespace {

constexpr std::size_t rows_shown = 6;

/// The newest run of each question: one that has been made again on newer data stands for the older.
std::vector<AnalysisRun> newest_of_each(const std::vector<AnalysisRun>& runs) {
    std::vector<AnalysisRun> newest;
    for (const auto& run : runs) {
        const bool is_known = std::any_of(newest.begin(), newest.end(), [&](const AnalysisRun& other) {
            return other.kind == run.kind && other.parameters == run.parameters;
        });
        if (!is_known) newest.push_back(run);
    }
    std::stable_sort(newest.begin(), newest.end(),
        [](const AnalysisRun& a, const AnalysisRun& b) { return a.kind < b.kind; });
    return newest;
}

Html small_picture(const Visit& visit, const AnalysisRun& run) {
    const auto of = opened(visit, run);
    const auto whole = pictures_of(run.kind, of.result, visit.words).front();
    auto picture = whole.cut_to(rows_shown);
    picture.id += "-" + std::to_string(run.number);
    return small_figure_of(picture, foot_of(visit, of, whole), visit.words);
}

Html datasets_view(const Visit& visit) {
    const auto& words = visit.words;
    const auto datasets = store::datasets_shown_in(visit.db, visit.process->id);
    if (datasets.empty()) return html("<p>{}</p>", words("No statistics have been kept yet."));
    ui::Table table{.caption = words("Dataset"),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{words("Dataset")}, {words("Source")}, {words("Period")}, {words("Fetched")},
            {words("Numbers"), ui::Cell::number}},
        .narrow = ui::Narrow::stacks};
    for (const auto& dataset : datasets) {
        const auto replaced = store::replacement_of(visit.db, dataset.id);
        table.rows.push_back({html(R"(<a href="{}">{} {}</a>)", dataset_href(visit, dataset),
                                  reference(dataset), ui::in_language(dataset.title, "sv", words)),
            ui::in_language(dataset.source, "sv", words), ui::in_language(dataset.vintage, "sv", words),
            html("{}{}", words.day(visit.site.clock.day(dataset.imported_at)),
                replaced ? words(", replaced by {}", reference(*replaced)) : std::string{}),
            html("{}", words.number(dataset.cells))});
    }
    return ui::table(table);
}

Html pictures_view(const Visit& visit, const std::vector<AnalysisRun>& runs) {
    if (runs.empty())
        return html("<p>{}</p>",
            visit.words("No analysis has been published yet. When there is one, its chart is shown here."));
    return html(R"(<div class="five">{}
</div>)",
        each(runs, [&](const AnalysisRun& run) { return small_picture(visit, run); }));
}

/// What is missing and what is hidden in all of them, with counts.
std::string absences(const std::vector<Dataset>& datasets, const Words& words) {
    Dataset all;
    for (const auto& dataset : datasets) {
        all.missing += dataset.missing;
        all.few += dataset.few;
        all.withheld += dataset.withheld;
    }
    const auto missing =
        words.count("{} number is missing. It is drawn as missing and never counted as zero.",
            "{} numbers are missing. They are drawn as missing and never counted as zero.", all.missing);
    const auto hidden = hidden_sentence(all, words);
    return hidden.empty() ? missing + " " + words("None is hidden.") : missing + " " + hidden;
}

Html all_runs(const Visit& visit, const std::vector<AnalysisRun>& runs) {
    if (runs.empty()) return {};
    return html(R"(<h2>{}</h2><ul class="uses">{}</ul>)", visit.words("All analyses"),
        each(runs, [&](const AnalysisRun& run) {
            return html(R"(<li><a href="{}">{} {}</a></li>)", run_href(visit, run), reference(run),
                title_of(run.kind, opened(visit, run).result, visit.words));
        }));
}

}  // namespace

Response conditions(const Visit& visit) {
    const auto& words = visit.words;
    const auto runs = store::runs_of(visit.db, visit.process->id);
    const auto title = words("Evidence for the strategy");
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
<p class="row"><a href="{priorities}">{priorities_name}</a> <a href="{assessments}">{assessments_name}</a> <a href="{steps}">{steps_name}</a>{panels}</p>
{pictures}
<h2>{datasets_title}</h2>
<p>{datasets_lead}</p>
{datasets}
{runs}{nav})",
        "title"_a = title,
        "lead"_a = words("The region in charts. Each heading says what its chart shows, and behind each is "
                         "an analysis that anybody can check and do again."),
        "priorities"_a = visit.href(address::priorities_page),
        "priorities_name"_a = words("What the region concentrates on"),
        "assessments"_a = visit.href(address::assessments_page),
        "assessments_name"_a = words("What the strategy means for people and the environment"),
        "steps"_a = visit.href(address::checklists_page),
        "steps_name"_a = words("The six steps: what is met, and what is missing"),
        "panels"_a = when(!store::panels_of(visit.db, visit.process->id).empty(),
            html(R"( <a href="{}">{}</a>)", visit.href(address::panels_page),
                words("What those who know the field expect"))),
        "pictures"_a = pictures_view(visit, newest_of_each(runs)), "datasets_title"_a = words("Datasets"),
        "datasets_lead"_a = absences(store::datasets_shown_in(visit.db, visit.process->id), words),
        "datasets"_a = datasets_view(visit), "runs"_a = all_runs(visit, runs),
        "nav"_a = region_nav(visit, RegionPage::analysis));
    return page(process_page(visit, title, body, "forutsattningar"), visit);
}

}  // namespace medskapa::web::statistics
