#include "web/decision/report/pages.hpp"

#include "store/document/document_store.hpp"
#include "store/site/site_store.hpp"
#include "web/decision/report/files.hpp"
#include "web/decision/report/parts.hpp"
#include "web/frame/process_nav.hpp"
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
        return ui::button_link(
            visit.process_href(std::string{"/samradsredogorelse/"} + format), text, ui::Weight::quiet);
    };
    return html(R"(
<p class="row">{} {} {} {}</p>)",
        button("docx", words("Get it as {}", "DOCX")), button("odt", words("Get it as {}", "ODT")),
        button("pdf", words("Get it as {}", "PDF")), button("html", words("Get it as {}", "HTML")));
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
                visit.process_href("/dokument/" + document.code + "/jamfor"), document.title);
    }
    return links.empty() ? links : html("\n<h2>{}</h2><ul>{}</ul>", words("Word by word, and why"), links);
}

Html steps_to_come(const Visit& visit) {
    const auto& words = visit.words;
    Html items;
    for (const auto& step : store::steps_of(visit.db, visit.process->id)) {
        const auto state = step.state(visit.today());
        if (step.withdrawn || state == Step::State::done) continue;
        items += html("<li><a href=\"{}\"{}>{}</a>: {}{}</li>",
            visit.process_href("/steg/" + std::to_string(step.number)), words.lang(step.title),
            visit.in(step.title), site::shown(step.period, words),
            state == Step::State::now ? " (" + words("now") + ")" : std::string{});
    }
    return items.empty() ? items : html("\n<h2>{}</h2><ol>{}</ol>", words("What comes, and when"), items);
}

/// Instead of figures that would all be zero: what will stand here, and when.
Html nothing_changed_yet(const Visit& visit, const store::Figures& figures) {
    const auto& words = visit.words;
    const auto all = figures.all();
    return html(R"(
<p class="lead">{}</p><p>{} {} <a href="{}">{}</a></p>{})",
        words("The text has not been changed yet. When it is, each change stands here with the words before "
              "and "
              "after, the reason, and the inspel that led to it."),
        words.count("So far {} inspel has come in.", "So far {} inspel have come in.", all.inspel),
        words.count("{} issue has been found there.", "{} issues have been found there.", all.issues),
        visit.process_href("/inspel"), words("Read them"), steps_to_come(visit));
}

Html table_view(const Table& table) {
    return ui::table(table.head, table.rows);
}

Html figures_view(const Visit& visit, const store::Figures& figures) {
    const auto& words = visit.words;
    const auto all = figures.all();
    return html(R"(
<p class="lead">{}</p>{}
<p class="row">{} {} {}</p>{}{}{}
<p class="meta">{}</p>)",
        words("How much came in, and how much of it led to other words in the strategy."),
        ui::facts(
            {{words("inspel"), words.number(all.inspel)}, {words("issues in them"), words.number(all.issues)},
                {words("issues that led to change"), words.number(all.issues_to_change)},
                {words("changes of the text"), words.number(figures.changes)}}),
        ui::button_link(
            visit.process_href("/samradsredogorelse"), words("The consultation report"), ui::Weight::filled),
        ui::button_link(
            visit.process_href("/lankar.csv"), words("Every link as {}", "CSV"), ui::Weight::quiet),
        ui::button_link(
            visit.process_href("/lankar.json"), words("Every link as {}", "JSON"), ui::Weight::quiet),
        compared_texts(visit), table_view(shares_by_sender(figures, words)),
        table_view(shares_by_place(figures, store::municipalities_of(visit.db, visit.process->id), words)),
        words("An inspel led to change when a change of the text cites it or one of its issues."));
}

}  // namespace

Response show(const Visit& visit) {
    auto content = process_page(visit, title_of(subject_of(visit)),
        html("{}\n<div class=\"report\"><div id=\"redogorelse\"></div></div>{}", downloads(visit),
            process_nav(visit, ProcessStage::report)),
        "-");
    content.crumbs = {{visit.process_href(), visit.words("Start")}};
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
    return can_print ? see_other(visit.process_href("/samradsredogorelse"))
                     : file_not_made(visit, made.error());
}

Response changed(const Visit& visit) {
    const auto& words = visit.words;
    const auto figures = store::figures_of(visit.db, visit.process->id);
    const auto body = html("\n<h1>{}</h1>{}{}", words("What was changed"),
        figures.changes == 0 ? nothing_changed_yet(visit, figures) : figures_view(visit, figures),
        process_nav(visit, ProcessStage::changed));
    auto content = process_page(visit, words("What was changed"), body, "-");
    content.crumbs = {{visit.process_href(), words("Start")}};
    return page(content, visit);
}

}  // namespace medskapa::web::decision::report
