#include "web/document/pages.hpp"
#include "web/document/pictures.hpp"

#include "store/decision/decision_store.hpp"
#include "web/assessment/note.hpp"
#include "web/correction/note.hpp"
#include "web/decision/note.hpp"
#include "web/document/paragraph_history.hpp"
#include "web/document/views.hpp"
#include "web/frame/log_link.hpp"
#include "web/frame/menus/process_nav.hpp"
#include "web/inspel/addresses.hpp"
#include "web/mail/note.hpp"
#include "web/site/open.hpp"
#include "web/statistics/note.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::document {
namespace {

Html inspel_buttons(const Visit& visit, const Node& node) {
    if (!site::open_activity(visit, *visit.process)) return site::open_elsewhere(visit);
    return html("<p class=\"row\">{} {}</p>",
        ui::button_link(with_query(visit.href(address::inspel_form), {{"galler", node.code}}),
            visit.words("Give an inspel about this paragraph"), ui::Weight::filled),
        ui::button_link(
            with_query(visit.href(address::inspel_form), {{"galler", node.code}, {"forslag", "ja"}}),
            visit.words("Suggest another wording"), ui::Weight::quiet));
}

Response traced_page(
    const Visit& visit, const std::string& title, const Html& body, const Document& document) {
    auto content = process_page(visit, title, body, "dokument");
    content.crumbs = crumbs_to(visit, document);
    return page(content, visit);
}

/// What the words led on to.
Html decided_view(const Visit& visit, const Version& version) {
    const auto decision = store::decision_since(visit.db, version);
    return section(visit.words("Decided by"),
        decision ? html("<ul class=\"plain\">{}</ul>", decision::link_to(visit, *decision))
                 : html("<p>{}</p>", visit.words("Nothing has been decided yet.")));
}

Html causes_view(const Visit& visit, const Change& change) {
    const auto issues = store::issues_behind(visit.db, change.id, most_issues);
    const auto whole = store::inspel_behind(visit.db, change.id);
    if (issues.empty() && whole.empty())
        return html("<p>{}</p>", visit.words("Nobody outside asked for it: the reason is the editors' own."));
    return html("{}{}", issues.empty() ? Html{} : issues_list(issues, visit),
        whole.empty() ? Html{} : origins_list(whole, visit));
}

/// Where a changed line is found: in the version that the change leads to, or where it is gone from there in
/// the last that had it.
Version standing_in(const Visit& visit, const Version& version, const Node& node) {
    const auto wordings = store::wordings_of(visit.db, node.id);
    const bool is_there = store::line_of(visit.db, version.id, node.id).has_value();
    return is_there || wordings.empty() ? version : wordings.back().version;
}

/// The paragraph as it stands, and what a reader can do about it.
Html paragraph_head(
    const Visit& visit, const Document& document, const Node& node, const store::Wording& newest) {
    const auto& words = visit.words;
    const auto version = store::newest_frozen(visit.db, document.id);
    const bool is_gone = version && !store::line_of(visit.db, version->id, node.id);
    const auto gone = html("<p class=\"changed\">{}</p>", words("It is not in the newest version."));
    const auto buttons = html("{}{}", inspel_buttons(visit, node), mail::note(visit, "text/" + node.code));
    return html(R"(
<p class="kicker">{code}</p>
<h1{lang}>{title}</h1>
{gone}
<div class="lead doc"{lang}>{text}</div>
{corrections}{buttons})",
        "code"_a = node.code, "lang"_a = words.lang(document.language),
        "title"_a = name_in(visit, newest.version, node), "text"_a = text_view(visit, newest.text),
        "gone"_a = when(is_gone, gone),
        "corrections"_a = correction::note_of_paragraph(visit, newest.version, node.code),
        "buttons"_a = when(!is_gone, buttons));
}

/// Which line was changed, how, and on the way to which version.
Html changed_line(
    const Visit& visit, const Document& document, const Change& change, const Version& version) {
    const auto node = store::find_node(visit.db, change.node)->node;
    return html(
        R"(<a href="{paragraph}">{paragraph_name}</a>, {kind} · <a href="{version}">{version_name}</a>)",
        "paragraph"_a = paragraph_href(visit, node),
        "paragraph_name"_a = name_in(visit, standing_in(visit, version, node), node),
        "kind"_a = shown(change.kind, visit.words), "version"_a = version_href(visit, document, version),
        "version_name"_a = version_view(version, document, visit));
}

/// One change: what it did to the words, why, what led to it and what it led on to.
Html change_view(const Visit& visit, const Document& document, const Change& change, const Version& version) {
    const auto& words = visit.words;
    return html(R"(
<h1>{title}</h1>
<p class="meta">{line}</p>
<div class="changes"{lang}><article>{words}</article></div>
<h2>{why}</h2>
<p>{reason}</p>
<h2>{what_led}</h2>
{causes}
{decided})",
        "title"_a = words("Change {}", reference(change)),
        "line"_a = changed_line(visit, document, change, version), "lang"_a = words.lang(document.language),
        "words"_a = ui::diff(
            store::words_of(visit.db, change.before), store::words_of(visit.db, change.after), words),
        "why"_a = words("Why"),
        "reason"_a = change.reason.empty() ? words("What led to it says why.") : change.reason,
        "what_led"_a = words("What led to it"), "causes"_a = causes_view(visit, change),
        "decided"_a = decided_view(visit, version));
}

}  // namespace

Response paragraph(const Visit& visit) {
    const auto known = store::node_named(visit.db, visit.process->id, visit.path.at("node"));
    const auto wordings =
        known ? store::wordings_of(visit.db, known->node.id) : std::vector<store::Wording>{};
    if (wordings.empty()) return problem(visit, Failure::Kind::not_found);  // only its writers have seen it

    const auto document = *store::find_document(visit.db, known->document);
    const auto& newest = wordings.back();
    const auto body = html("{head}{evidence}{assessments}{history}{decided}{nav}",
        "head"_a = paragraph_head(visit, document, known->node, newest),
        "evidence"_a = statistics::evidence_about(visit, known->node),
        "assessments"_a = assessment::about_paragraph(visit, known->node.id),
        "history"_a = paragraph_history(visit, document, known->node, wordings),
        "decided"_a = decided_view(visit, newest.version), "nav"_a = process_nav(visit, ProcessStage::text));
    return traced_page(visit, name_in(visit, newest.version, known->node), body, document);
}

Response change(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number"));
    const auto found = number ? store::change_numbered(visit.db, visit.process->id, *number) : std::nullopt;
    const auto version = found ? store::find_version(visit.db, found->version) : std::nullopt;
    if (!version || !version->frozen_at) return problem(visit, Failure::Kind::not_found);

    const auto document = *store::find_document(visit.db, found->document);
    const auto body =
        html("{change}\n{log}\n{nav}", "change"_a = change_view(visit, document, *found, *version),
            "log"_a = log_link(visit, openlog::object_named(openlog::ObjectKind::change, found->number)),
            "nav"_a = process_nav(visit, ProcessStage::changed));
    return traced_page(visit, visit.words("Change {}", reference(*found)), body, document);
}

}  // namespace medskapa::web::document
