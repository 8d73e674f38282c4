#include "app/statistics/analysis_input.hpp"
#include "app/statistics/result_text.hpp"
#include "store/document/trace_store.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/swot/swot_store.hpp"
#include "web/assessment/note.hpp"
#include "web/frame/forms/csv_file.hpp"
#include "web/frame/log_link.hpp"
#include "web/statistics/addresses.hpp"
#include "web/statistics/labels.hpp"
#include "web/statistics/pages.hpp"
#include "web/statistics/views.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace medskapa::web::statistics {
namespace {

std::string day_of(const Visit& visit, Instant moment) {
    return visit.words.day(visit.site.clock.day(moment));
}

const Dataset::Dimension* dimension_named(const Dataset& dataset, std::string_view name) {
    const auto found = std::find_if(dataset.dimensions.begin(), dataset.dimensions.end(),
        [&](const auto& dimension) { return dimension.name == name; });
    return found == dataset.dimensions.end() ? nullptr : &*found;
}

/// What a parameter is called for people.
std::string name_of_parameter(const std::string& name, const Dataset& dataset, const Words& words) {
    using namespace app;
    const std::map<std::string, std::string, std::less<>> names{
        {asked::regions, words("Dimension of regions")},
        {asked::industries, words("Dimension of industries")}, {asked::periods, words("Dimension of times")},
        {asked::destinations, words("Dimension of workplaces")}, {asked::period, words("Time")},
        {asked::from, words("Compared with")}, {asked::region, words("Region")},
        {asked::level, words("Level")}, {asked::ages, words("Dimension of ages")},
        {asked::sexes, words("Dimension of sexes")}, {asked::measures, words("Dimension of measures")},
        {asked::years, words("Years ahead")}, {with_no_moving, words("If nobody moved")}};
    const auto known = names.find(name);
    if (known != names.end()) return known->second;
    for (const auto& one : assumptions_to_choose())
        if (one.name() == name) return assumption_label(one, words);
    const std::string only{asked::only};
    if (!name.starts_with(only)) return name;
    const auto* dimension = dimension_named(dataset, name.substr(only.size()));
    return words(
        "Only, of {}", dimension == nullptr ? name.substr(only.size()) : label_of(*dimension, words));
}

/// What was chosen, in the words of the dataset.
Html shown_parameter(
    const std::string& name, const std::string& value, const Dataset& dataset, const Words& words) {
    using namespace app;
    for (const auto* role : {asked::regions, asked::industries, asked::periods, asked::destinations,
             asked::ages, asked::sexes, asked::measures})
        if (const auto* dimension = dimension_named(dataset, value); name == role && dimension != nullptr)
            return label_view(*dimension, words);
    if (name == asked::level && value == "county")
        return html("{}", words("Counties: municipalities are summed"));
    if (name == with_no_moving) return html("{}", words("shown too"));
    for (const auto& one : assumptions_to_choose())
        if (one.name() == name) return html("{}", assumption_text(std::stod(value), words));
    if (name == asked::region) return ui::in_language(region_named(dataset, value), "sv", words);
    const bool is_only = name.starts_with(asked::only);
    const auto* dimension =
        is_only ? dimension_named(dataset, name.substr(std::string_view{asked::only}.size())) : nullptr;
    if (dimension != nullptr)
        for (const auto& member : dimension->members)
            if (member.code == value) return ui::in_language(named(member), "sv", words);
    return html("{}", value);
}

Html inputs_view(const Visit& visit, const OpenedRun& of) {
    const auto& words = visit.words;
    const auto parameters = each(read_parameters(of.run.parameters), [&](const auto& one) {
        return html("<dt>{}</dt><dd>{}</dd>", name_of_parameter(one.first, of.dataset, words),
            shown_parameter(one.first, one.second, of.dataset, words));
    });
    return html(R"(
<h2>{title}</h2>
<dl class="facts"><dt>{data}</dt><dd><a href="{href}">{reference} {name}</a><br>{digest}</dd>{parameters}<dt>{engine_title}</dt><dd>{engine}</dd></dl>)",
        "title"_a = words("Input"), "data"_a = words("Dataset"), "href"_a = dataset_href(visit, of.dataset),
        "reference"_a = reference(of.dataset), "name"_a = ui::in_language(of.dataset.title, "sv", words),
        "digest"_a = digest_view(of.dataset.public_digest), "parameters"_a = parameters,
        "engine_title"_a = words("Program"), "engine"_a = of.run.engine);
}

