#include "domain/document/word_diff.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/amendment_store.hpp"
#include "web/document/addresses.hpp"
#include "web/document/desk/line_page.hpp"
#include "web/document/views.hpp"
#include "web/inspel/addresses.hpp"

namespace medskapa::web::document::desk {
namespace {

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
        "accept"_a = visit.words("Adopt it"), "number"_a = one.number);
}

/// What became of it in the draft, by the words there.
Html proposal_state(const Visit& visit, const DraftLine& at, const store::OpenAmendment& one) {
    const auto standing = standing_of(
        store::words_of(visit.db, one.amendment.instead_of), one.amendment.shown_text, at.line.text);
    if (!one.is_cited) return accept_form(visit, at, one);
    const auto state = html(R"(<p class="meta">{}</p>)",
        standing == Standing::whole  ? visit.words("Adopted: the words are in the draft")
        : standing == Standing::part ? visit.words("Adopted, but only some of the words are in the draft")
                                     : visit.words("Was adopted, and has been removed again"));
    return standing == Standing::whole ? state : html("{}{}", state, accept_form(visit, at, one));
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
        "accept"_a = proposal_state(visit, at, one));
}

}  // namespace

Html proposals(const Visit& visit, const DraftLine& at) {
    const auto all = store::amendments_about(visit.db, at.line.node.id);
    if (all.empty()) return {};
    return html(R"(
<h2>{}</h2>
<div class="changes">{}</div>)",
        visit.words("Words that others propose"),
        each(all, [&](const store::OpenAmendment& one) { return proposal_view(visit, at, one); }));
}

}  // namespace medskapa::web::document::desk
