#include "web/document/desk/line_page.hpp"

#include "app/document/standing.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "web/document/addresses.hpp"
#include "web/document/desk/grounds.hpp"
#include "web/document/pictures.hpp"
#include "web/document/views.hpp"
#include "web/frame/forms/drafts.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/inspel/addresses.hpp"
#include "web/issue/addresses.hpp"
#include "web/statistics/note.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::document::desk {
namespace {

/// What the words now typed would change of what stands in the draft.
Html effect(const Visit& visit, const DraftLine& at, const LineForm& form) {
    if (form.text == at.line.text || (!form.has_preview && form.complaints.empty())) return {};
    return html("<h3>{}</h3><div class=\"changes\">{}</div>", visit.words("What a save changes"),
        ui::diff(at.line.text, form.text, visit.words));
}

Html preview(const Visit& visit, const DraftLine& at, const LineForm& form) {
    const auto known = store::newest_frozen(visit.db, at.document.id);
    const auto before = known ? store::line_of(visit.db, known->id, at.line.node.id) : std::nullopt;
    const auto content =
        form.has_preview || form.text != at.line.text
            ? html("<div class=\"doc\">{}</div>{}", document::text_view(visit, form.text),
                  before ? html("<h3>{}</h3><div class=\"changes\">{}</div>",
                               visit.words("Since the published version"),
                               ui::diff(before->text, form.text, visit.words))
                         : Html{})
            : html("<p class=\"meta\">{}</p>", visit.words("What you write is shown here as it will look."));
    return html(R"(
<section aria-labelledby="forhand"><h2 id="forhand">{}</h2><div id="forhandsgranskning" aria-live="polite">{}{}</div></section>)",
        visit.words("Preview"), effect(visit, at, form), content);
}

/// The inspel or issue as people know it: "I-231", with a link.
Html cause_view(const Visit& visit, const Cause& cause) {
    const auto issue = cause.kind == Cause::Kind::issue
                           ? store::find_issue(visit.db, visit.process->id, {cause.id})
                           : std::nullopt;
    const auto inspel = cause.kind == Cause::Kind::inspel ? store::find_inspel(visit.db, {cause.id})
                        : issue                           ? store::find_inspel(visit.db, issue->inspel)
                                                          : std::nullopt;
    if (!inspel) return {};
    const auto name = "I-" + std::to_string(inspel->number) +
                      (issue ? "." + std::to_string(issue->position) : std::string{});
    return html(R"(<a href="{}">{}</a> )", visit.href(address::inspel_workbench, inspel->number), name);
}

Html loss_tick(const Visit& visit, const app::TakenOut& loss, const std::vector<std::string>& ticked) {
    const auto revision = std::to_string(loss.revision.value);
    const bool is_ticked = std::find(ticked.begin(), ticked.end(), revision) != ticked.end();
    return html(R"(
<label class="pick">
  <input type="checkbox" name="far-bort" value="{revision}"{checked}>
  <span><del><span class="vh">{removed} </span>{words}</del><br><span class="meta">{whose}</span></span>
</label>)",
        "revision"_a = revision, "checked"_a = when(is_ticked, html(" checked")),
        "removed"_a = visit.words("Removed:"), "words"_a = loss.words, "whose"_a = whose(visit, loss));
}

/// What a save would take out of what others brought in. Each must be said to go, or be put back.
Html losses_view(const Visit& visit, const DraftLine& at, const LineForm& form) {
    const Id<Revision> since{Visit::number(form.since.empty() ? form.seen : form.since).value_or(0)};
    const auto losses = app::taken_out(visit.db, at.document, at.line, form.text, since);
    if (losses.empty() || form.seen != std::to_string(at.line.revision.value)) return {};
    const auto ticked = visit.fields("far-bort");
    return html(R"(
<fieldset class="field" id="val"><legend>{title}</legend><p class="hint">{hint}</p>{losses}
<p><button class="btn quiet small" type="submit" name="gor" value="tillbaka">{back}</button></p></fieldset>)",
        "title"_a = visit.words("These words go when you save. May they?"),
        "hint"_a =
            visit.words("Everybody can see that adopted words were removed again. Tick those that may go."),
        "back"_a = visit.words("Put them all back"),
        "losses"_a = each(losses, [&](const app::TakenOut& loss) { return loss_tick(visit, loss, ticked); }));
}

