#include "web/document/desk/import.hpp"

#include "app/document/standing.hpp"
#include "domain/document/picture.hpp"
#include "store/document/document_store.hpp"
#include "store/document/seen_versions.hpp"
#include "web/document/addresses.hpp"
#include "web/document/desk/grounds.hpp"
#include "web/document/desk/line_page.hpp"
#include "web/document/desk/pages.hpp"
#include "web/document/left_out.hpp"
#include "web/document/views.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::document::desk {
namespace {

constexpr std::size_t most_shown = 200;

/// The document that is imported to, the file that was sent, and what came of it.
struct ImportState {
    Document document;
    std::optional<app::ReadFile> file = {};
    ui::Complaints complaints = {};
    int status = 200;
};

Html file_form(const Visit& visit, const ImportState& state) {
    const auto& words = visit.words;
    return post_form(
        visit, {.action = visit.href(address::import_draft, state.document.code),
                   .fields = ui::text_field(
                       {.name = "fil", .label = words("File"), .hint = words("DOCX, ODT or Markdown")},
                       ui::Input::file, state.complaints, words),
                   .button = ui::submit(words("Show what would change"), ui::Weight::filled),
                   .is_narrow = true,
                   .takes_files = true});
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

Html confirm_form(const Visit& visit, const ImportState& state) {
    const auto& words = visit.words;
    const auto draft = store::draft_of(visit.db, state.document.id);
    const auto lines = store::lines_of(visit.db, draft.id);
    return html(R"(
<form method="post" action="{action}" enctype="multipart/form-data" novalidate>
  {guard}{text}
  {grounds}
  <p class="row"><button class="btn" type="submit" name="gor" value="las-in">{import}</button> <a href="{draft}">{leave}</a></p>
</form>)",
        "action"_a = visit.href(address::import_draft, state.document.code),
        "guard"_a = form_guard(visit, {store::version_of(draft, lines)}),
        "text"_a = ui::hidden_field("text", manuscript(state.file->lines)),
        "grounds"_a = grounds_fields(visit, lines.front().node, "", state.complaints),
        "import"_a = words("Import it"), "draft"_a = visit.href(address::draft_page, state.document.code),
        "leave"_a = words("Cancel"));
}

/// What was taken in for somebody and the new edition lacks, before it is read in.
Html losses_view(const Visit& visit, const ImportState& state, const Comparison& comparison) {
    const auto draft = store::draft_of(visit.db, state.document.id);
    Html all;
    for (const auto& difference : comparison.differences) {
        const auto line = store::line_of(visit.db, draft.id, difference.node.id);
        if (!line) continue;
        for (const auto& loss :
            app::taken_out(visit.db, state.document, *line, difference.after, line->revision))
            all += html(
                "<li><del><span class=\"vh\">{removed} </span>{words}</del> ({code})<br><span "
                "class=\"meta\">{whose}</span></li>",
                "removed"_a = visit.words("Removed:"), "words"_a = loss.words,
                "code"_a = difference.node.code, "whose"_a = whose(visit, loss));
    }
    if (all.empty()) return all;
    return ui::notice(ui::Tone::warn,
        html("<h3>{}</h3><ul>{}</ul>",
            visit.words("These words were adopted and go with the new version of the text"), all));
}

Html outcome_view(const Visit& visit, const ImportState& state) {
    if (!state.file) return {};
    const auto& words = visit.words;
    const auto comparison = app::compared_with_draft(visit.db, state.document, state.file->lines);
    const auto left_out = document::left_out_view(state.file->left_out, words);
    if (comparison.differences.empty())
        return html("<h2>{}</h2><p>{}</p>{}", words("What would change"),
            words("Nothing: the draft has these words already."), left_out);
    return html(R"(
<h2>{title}</h2>
{facts}
{left_out}
{losses}
{form}
{differences})",
        "title"_a = words("What would change"), "facts"_a = document::comparison_facts(comparison, words),
        "left_out"_a = left_out, "losses"_a = losses_view(visit, state, comparison),
        "form"_a = confirm_form(visit, state), "differences"_a = differences_view(visit, comparison));
}

Response import_page(const Visit& visit, const ImportState& state) {
    const auto& words = visit.words;
    const auto title = words("Import a new version of the text");
    const auto body = html(R"(
{errors}
<h1>{title}</h1>
<p class="lead">{lead}</p>
{form}
{outcome})",
        "errors"_a = ui::error_summary(state.complaints, words), "title"_a = title,
        "lead"_a =
            words("Paragraphs are known again by their words. They keep their codes, and all that is said of "
                  "them."),
        "form"_a = file_form(visit, state), "outcome"_a = outcome_view(visit, state));
    auto content = desk_page(visit, title, body, "texter");
    content.crumbs = {{visit.href(address::drafts_page), words("Texts")},
        {visit.href(address::draft_page, state.document.code), state.document.title}};
    return page_with_form(std::move(content), visit, state.complaints, state.status);
}

std::optional<Document> asked_for(const Visit& visit) {
    return store::document_named(visit.db, visit.process->id, visit.path.at("document"));
}

/// The same page again with what is wrong.
Response refused(const Visit& visit, ImportState state, const Failure& failure) {
    if (failure.complaints.empty()) return problem(visit, failure.kind);
    state.complaints = failure.complaints;
    state.status = status_of(failure.kind);
    return import_page(visit, state);
}

}  // namespace

Result<app::ReadFile> sent_text(const Visit& visit, const std::string& code, const std::string& title) {
    const auto& uploads = visit.request.uploads;
    const bool has_file = !uploads.empty() && !uploads.front().bytes.empty();
    const std::string field = has_file || visit.field("text").empty() ? "fil" : "text";
    auto file =
        app::read_document_file(has_file ? std::string_view{uploads.front().bytes} : visit.field("text"),
            code, title, app::kept_in(visit.db, visit.process->id));
    if (file) return file;
    for (auto& complaint : file.error().complaints) {
        if (const auto line = complaint.place.line; line > 0)
            complaint = {field, N_("Line {}: {}"), {std::to_string(line), visit.words.complaint(complaint)}};
        else
            complaint.place = field;
    }
    return file;
}

Response import_form(const Visit& visit) {
    const auto document = asked_for(visit);
    return document ? import_page(visit, {*document}) : problem(visit, Failure::Kind::not_found);
}

Response import_text(const Visit& visit) {
    const auto document = asked_for(visit);
    if (!document) return problem(visit, Failure::Kind::not_found);
    ImportState state{*document};
    const auto file = sent_text(visit, document->code, document->title);
    if (!file) return refused(visit, state, file.error());
    state.file = *file;
    const auto draft = store::draft_of(visit.db, document->id);
    state.file->lines = with_known_alternatives(file->lines, store::lines_of(visit.db, draft.id));
    if (!file->pictures.empty())
        if (const auto kept =
                visit.write([&](auto& act) { return app::keep_pictures(act, *document, file->pictures); });
            !kept)
            return refused(visit, state, kept.error());
    if (visit.field("gor") != "las-in") return import_page(visit, state);
    const auto grounds = typed_grounds(visit);
    if (!grounds) return refused(visit, state, grounds.error());
    const auto imported = visit.write(
        [&](auto& act) { return app::replace_text(act, *document, state.file->lines, *grounds); });
    return imported ? see_other(visit.href(address::draft_page, document->code))
                    : refused(visit, state, imported.error());
}

}  // namespace medskapa::web::document::desk
