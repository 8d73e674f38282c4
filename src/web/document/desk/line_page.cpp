#include "web/document/desk/line_page.hpp"

#include "domain/document/word_diff.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/amendment_store.hpp"
#include "web/document/addresses.hpp"
#include "web/document/desk/grounds.hpp"
#include "web/document/views.hpp"
#include "web/inspel/addresses.hpp"
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
    const bool is_current =
        visit.request.method == http::Method::get || was_sent(visit, at, address::draft_line);
    const auto complaints = is_current ? form.complaints : ui::Complaints{};
    return html(R"(
<form method="post" action="{action}" data-preview="forhandsgranskning" novalidate>
  {guard}{seen}
  {text}
  {grounds}
  <p class="row"><button class="btn" type="submit" name="gor" value="spara">{save}</button> <button class="btn quiet" type="submit" name="gor" value="visa">{preview}</button></p>
</form>)",
        "action"_a = visit.href(address::draft_line, at.document.code, at.line.node.code),
        "guard"_a = form_guard(visit, ""), "seen"_a = ui::hidden_field("sett", form.seen),
        "text"_a = ui::text_area(
            {.name = "text", .label = words("The words"), .value = form.text}, 10, complaints, words),
        "grounds"_a = grounds_fields(visit, at.line.node, is_current ? "" : "o-", complaints),
        "save"_a = words("Save"), "preview"_a = words("Preview"));
}

/// What the line would say with the proposal merged into it.
std::string merged(const Visit& visit, const DraftLine& at, const store::Amendment& amendment) {
    return merge_words(store::words_of(visit.db, amendment.instead_of), amendment.shown_text, at.line.text)
        .text;
}

Html accept_form(const Visit& visit, const DraftLine& at, const store::OpenAmendment& one) {
    return html(R"(
<form method="post" action="{action}">
  {guard}{seen}{text}{reference}
  <button class="btn quiet small" type="submit" name="gor" value="spara">{accept}<span class="vh"> I-{number}</span></button>
</form>)",
        "action"_a = visit.href(address::draft_line, at.document.code, at.line.node.code),
        "guard"_a = form_guard(visit, ""),
        "seen"_a = ui::hidden_field("sett", std::to_string(one.amendment.instead_of.value)),
        "text"_a = ui::hidden_field("text", one.amendment.shown_text),
        "reference"_a = ui::hidden_field("synpunkter", "I-" + std::to_string(one.number)),
        "accept"_a = visit.words("Take it in"), "number"_a = one.number);
}

Html proposal_view(const Visit& visit, const DraftLine& at, const store::OpenAmendment& one) {
    return html(R"(
<article>
  <h3><a href="{href}">I-{number} {title}</a></h3>
  {words}
  {accept}
</article>)",
        "href"_a = visit.href(address::inspel_page, one.number), "number"_a = one.number,
        "title"_a = one.title,
        "words"_a = ui::diff(at.line.text, merged(visit, at, one.amendment), visit.words),
        "accept"_a = one.is_used ? html(R"(<p class="meta">{}</p>)", visit.words("Used in the text"))
                                 : accept_form(visit, at, one));
}

/// Other words that have been proposed for the line, each with a button that puts them in.
Html proposals(const Visit& visit, const DraftLine& at) {
    const auto all = store::amendments_about(visit.db, at.line.node.id);
    if (all.empty()) return {};
    return html(R"(
<h2>{}</h2>
<div class="changes">{}</div>)",
        visit.words("Words that others propose"),
        each(all, [&](const store::OpenAmendment& one) { return proposal_view(visit, at, one); }));
}

}  // namespace

bool was_sent(const Visit& visit, const DraftLine& at, AddressBelow<2> address) {
    return visit.request.method == http::Method::post &&
           visit.request.path == visit.href(address, at.document.code, at.line.node.code);
}

std::string draft_href(const Visit& visit, const Document& document, const std::string& node) {
    return visit.href(address::draft_page, document.code) + (node.empty() ? "" : "#" + node);
}

Response line_page(const Visit& visit, const DraftLine& at, const LineForm& form) {
    const auto& words = visit.words;
    const auto title = document::name_in(visit, at.draft, at.line.node);
    const auto body = html(R"(
{errors}
{notice}
<h1>{title}</h1>
<div class="workbench">
  <div>{form}</div>
  <div class="stay">{preview}</div>
</div>
{proposals}
<h2>{more}</h2>
{tools})",
        "errors"_a = ui::error_summary(form.complaints, words), "notice"_a = form.notice, "title"_a = title,
        "form"_a = save_form(visit, at, form), "preview"_a = preview(visit, at, form),
        "proposals"_a = proposals(visit, at), "more"_a = words("More to do with it"),
        "tools"_a = line_tools(visit, at, form.complaints));
    auto content = desk_page(visit, title, body, "texter");
    content.crumbs = {{visit.href(address::drafts_page), words("Texts")},
        {draft_href(visit, at.document), at.document.title}};
    content.has_errors = !form.complaints.empty();
    return not_stored(page(content, visit, form.status));
}

}  // namespace medskapa::web::document::desk