/// The words, what goes by them, and why they are changed.
Html words_fields(const Visit& visit, const DraftLine& at, const LineForm& form, const DraftPlace& draft) {
    const bool is_current =
        visit.request.method == http::Method::get || was_sent(visit, at, address::draft_line);
    const auto complaints = is_current ? form.complaints : ui::Complaints{};
    return html(R"(
  {text}
  {losses}
  {grounds})",
        "text"_a = ui::text_area({.name = "text",
                                     .label = visit.words("The text of the paragraph"),
                                     .value = drafted(visit, draft, "text", form.text)},
            10, complaints, visit.words),
        "losses"_a = losses_view(visit, at, form),
        "grounds"_a = grounds_fields(visit, at.line.node, is_current ? "" : "o-", complaints));
}

Html save_form(const Visit& visit, const DraftLine& at, const LineForm& form) {
    const auto& words = visit.words;
    const auto here = draft_href(visit, at.document, at.line.node.code);
    const DraftPlace draft{"stycke/" + at.document.code + '/' + at.line.node.code, here};
    return html(R"({offer}
<form method="post" action="{action}" data-preview="forhandsgranskning" novalidate>
  {guard}{seen}{fields}
  <p class="row"><button class="btn" type="submit" name="gor" value="spara">{save}</button> <button class="btn quiet" type="submit" name="gor" value="visa">{preview}</button></p>
  {draft}
</form>)",
        "offer"_a = draft_offer(visit, draft), "draft"_a = draft_tools(visit, draft),
        "action"_a = visit.href(address::draft_line, at.document.code, at.line.node.code),
        "guard"_a = form_guard(visit, ""),
        "seen"_a = html("{}{}", ui::hidden_field("sett", drafted(visit, draft, "sett", form.seen)),
            form.since.empty() ? Html{} : ui::hidden_field("fran", form.since)),
        "fields"_a = words_fields(visit, at, form, draft), "save"_a = words("Save"),
        "preview"_a = words("Preview"));
}

std::vector<ui::Link> crumbs_to_draft(const Visit& visit, const Document& document) {
    return {{visit.href(address::drafts_page), visit.words("Texts")},
        {draft_href(visit, document), document.title}};
}

/// The form for the words, and how they will look.
Html writing_part(const Visit& visit, const DraftLine& at, const LineForm& form) {
    return html(R"(
<div class="workbench">
  <div>{}</div>
  <div class="stay">{}</div>
</div>)",
        save_form(visit, at, form), preview(visit, at, form));
}

}  // namespace

Html whose(const Visit& visit, const app::TakenOut& loss) {
    if (!loss.causes.empty())
        return html("{} {}", visit.words("The words were adopted for"),
            each(loss.causes, [&](const Cause& cause) { return cause_view(visit, cause); }));
    return html("{}", visit.words("A colleague wrote them {}",
                          visit.words.moment(visit.site.clock.local(loss.written_at))));
}

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
<h1>{title}</h1>{writing}
{evidence}
{proposals}
<h2>{more}</h2>
{tools})",
        "errors"_a = ui::error_summary(form.complaints, words), "notice"_a = form.notice, "title"_a = title,
        "writing"_a = writing_part(visit, at, form),
        "evidence"_a = statistics::evidence_about(visit, at.line.node), "proposals"_a = proposals(visit, at),
        "more"_a = words("More actions"), "tools"_a = line_tools(visit, at, form.complaints));
    auto content = desk_page(visit, title, body, "texter");
    content.crumbs = crumbs_to_draft(visit, at.document);
    return page_with_form(std::move(content), visit, form.complaints, form.status);
}

}  // namespace medskapa::web::document::desk
