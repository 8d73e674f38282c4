#include "web/decision/report/pages.hpp"

#include "store/document/document_store.hpp"
#include "store/site/site_store.hpp"
#include "web/decision/addresses.hpp"
#include "web/decision/report/files.hpp"
#include "web/decision/report/parts.hpp"
#include "web/document/addresses.hpp"
#include "web/frame/process_nav.hpp"
#include "web/inspel/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/site/dates.hpp"
#include "web/ui/form.hpp"
#include "web/ui/html_sink.hpp"
#include "web/ui/pieces.hpp"

#include <fmt/format.h>
#include <fstream>
#include <mutex>
#include <sstream>

namespace medskapa::web::decision::report {
namespace {

/// Short enough that nobody else waits long for a worker.
constexpr ChildLimits limits_of_a_page{.time = std::chrono::seconds{30}};

Subject subject_of(const Visit& visit) {
    return {visit.db, *visit.process, words_of(visit.words.language()), visit.site.clock, visit.now};
}

void no_progress(std::string_view /*stage*/, double /*part*/) {}

Html downloads(const Visit& visit) {
    const auto& words = visit.words;
    const auto button = [&](const char* format, const std::string& text) {
        return ui::button_link(visit.href(address::report_file, format), text, ui::Weight::quiet);
    };
    return html(R"(
<p class="row">{docx} {odt} {pdf} {html}</p>)",
        "docx"_a = button("docx", words("Get it as {}", "DOCX")),
        "odt"_a = button("odt", words("Get it as {}", "ODT")),
        "pdf"_a = button("pdf", words("Get it as {}", "PDF")),
        "html"_a = button("html", words("Get it as {}", "HTML")));
}

/// Stands where the report goes. No text of anybody can look like it.
constexpr std::string_view place = "<div id=\"redogorelse\"></div>";

Response file_not_made(const Visit& visit, const Failure& failure) {
    const auto& words = visit.words;
    const auto body = html("<h1>{}</h1>{}{}", words("The file could not be made"),
        each(failure.complaints,
            [&](const Complaint& complaint) {
                return html("<p class=\"lead\">{}</p>", words.complaint(complaint));
            }),
        downloads(visit));
    auto response = page(process_page(visit, words("The file could not be made"), body, "-"), visit, 503);
    response.headers.emplace_back("Retry-After", "60");
    return not_stored(std::move(response));
}

Response sent(const Visit& visit, Format format, const std::filesystem::path& made) {
    Response response;
    response.content_type = std::string{content_type_of(format)};
    response.headers = {
        {"Content-Disposition", fmt::format("attachment; filename=\"samradsredogorelse-{}.{}\"",
                                    visit.process->slug, extension_of(format))},
        {"Cache-Control", "public, max-age=0, must-revalidate"}};
    std::ostringstream bytes;
    bytes << std::ifstream{made, std::ios::binary}.rdbuf();
    response.body = bytes.str();
    return response;
}

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
                         "wording before and after, the reason, and the inspel that led to it."),
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

Response show(const Visit& visit) {
    auto content = process_page(visit, title_of(subject_of(visit)),
        html("{}\n<div class=\"report\"><div id=\"redogorelse\"></div></div>{}", downloads(visit),
            process_nav(visit, ProcessStage::report)),
        "-");
    content.crumbs = {{visit.href(address::start_page), visit.words("Start")}};
    auto response = page(content, visit);
    const auto at = response.body.find(place);
    const auto rest = response.body.substr(at + place.size());
    response.body.resize(at);
    ui::HtmlSink sink{visit.words.tag(), [&](const Html& piece) { response.body += piece.markup(); }};
    write(subject_of(visit), sink, no_progress);
    response.body += rest;
    return response;
}

Response file(const Visit& visit) {
    // One at a time: converters take a whole processor each.
    static std::mutex converting;
    const auto format = format_named(visit.path.at("format"));
    if (!format) return problem(visit, Failure::Kind::not_found);
    const std::unique_lock lock{converting, std::try_to_lock};
    if (!lock)
        return file_not_made(
            visit, {Failure::Kind::closed,
                       {{"format", N_("Another file is being made right now. Try again in a minute")}}});
    const ScratchFolder folder;
    const auto made = make(subject_of(visit), *format, folder, limits_of_a_page, no_progress);
    if (made) return sent(visit, *format, made->file);
    const bool can_print = *format == Format::pdf && made.error().kind == Failure::Kind::not_found;
    return can_print ? see_other(visit.href(address::report_page)) : file_not_made(visit, made.error());
}

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
