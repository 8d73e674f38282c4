#include "base/csv/write.hpp"
#include "engine/regional/read/amount.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/dataset_store.hpp"
#include "web/frame/forms/csv_file.hpp"
#include "web/frame/log_link.hpp"
#include "web/statistics/addresses.hpp"
#include "web/statistics/labels.hpp"
#include "web/statistics/pages.hpp"
#include "web/statistics/views.hpp"
#include "web/swot/note.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::statistics {
namespace {

constexpr int rows_shown = 10;
constexpr std::size_t members_named = 4;

/// As it may be shown: a number, or why there is none.
std::string shown_value(const Dataset::Cell& cell, const Words& words) {
    constexpr int places = 2;
    if (cell.is_hidden()) return absence(name_of(cell.shown), words);
    if (!cell.value) return cell.sign.empty() ? words("missing") : words("missing ({})", cell.sign);
    const bool is_whole = *cell.value == static_cast<double>(static_cast<std::int64_t>(*cell.value));
    return is_whole ? words.number(static_cast<std::int64_t>(*cell.value))
                    : words.decimal(*cell.value, places);
}

std::string some_members(const Dataset::Dimension& dimension) {
    std::string all;
    for (std::size_t k = 0; k < std::min(members_named, dimension.members.size()); ++k)
        all += (k > 0 ? ", " : "") + named(dimension.members[k]);
    return dimension.members.size() > members_named ? all + " …" : all;
}

Html dimensions_view(const Dataset& dataset, const Words& words) {
    ui::Table table{.caption = words("What its numbers are about"),
        .columns = {{words("Dimension")}, {words("Values"), ui::Cell::number}, {words("For instance")}}};
    for (const auto& dimension : dataset.dimensions)
        table.rows.push_back({label_view(dimension, words),
            html("{}", words.number(static_cast<std::int64_t>(dimension.members.size()))),
            ui::in_language(some_members(dimension), "sv", words)});
    return ui::table(table);
}

Html sample_view(const Visit& visit, const Dataset& dataset) {
    const auto& words = visit.words;
    ui::Table table{.caption = words("The first of {} rows", words.number(dataset.cells)), .columns = {}};
    for (const auto& dimension : dataset.dimensions) table.columns.push_back({label_of(dimension, words)});
    table.columns.push_back({dataset.measure.empty() ? words("Value") : dataset.measure, ui::Cell::number});
    for (const auto& cell : store::cells_of(visit.db, dataset.id, -1, rows_shown)) {
        std::vector<Html> cells;
        const auto members = dataset.members_at(cell.place);
        for (std::size_t k = 0; k < members.size(); ++k)
            cells.push_back(ui::in_language(named(dataset.dimensions[k].members[members[k]]), "sv", words));
        cells.push_back(html("{}", shown_value(cell, words)));
        table.rows.push_back(std::move(cells));
    }
    return ui::table(table);
}

bool file_is_open(const Dataset& dataset) {
    return !dataset.file_name.empty() && !dataset.has_hidden();
}

Html file_link(const Visit& visit, const Dataset& dataset) {
    const auto& words = visit.words;
    if (dataset.file_name.empty()) return {};
    if (!file_is_open(dataset))
        return html(
            " <span>{}</span>", words("The file itself is kept, but not given out: it holds small numbers."));
    return html(R"( <a href="{}">{}</a>)", visit.href(address::dataset_file, dataset.number),
        words("The original file"));
}

Html facts_view(const Visit& visit, const Dataset& d) {
    const auto& words = visit.words;
    const auto fact = [](const std::string& name, const Html& value) {
        return value.empty() ? Html{} : html("<dt>{}</dt><dd>{}</dd>", name, value);
    };
    return html(R"(
<dl class="facts">{source}{vintage}{fetched}{licence}{counts}{size}{small}{digest}</dl>)",
        "source"_a = fact(words("Source"), ui::in_language(d.source, "sv", words)),
        "vintage"_a =
            fact(words("Period"), d.vintage.empty() ? Html{} : ui::in_language(d.vintage, "sv", words)),
        "fetched"_a = fact(words("Fetched"), html("{}", words.day(visit.site.clock.day(d.imported_at)))),
        "counts"_a = fact(words("What the numbers count"),
            d.measure.empty() ? Html{} : ui::in_language(d.measure, "sv", words)),
        "licence"_a = fact(words("Licence"), html("{}", d.licence)),
        "size"_a = fact(words("Size"), html("{}", words("{} numbers, {} of them missing",
                                                      words.number(d.cells), words.number(d.missing)))),
        "small"_a = fact(words("Small numbers"), html("{}", shown(d.small_numbers, words))),
        "digest"_a = fact(
            d.has_hidden() ? words("SHA-256 of a secret salt and the file") : words("SHA-256 of the file"),
            digest_view(d.public_digest)));
}

