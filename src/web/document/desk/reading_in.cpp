#include "web/document/desk/reading_in.hpp"

#include "store/document/document_store.hpp"
#include "web/document/desk/grounds.hpp"
#include "web/document/desk/pages.hpp"
#include "web/document/views.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::document::desk {
namespace {

constexpr std::size_t most_shown = 200;

/// What the page is about: the document, and what was sent.
struct Sent {
    Document document;
    std::optional<app::ReadFile> file = {};
    ui::Complaints complaints = {};
    int status = 200;
};

std::string href(const Visit& visit, const Document& document, const std::string& below = "") {
    return visit.process_href("/handlaggning/texter/" + document.code + below);
}

Html file_form(const Visit& visit, const Sent& sent) {
    const auto& words = visit.words;
    return html(R"(
<form method="post" action="{}" enctype="multipart/form-data" class="narrow" novalidate>{}{}<p>{}</p></form>)",
        href(visit, sent.document, "/inlasning"), form_guard(visit, ""),
        ui::text_field({.name = "fil", .label = words("File"), .hint = words("DOCX, ODT or Markdown")},
            ui::Input::file, sent.complaints, words),
        ui::submit(words("Show what would change"), ui::Weight::filled));
}

Html difference_view(const Visit& visit, const Difference& d) {
    return html("<article><h3>{}, {}</h3>{}</article>", document::name_of(d.where, visit.words),
        document::shown(d, visit.words), ui::diff(d.before, d.after, visit.words));
}

Html differences_view(const Visit& visit, const Comparison& comparison) {
    const auto& all = comparison.differences;
    Html views;
    for (std::size_t i = 0; i < std::min(all.size(), most_shown); ++i)
        views += difference_view(visit, all[i]);
    const auto more = all.size() > most_shown ? html("<p>{}</p>", visit.words("and more")) : Html{};
    return html("<div class=\"changes\">{}</div>{}", views, more);
}

Html take_in_form(const Visit& visit, const Sent& sent) {
    const auto& words = visit.words;
    const auto first = store::lines_of(visit.db, store::draft_of(visit.db, sent.document.id).id).front();
    return html(R"(
<form method="post" action="{}" enctype="multipart/form-data" novalidate>{}{}{}<p class="row"><button class="btn" type="submit" name="gor" value="las-in">{}</button> <a href="{}">{}</a></p></form>)",
        href(visit, sent.document, "/inlasning"), form_guard(visit, ""),
        ui::hidden_field("text", manuscript(sent.file->lines)),
        grounds_fields(visit, first.node, "", sent.complaints), words("Read it in"),
        href(visit, sent.document), words("Leave the draft as it is"));
}

Html outcome_view(const Visit& visit, const Sent& sent) {
    if (!sent.file) return {};
    const auto& words = visit.words;
    const auto comparison = app::compared_with_draft(visit.db, sent.document, sent.file->lines);
    const auto pictures = sent.file->pictures == 0
                              ? Html{}
                              : html("<p>{}</p>", words.count("{} picture is left out.",
                                                      "{} pictures are left out.", sent.file->pictures));
    if (comparison.differences.empty())
        return html("<h2>{}</h2><p>{}</p>{}", words("What would change"),
            words("Nothing: the draft has these words already."), pictures);
    return html("<h2>{}</h2>{}{}{}{}", words("What would change"),
        ui::facts({{words("changed"), words.number(comparison.changed)},
            {words("new"), words.number(comparison.added)},
            {words("removed"), words.number(comparison.removed)},
            {words("only moved"), words.number(comparison.moved)},
            {words("as before"), words.number(comparison.same)}}),
        pictures, take_in_form(visit, sent), differences_view(visit, comparison));
}

Response reading_page(const Visit& visit, const Sent& sent) {
    const auto& words = visit.words;
    const auto title = words("Read in a new edition");
    const auto body =
        html("{}<h1>{}</h1><p class=\"lead\">{}</p>{}{}", ui::error_summary(sent.complaints, words), title,
            words("Paragraphs are known again by their words. They keep their codes, and all that is said of "
                  "them."),
            file_form(visit, sent), outcome_view(visit, sent));
    auto content = desk_page(visit, title, body, "texter");
    content.crumbs = {{visit.process_href("/handlaggning/texter"), words("Texts")},
        {href(visit, sent.document), sent.document.title}};
    content.has_errors = !sent.complaints.empty();
    return not_stored(page(content, visit, sent.status));
}

std::optional<Document> asked_for(const Visit& visit) {
    return store::document_named(visit.db, visit.process->id, visit.path.at("document"));
}

/// The same page again with what is wrong.
Response refused(const Visit& visit, Sent sent, const Failure& failure) {
    if (failure.complaints.empty()) return problem(visit, failure.kind);
    sent.complaints = failure.complaints;
    sent.status = status_of(failure.kind);
    return reading_page(visit, sent);
}

}  // namespace

Result<app::ReadFile> sent_text(const Visit& visit, const std::string& code, const std::string& title) {
    const auto& uploads = visit.request.uploads;
    const bool has_file = !uploads.empty() && !uploads.front().bytes.empty();
    const std::string field = has_file || visit.field("text").empty() ? "fil" : "text";
    auto file = app::read_document_file(
        has_file ? std::string_view{uploads.front().bytes} : visit.field("text"), code, title);
    if (file) return file;
    for (auto& complaint : file.error().complaints) {
        if (const auto line = complaint.place.line; line > 0)
            complaint = {field, N_("Line {}: {}"), {std::to_string(line), visit.words.complaint(complaint)}};
        else
            complaint.place = field;
    }
    return file;
}

Response reading_form(const Visit& visit) {
    const auto document = asked_for(visit);
    return document ? reading_page(visit, {*document}) : problem(visit, Failure::Kind::not_found);
}

Response read_in(const Visit& visit) {
    const auto document = asked_for(visit);
    if (!document) return problem(visit, Failure::Kind::not_found);
    Sent sent{*document};
    const auto file = sent_text(visit, document->code, document->title);
    if (!file) return refused(visit, sent, file.error());
    sent.file = *file;
    if (visit.field("gor") != "las-in") return reading_page(visit, sent);
    const auto grounds = typed_grounds(visit);
    if (!grounds) return refused(visit, sent, grounds.error());
    const auto taken_in = visit.write([&](auto& tx) {
        return app::replace_text(tx, visit.permit, *visit.process, *document, file->lines, *grounds);
    });
    return taken_in ? see_other(href(visit, *document)) : refused(visit, sent, taken_in.error());
}

}  // namespace medskapa::web::document::desk