Html output_view(const Visit& visit, const OpenedRun& of) {
    const auto& words = visit.words;
    const auto number = of.run.number;
    return html(R"(
<h2>{title}</h2>
<dl class="facts"><dt>{rows_title}</dt><dd>{rows}</dd><dt>{digest_title}</dt><dd>{digest}<br>{same}</dd><dt>{fetch}</dt><dd><a href="{csv}">CSV</a> <a href="{json}">JSON</a></dd></dl>)",
        "title"_a = words("Result"), "rows_title"_a = words("Rows"),
        "rows"_a = words.number(static_cast<std::int64_t>(of.result.rows.size())),
        "digest_title"_a = words("SHA-256 of the result"), "digest"_a = digest_view(of.run.digest),
        "same"_a = words("The same statistics, choices and engine always give this."),
        "fetch"_a = words("Fetch"), "csv"_a = visit.href(address::run_csv, number),
        "json"_a = visit.href(address::run_json, number));
}

Html warnings_view(const OpenedRun& of, const Words& words) {
    if (of.result.warnings.empty()) return {};
    return html("<h2>{}</h2><ul>{}</ul>", words("To bear in mind"),
        each(of.result.warnings,
            [&](const Complaint& one) { return html("<li>{}</li>", words.complaint(one)); }));
}

Html stale_notice(const Visit& visit, const AnalysisRun& run) {
    const auto how = app::staleness_of(visit.db, run);
    if (!how) return {};
    const auto again = how->again
                           ? html(R"( <a href="{}">{}</a>)", run_href(visit, *how->again),
                                 visit.words("The same on the new data: analysis {}", reference(*how->again)))
                           : Html{};
    return ui::notice(ui::Tone::warn,
        html("<p>{} {}{}</p>", visit.words("This analysis is made on statistics that have a newer version."),
            html(R"(<a href="{}">{}</a>)", dataset_href(visit, how->newest), reference(how->newest)), again));
}

/// Whether a draft's, which nobody else can read.
bool is_of_draft(const Visit& visit, const Citation& citation) {
    return citation.swot_item && !store::find_swot_item(visit.db, citation.swot_item)->is_published();
}

/// Citations of priorities and of published points of the SWOT, and in paragraphs that the public can read.
std::vector<Citation> public_citations(const Visit& visit, const AnalysisRun& run) {
    auto citations = store::citations_of(visit.db, run.id);
    std::erase_if(citations, [&](const Citation& one) {
        return is_of_draft(visit, one) || (one.node && !store::is_public(visit.db, one.node));
    });
    return citations;
}

Html cited_by(const Visit& visit, const std::vector<Citation>& citations) {
    if (citations.empty()) return html("<p>{}</p>", visit.words("No text rests on it yet."));
    return each(
        citations, [&](const Citation& one) { return evidence_card(visit, one, CardEnd::paragraph); });
}