Html replaced_notice(const Visit& visit, const Dataset& dataset) {
    const auto newer = store::replacement_of(visit.db, dataset.id);
    if (!newer) return {};
    return ui::notice(ui::Tone::warn, html(R"(<p>{} <a href="{}">{}</a></p>)",
                                          visit.words("There is a newer version since {}.",
                                              visit.words.day(visit.site.clock.day(newer->imported_at))),
                                          dataset_href(visit, *newer), reference(*newer)));
}

/// The versions that it came after, the newest first.
Html versions_view(const Visit& visit, const Dataset& dataset) {
    Html all;
    auto before = dataset.replaces;
    while (before) {
        const auto older = store::find_dataset(visit.db, before).value();
        all += html(R"(<li><p><a href="{}">{}</a>, {}</p></li>)", dataset_href(visit, older),
            reference(older), visit.words.day(visit.site.clock.day(older.imported_at)));
        before = older.replaces;
    }
    if (all.empty()) return all;
    return html(R"(<h2>{}</h2><ol class="versions">{}</ol>)", visit.words("Earlier versions"), all);
}

Html users_view(const Visit& visit, const Dataset& dataset) {
    const auto runs = store::runs_on(visit.db, visit.process->id, dataset.id);
    if (runs.empty()) return html("<p>{}</p>", visit.words("No analysis rests on it yet."));
    return html(R"(<ul class="uses">{}</ul>)", each(runs, [&](const AnalysisRun& run) {
        const auto citations = store::citations_of(visit.db, run.id);
        const auto cited = std::count_if(
            citations.begin(), citations.end(), [](const Citation& one) { return bool{one.node}; });
        return html(R"(<li><a href="{href}">{reference} {title}</a>{cited}</li>)",
            "href"_a = run_href(visit, run), "reference"_a = reference(run),
            "title"_a = title_of(run.kind, opened(visit, run).result, visit.words),
            "cited"_a = cited == 0 ? Html{}
                                   : html("<br>{}", visit.words.count("cited by {} paragraph",
                                                        "cited by {} paragraphs", cited)));
    }));
}

std::string header_of(const Dataset& dataset) {
    std::vector<std::string> header;
    for (const auto& dimension : dataset.dimensions) {
        header.push_back(dimension.name);
        header.push_back(dimension.name + "_name");
    }
    header.insert(header.end(), {"value", "status"});
    return csv::line(header);
}

std::string line_of(const Dataset& dataset, const Dataset::Cell& cell) {
    std::vector<std::string> cells;
    const auto members = dataset.members_at(cell.place);
    for (std::size_t k = 0; k < members.size(); ++k) {
        const auto& member = dataset.dimensions[k].members[members[k]];
        cells.push_back(member.code);
        cells.push_back(member.label);
    }
    cells.push_back(cell.is_hidden() ? "" : regional::read::number_text(cell.value));
    cells.push_back(published_sign(cell));
    return csv::line(cells);
}

/// The same request, from the cell after this one on.
http::Request rest_after(const Visit& visit, std::int64_t place) {
    auto rest = visit.request;
    rest.query_text = "efter=" + std::to_string(place);
    rest.query = {{"efter", std::to_string(place)}};
    return rest;
}

