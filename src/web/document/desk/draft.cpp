#include "web/document/desk/draft_page.hpp"

#include "app/document/document.hpp"
#include "app/document/standing.hpp"
#include "app/document/undo.hpp"
#include "store/document/document_store.hpp"
#include "store/document/seen_versions.hpp"
#include "store/document/trace_store.hpp"
#include "web/correction/addresses.hpp"
#include "web/decision/addresses.hpp"
#include "web/document/addresses.hpp"
#include "web/document/contents.hpp"
#include "web/document/desk/alternatives.hpp"
#include "web/document/desk/draft_changes.hpp"
#include "web/document/desk/pages.hpp"
#include "web/document/left_out.hpp"
#include "web/document/pictures.hpp"
#include "web/document/views.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/ui/confirming.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

/// The draft of a document.
namespace medskapa::web::document::desk {
namespace {

std::optional<Document> asked_for(const Visit& visit) {
    return store::document_named(visit.db, visit.process->id, visit.path.at("document"));
}

Html line_row(
    const Visit& visit, const Document& document, const Line& line, const ui::Complaints& complaints) {
    const auto line_href = visit.href(address::draft_line, document.code, line.node.code);
    const auto change = html(R"(<a class="btn quiet small" href="{}">{}<span class="vh"> {}</span></a>)",
        line_href, visit.words("Change"), line.node.code);
    if (line.node.kind == Node::Kind::section)
        return html(R"(
<h{level} id="{code}">{heading}</h{level}><p>{change}</p>)",
            "level"_a = std::clamp(line.depth + 1, 2, 6), "code"_a = line.node.code, "heading"_a = line.text,
            "change"_a = change);
    return html(R"(
<div class="par" id="{code}">
  <div>{text}{alternatives}</div>
  <div class="margin"><span class="pid">{code}</span>{change}</div>
</div>)",
        "code"_a = line.node.code, "text"_a = document::text_view(visit, line.text), "change"_a = change,
        "alternatives"_a = alternative_forms(visit, document, line, complaints));
}

std::vector<ui::Choice> frozen_kinds(const Words& words) {
    auto kinds = ui::choices_of<Version::Kind>(words);
    std::erase_if(kinds, [](const ui::Choice& kind) { return kind.value == name_of(Version::Kind::draft); });
    return kinds;
}

/// What is final is confirmed by a word, which makes one stop and read.
std::string word_that_freezes(const Words& words) {
    return words.in("word to confirm with", "freeze");
}

Html freeze_form(const Visit& visit, const Document& document, const sql::RowVersion& seen,
    const ui::Complaints& complaints) {
    const auto& words = visit.words;
    if (!authorize(visit.signed_in->actor, Action::freeze_text, visit.process->id)) return {};
    return html(R"(
<h2>{title}</h2>
<p>{consequence}</p>
<form method="post" action="{action}" novalidate>
  {guard}
  {kind}
  {name}
  {word}
  <p class="row">{freeze}<a href="{missing}" id="saknas">{missing_text}</a></p>
</form>)",
        "title"_a = words("Freeze the draft"),
        "consequence"_a = words(
            "It becomes a version that everybody can read, for ever and unchanged. You go on with the next "
            "draft."),
        "action"_a = visit.href(address::freeze_draft, document.code),
        "guard"_a = form_guard(visit, std::vector{seen}),
        "kind"_a = ui::select(
            {.name = "slag", .label = words("Type of version"), .value = std::string{visit.field("slag")}},
            frozen_kinds(words), complaints, words),
        "name"_a = ui::text_field({.name = "titel",
                                      .label = words("Name of the version"),
                                      .value = std::string{visit.field("titel")},
                                      .hint = words("For example: Consultation version")},
            ui::Input::text, complaints, words),
        "word"_a = ui::confirm_field(word_that_freezes(words),
            words(
                "It cannot be undone. A printing error in it is corrected next to its words, the rest in the "
                "next version."),
            visit.field(ui::confirm_name), complaints, words),
        "freeze"_a = ui::submit(words("Freeze it"), ui::Weight::quiet),
        "missing"_a = visit.href(address::missing_page), "missing_text"_a = words("Still to answer"));
}

