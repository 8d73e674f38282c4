#include "web/document/desk/line_page.hpp"

#include "domain/document/word_diff.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/amendment_store.hpp"
#include "web/document/desk/grounds.hpp"
#include "web/document/views.hpp"
#include "web/markup/markdown.hpp"

namespace medskapa::web::document::desk {
namespace {

Html preview(const Visit& visit, const DraftLine& at, const LineForm& form) {
    const auto known = store::newest_frozen(visit.db, at.document.id);
    const auto before = known ? store::line_of(visit.db, known->id, at.line.node.id) : std::nullopt;
    const auto content =
        form.has_preview || form.text != at.line.text
            ? html("<div class=\"doc\">{}</div>{}", document_markdown(form.text),
                  before ? html("<h3>{}</h3><div class=\"changes\">{}</div>",
                               visit.words("Since the version that people know"),
                               ui::diff(before->text, form.text, visit.words))
                         : Html{})
            : html("<p class=\"meta\">{}</p>", visit.words("What you write is shown here as it will look."));
    return html(R"(
<section aria-labelledby="forhand"><h2 id="forhand">{}</h2><div id="forhandsgranskning" aria-live="polite">{}</div></section>)",
        visit.words("Preview"), content);
}

Html save_form(const Visit& visit, const DraftLine& at, const LineForm& form) {
    const auto& words = visit.words;
    return html(R"(
<form method="post" action="{}" data-preview="forhandsgranskning" novalidate>{}{}{}{}<p class="row"><button class="btn" type="submit" name="gor" value="spara">{}</button> <button class="btn quiet" type="submit" name="gor" value="visa">{}</button></p></form>)",
        line_href(visit, at), form_guard(visit, ""), ui::hidden_field("sett", form.seen),
        ui::text_area(
            {.name = "text", .label = words("The words"), .value = form.text}, 10, form.complaints, words),
        grounds_fields(visit, at.line.node, "", form.complaints), words("Save"), words("Preview"));
}

/// What the line would say with the proposal merged into it.
std::string merged(const Visit& visit, const DraftLine& at, const store::Amendment& amendment) {
    return merge_words(store::words_of(visit.db, amendment.instead_of), amendment.text, at.line.text).text;
}

/// Other words that have been proposed for the line, each with a button that puts them in.
Html proposals(const Visit& visit, const DraftLine& at) {
    const auto& words = visit.words;
    const auto all = store::amendments_about(visit.db, at.line.node.id);
    if (all.empty()) return {};
    return html("<h2>{}</h2><div class=\"changes\">{}</div>", words("Words that others propose"),
        each(all, [&](const store::OpenAmendment& one) {
            const auto accept = html(R"(
<form method="post" action="{}">{}{}{}{}<button class="btn quiet small" type="submit" name="gor" value="spara">{}<span class="vh"> I-{}</span></button></form>)",
                line_href(visit, at), form_guard(visit, ""),
                ui::hidden_field("sett", std::to_string(one.amendment.instead_of.value)),
                ui::hidden_field("text", one.amendment.text),
                ui::hidden_field("synpunkter", "I-" + std::to_string(one.number)), words("Take it in"),
                one.number);
            return html(R"(<article><h3><a href="{}">I-{} {}</a></h3>{}{}</article>)",
                visit.process_href("/inspel/" + std::to_string(one.number)), one.number, one.title,
                ui::diff(at.line.text, merged(visit, at, one.amendment), words),
                one.is_taken_in ? html("<p class=\"meta\">{}</p>", words("Taken in")) : accept);
        }));
}

}  // namespace

std::string draft_href(const Visit& visit, const Document& document, const std::string& node) {
    return visit.process_href("/handlaggning/texter/" + document.code + (node.empty() ? "" : "#" + node));
}

std::string line_href(const Visit& visit, const DraftLine& at, const std::string& act) {
    return visit.process_href("/handlaggning/texter/" + at.document.code + "/" + at.line.node.code + act);
}

Response line_page(const Visit& visit, const DraftLine& at, const LineForm& form) {
    const auto& words = visit.words;
    const auto title = document::name_in(visit, at.draft, at.line.node);
    const auto body = html(R"({}{}
<h1>{}</h1><div class="bench"><div>{}</div><div class="stay">{}</div></div>{}<h2>{}</h2>{})",
        ui::error_summary(form.complaints, words), form.notice, title, save_form(visit, at, form),
        preview(visit, at, form), proposals(visit, at), words("More to do with it"), line_tools(visit, at));
    auto content = desk_page(visit, title, body, "texter");
    content.crumbs = {{visit.process_href("/handlaggning/texter"), words("Texts")},
        {draft_href(visit, at.document), at.document.title}};
    content.has_errors = !form.complaints.empty();
    return not_stored(page(content, visit, form.status));
}

}  // namespace medskapa::web::document::desk