std::string file_name(const Dataset& dataset) {
    return "datamangd-" + std::to_string(dataset.number);
}

/// What is not there and why, with counts: missing, below five, and hidden with those.
std::string absences_of(const Dataset& dataset, const Words& words) {
    const auto missing = dataset.missing == 0 ? words("No number is missing.")
                                              : words.count(
                                                    "{} number is missing: the source has none. It is empty "
                                                    "in the file and never counted as zero.",
                                                    "{} numbers are missing: the source has none. They are "
                                                    "empty in the file and never counted as "
                                                    "zero.",
                                                    dataset.missing);
    const auto hidden = hidden_sentence(dataset, words);
    return hidden.empty() ? missing + " " + words("None is hidden.") : missing + " " + hidden;
}

}  // namespace

Response dataset(const Visit& visit) {
    const auto found = asked_dataset(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    const auto& words = visit.words;
    const auto body = html(R"(
<p class="kicker">{kicker}</p>
<h1>{title}</h1>
{notice}
<div class="sides"><div>
{facts}
<h2>{inside}</h2>{dimensions}
<p>{missing}</p>
{sample}
<p class="row"><a class="btn quiet" href="{csv}">{fetch}</a>{file}</p>
{versions}
{log}
</div><aside aria-labelledby="anvands"><h2 id="anvands">{users_title}</h2>{users}{swot}</aside></div>)",
        "kicker"_a = words("Dataset {}", reference(*found)),
        "title"_a = ui::in_language(found->title, "sv", words), "notice"_a = replaced_notice(visit, *found),
        "facts"_a = facts_view(visit, *found), "inside"_a = words("What is in it"),
        "dimensions"_a = dimensions_view(*found, words), "missing"_a = absences_of(*found, words),
        "sample"_a = sample_view(visit, *found), "csv"_a = visit.href(address::dataset_csv, found->number),
        "fetch"_a = words("Fetch as CSV"), "file"_a = file_link(visit, *found),
        "versions"_a = versions_view(visit, *found),
        "log"_a = log_link(visit, openlog::object_named(openlog::ObjectKind::dataset, found->number)),
        "users_title"_a = words("Who uses it"), "users"_a = users_view(visit, *found),
        "swot"_a = swot::resting_on(visit, reference(*found)));
    auto content = process_page(visit, found->title, body, "forutsattningar");
    content.crumbs = {{visit.href(address::conditions_page), words("Evidence for the strategy")}};
    return page(content, visit);
}

Response dataset_csv(const Visit& visit) {
    const auto found = asked_dataset(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    constexpr int cells_in_a_part = 5'000;
    const std::int64_t after = Visit::number(visit.query("efter")).value_or(-1);
    std::string lines = after < 0 ? header_of(*found) : std::string{};
    const auto cells = store::cells_of(visit.db, found->id, after, cells_in_a_part);
    for (const auto& cell : cells) lines += line_of(*found, cell);
    auto response = csv_file(file_name(*found) + ".csv", std::move(lines));
    if (cells.size() == cells_in_a_part) response.rest = rest_after(visit, cells.back().place);
    return response;
}

Response dataset_file(const Visit& visit) {
    const auto found = asked_dataset(visit);
    const auto bytes = found && file_is_open(*found) ? store::file_of(visit.db, found->id) : std::nullopt;
    if (!bytes) return problem(visit, Failure::Kind::not_found);
    Response response;
    response.content_type = "application/octet-stream";
    const auto dot = found->file_name.rfind('.');
    std::string ending;
    for (const char c : dot == std::string::npos ? std::string{} : found->file_name.substr(dot))
        if ((c >= 'a' && c <= 'z') || c == '.' || (c >= '0' && c <= '9')) ending += c;
    response.headers = {
        {"Content-Disposition", "attachment; filename=\"" + file_name(*found) + ending + "\""},
        {"Content-Security-Policy", "default-src 'none'; sandbox"}, {"X-Content-Type-Options", "nosniff"}};
    response.body = *bytes;
    return response;
}

}  // namespace medskapa::web::statistics