/// The way to correct what everybody reads, for who may freeze.
Html print_link(const Visit& visit, const Document& document) {
    const auto version = store::newest_frozen(visit.db, document.id);
    if (!version || !authorize(visit.actor(), Action::freeze_text, visit.process->id)) return {};
    return html(R"(<p><a href="{}">{}</a></p>)",
        visit.href(address::printed_version, document.code, version->number),
        visit.words("Correct a printing error in version {}", version->number));
}

Html aside_view(const Visit& visit, const Document& document, const Version& draft, const Lines& lines,
    const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html(R"(
<aside class="toc aside">
  <nav aria-labelledby="inneh"><h2 id="inneh">{contents}</h2><ol class="plain">{headings}</ol></nav>
  <h2 id="andr">{changed}</h2>
  {changes}
  <p><a href="{import}">{import_text}</a></p>{print}
  {freeze}
</aside>)",
        "contents"_a = words("Contents"), "headings"_a = document::contents(lines),
        "changed"_a = words("Changed in the draft"),
        "changes"_a = changes_view(visit, document, draft, lines),
        "import"_a = visit.href(address::import_draft, document.code),
        "import_text"_a = words("Import a new version of the text"), "print"_a = print_link(visit, document),
        "freeze"_a = freeze_form(visit, document, store::version_of(draft, lines), complaints));
}

}  // namespace

Response draft_page(
    const Visit& visit, const Document& document, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto version = store::draft_of(visit.db, document.id);
    const auto lines = store::lines_of(visit.db, version.id);
    const auto to_changes =
        html("<li class=\"depth-2\"><a href=\"#andr\">{}</a></li>", words("Changed in the draft"));
    const auto text = html("{}{}",
        each(lines, [&](const Line& line) { return line_row(visit, document, line, complaints); }),
        document::link_to_contents(words));
    const auto left_out = document::left_out_view(document::asked_left_out(visit), words);
    const auto body = html(R"(
{errors}
{left_out}
{lacking}
<div class="sides">
  <article class="doc" aria-labelledby="rubrik">
    <p class="kicker">{kicker}</p>
    <h1 id="rubrik">{title}</h1>
    {contents}
    {text}
  </article>
  {aside}
</div>)",
        "errors"_a = ui::error_summary(complaints, words),
        "left_out"_a = when(!left_out.markup().empty(), ui::status(left_out)),
        "lacking"_a = lacking_view(visit, lines), "kicker"_a = words("The draft being written"),
        "title"_a = document.title, "contents"_a = document::contents_first(lines, to_changes, words),
        "text"_a = text, "aside"_a = aside_view(visit, document, version, lines, complaints));
    auto content = desk_page(visit, document.title, body, "texter");
    content.crumbs = {{visit.href(address::drafts_page), words("Texts")}};
    return page_with_form(std::move(content), visit, complaints, status);
}

Response draft(const Visit& visit) {
    const auto document = asked_for(visit);
    return document ? draft_page(visit, *document, {}, 200) : problem(visit, Failure::Kind::not_found);
}

Response undo(const Visit& visit) {
    const auto document = asked_for(visit);
    const auto number = Visit::number(visit.field("andring"));
    if (!document || !number) return problem(visit, Failure::Kind::not_found);
    const auto undone = visit.write([&](auto& act) { return app::undo_change(act, *document, *number); });
    if (!undone) return problem(visit, undone.error().kind);
    return see_other(visit.href(address::draft_page, document->code) + "#andr");
}

Response freeze(const Visit& visit) {
    const auto document = asked_for(visit);
    if (!document) return problem(visit, Failure::Kind::not_found);
    if (!ui::is_confirmed(word_that_freezes(visit.words), visit.field(ui::confirm_name)))
        return draft_page(visit, *document, {ui::not_confirmed(word_that_freezes(visit.words))}, 422);
    auto kind = Version::Kind::draft;
    (void)find_name<Version::Kind>(visit.field("slag"), kind);
    const auto frozen = visit.write(
        [&](auto& act) { return app::freeze(act, *document, kind, std::string{visit.field("titel")}); });
    if (frozen) return see_other(document::version_href(visit, *document, *frozen));
    return draft_page(visit, *document, frozen.error().complaints, status_of(frozen.error().kind));
}

}  // namespace medskapa::web::document::desk