Response run_view(const Visit& visit, const OpenedRun& of) {
    const auto& words = visit.words;
    const auto title = title_of(of.run.kind, of.result, words);
    auto drawn = pictures_of(of.run.kind, of.result, words);
    if (of.run.kind == AnalysisRun::Kind::indicator_map) add_inspel_links(visit, of, drawn.front());
    auto pictures = each(drawn,
        [&](const RowPicture& picture) { return figure_of(picture, foot_of(visit, of, picture), words); });
    if (of.run.kind == AnalysisRun::Kind::opportunities) pictures += opportunity_order(visit, of);
    const auto body = html(R"(
<p class="kicker">{kicker}</p>
<h1>{title}</h1>
<p class="lead">{lead}</p>
{chain}
{notice}
{pictures}
<div class="sides"><div>{inputs}{output}{warnings}{log}</div>
<aside aria-labelledby="vilar"><h2 id="vilar">{cited_title}</h2>{cited}{assessed}</aside></div>)",
        "kicker"_a = words("Analysis {}", reference(of.run)), "title"_a = title,
        "lead"_a = words("Computed on {}. An analysis never changes, and cannot be removed as long as the "
                         "strategy cites it.",
            day_of(visit, of.run.made_at)),
        "chain"_a = chain_view({{dataset_href(visit, of.dataset), words("Dataset {}", reference(of.dataset))},
                                   {run_href(visit, of.run), words("Analysis {}", reference(of.run)), true},
                                   {"#vilar", words("Paragraphs that cite it")}},
            words),
        "notice"_a = stale_notice(visit, of.run), "pictures"_a = pictures,
        "assessed"_a = assessment::citing(visit, reference(of.run)), "inputs"_a = inputs_view(visit, of),
        "output"_a = output_view(visit, of), "warnings"_a = warnings_view(of, words),
        "log"_a = log_link(visit, openlog::object_named(openlog::ObjectKind::run, of.run.number)),
        "cited_title"_a = words("Cited by"), "cited"_a = cited_by(visit, public_citations(visit, of.run)));
    auto content = process_page(visit, title, body, "forutsattningar");
    content.crumbs = {{visit.href(address::conditions_page), words("Evidence for the strategy")}};
    return page(content, visit);
}

std::string record_of(const OpenedRun& of) {
    const nlohmann::ordered_json record{{"run", reference(of.run)}, {"kind", name_of(of.run.kind)},
        {"engine", of.run.engine},
        {"inputs",
            {{{"role", "dataset"}, {"dataset", of.dataset.number}, {"sha256", of.dataset.public_digest}}}},
        {"parameters", read_parameters(of.run.parameters)}, {"result_sha256", of.run.digest},
        {"result", nlohmann::ordered_json::parse(of.run.result)}};
    return record.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

Response file(std::string_view type, const std::string& name, std::string bytes) {
    Response response;
    response.content_type = std::string{type};
    response.headers = {{"Content-Disposition", "attachment; filename=\"" + name + "\""},
        {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"},
        {"Cache-Control", "public, max-age=0, must-revalidate"}};
    response.body = std::move(bytes);
    return response;
}

std::string file_name(const AnalysisRun& run) {
    return "korning-" + std::to_string(run.number);
}

}  // namespace

Response run(const Visit& visit) {
    const auto found = asked_run(visit);
    return found ? run_view(visit, opened(visit, *found)) : problem(visit, Failure::Kind::not_found);
}

Response run_csv(const Visit& visit) {
    const auto found = asked_run(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    return csv_file(file_name(*found) + ".csv", app::csv_of(opened(visit, *found).result));
}

Response run_json(const Visit& visit) {
    const auto found = asked_run(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    return file("application/json", file_name(*found) + ".json", record_of(opened(visit, *found)));
}

Response run_picture(const Visit& visit) {
    const auto found = asked_run(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    const auto of = opened(visit, *found);
    const auto& words = words_of(visit.words.language());
    const auto pictures = pictures_of(found->kind, of.result, words);
    auto chosen = std::find_if(pictures.begin(), pictures.end(),
        [&](const RowPicture& picture) { return picture.id == visit.query("bild"); });
    if (chosen == pictures.end()) chosen = pictures.begin();
    return file("image/svg+xml", file_name(*found) + "-" + chosen->id + ".svg",
        drawing_of(*chosen, source_line(of, words), words).markup());
}

}  // namespace medskapa::web::statistics
