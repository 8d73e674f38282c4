#include "web/document/pages.hpp"
#include "web/document/pictures.hpp"

#include "domain/document/table_words.hpp"
#include "store/decision/decision_store.hpp"
#include "store/inspel/amendment_store.hpp"
#include "web/decision/note.hpp"
#include "web/document/views.hpp"
#include "web/frame/log_link.hpp"
#include "web/frame/menus/process_nav.hpp"
#include "web/inspel/addresses.hpp"
#include "web/mail/note.hpp"
#include "web/site/open.hpp"
#include "web/statistics/note.hpp"
#include "web/ui/form.hpp"

namespace medskapa::web::document {
namespace {

constexpr int most_issues = 500;
constexpr int most_inspel = 50;

Html section(const std::string& title, const Html& content) {
    return content.empty() ? Html{} : html("<section><h2>{}</h2>{}</section>", title, content);
}

/// What the paragraph said in each version; where nothing changed, only that.
Html wordings_view(
    const Visit& visit, const Document& document, const std::vector<store::Wording>& wordings) {
    Html all;
    const store::Wording* before = nullptr;
    for (const auto& wording : wordings) {
        const auto name = html(R"(<h3><a href="{}">{}</a></h3>)",
            version_href(visit, document, wording.version), version_view(wording.version, document, visit));
        if (before == nullptr)
            all += html("<article>{}<p class=\"body as-typed\">{}</p></article>", name,
                words_of_tables(wording.text));
        else if (before->revision == wording.revision)
            all += html("<article>{}<p class=\"meta\">{}</p></article>", name, visit.words("Unchanged."));
        else
            all += html("<article>{}{}</article>", name, ui::diff(before->text, wording.text, visit.words));
        before = &wording;
    }
    return html(R"(<div class="changes"{}>{}</div>)", visit.words.lang(document.language), all);
}

std::string relation(const Visit& visit, const Change& change, Id<Node> here) {
    if (change.node == here) return shown(change.kind, visit.words);
    const auto other = store::find_node(visit.db, change.node);
    const auto code = other ? other->node.code : std::string{};
    return change.kind == Change::Kind::split ? visit.words("{} was split off", code)
                                              : visit.words("merged with {}", code);
}

/// What was done to a paragraph. A reason that several changes share is said once.
Html changes_list(const Visit& visit, const std::vector<Change>& changes, Id<Node> here) {
    std::map<std::string, std::string> first_with;  // the first change with a reason
    const auto items = each(changes, [&](const Change& change) {
        const auto [first, is_new] = first_with.emplace(change.reason, reference(change));
        return html(R"(
<li><a href="{href}">{change}</a>: {relation}. {reason}</li>)",
            "href"_a = change_href(visit, change), "change"_a = reference(change),
            "relation"_a = relation(visit, change, here),
            "reason"_a = is_new || change.reason.empty()
                             ? change.reason
                             : visit.words("For the same reason as {}.", first->second));
    });
    return items.empty() ? items : html("<ul>{}</ul>", items);
}

/// A change is shown once the version it leads to can be read.
std::vector<Change> public_changes(const Visit& visit, Id<Node> node) {
    auto changes = store::changes_about(visit.db, node);
    std::erase_if(changes,
        [&](const Change& change) { return !store::find_version(visit.db, change.version)->frozen_at; });
    return changes;
}

Html inspel_buttons(const Visit& visit, const Node& node) {
    if (!site::open_activity(visit, *visit.process)) return site::open_elsewhere(visit);
    return html("<p class=\"row\">{} {}</p>",
        ui::button_link(with_query(visit.href(address::inspel_form), {{"galler", node.code}}),
            visit.words("Give an inspel about this paragraph"), ui::Weight::filled),
        ui::button_link(
            with_query(visit.href(address::inspel_form), {{"galler", node.code}, {"forslag", "ja"}}),
            visit.words("Suggest another wording"), ui::Weight::quiet));
}

Html shaped_by(const Visit& visit, const std::vector<store::CausingIssue>& issues) {
    if (issues.empty()) return html("<p>{}</p>", visit.words("No view has changed these words yet."));
    return issues_list(issues, visit);
}

/// What became of a proposal, by the words of the newest version.
std::string proposal_state(const Visit& visit, const store::OpenAmendment& one) {
    if (one.judged_in == 0) return visit.words("Not adopted so far");
    if (one.standing == Standing::whole || one.standing == Standing::unknown)
        return visit.words("Adopted: the words are in version {}", one.judged_in);
    return shown(store::Judgement{one.standing, one.judged_in}, visit.words);
}

Html amendments_view(const Visit& visit, Id<Node> node) {
    const auto all = store::amendments_about(visit.db, node);
    if (all.empty()) return {};
    return html("<div class=\"changes\">{}</div>", each(all, [&](const store::OpenAmendment& one) {
        return html(R"(
<article>
  <h3><a href="{href}">{title}</a></h3>
  {words}
  <p class="meta">I-{number} · {state}</p>
</article>)",
            "href"_a = visit.href(address::inspel_page, one.number), "title"_a = one.title,
            "words"_a = ui::diff(
                store::words_of(visit.db, one.amendment.instead_of), one.amendment.shown_text, visit.words),
            "number"_a = one.number, "state"_a = proposal_state(visit, one));
    }));
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
{buttons})",
        "code"_a = node.code, "lang"_a = words.lang(document.language),
        "title"_a = name_in(visit, newest.version, node), "text"_a = text_view(visit, newest.text),
        "gone"_a = when(is_gone, gone), "buttons"_a = when(!is_gone, buttons));
}

/// What led to the paragraph's words, and what has been said of them.
Html paragraph_history(const Visit& visit, const Document& document, const Node& node,
    const std::vector<store::Wording>& wordings) {
    const auto& words = visit.words;
    const auto about = store::inspel_about(visit.db, visit.process->id, node.code, most_inspel);
    const auto behind = store::issues_behind(visit.db, node.id, most_issues);
    Html all = section(words("What shaped it"), shaped_by(visit, behind));
    all += section(words("What changed"), changes_list(visit, public_changes(visit, node.id), node.id));
    all += section(words("Other words that have been proposed"), amendments_view(visit, node.id));
    all += section(words("Inspel about it"), about.empty() ? Html{} : origins_list(about, visit));
    all += section(words("The wording in each version"), wordings_view(visit, document, wordings));
    return all;
}

}  // namespace

Response paragraph(const Visit& visit) {
    const auto known = store::node_named(visit.db, visit.process->id, visit.path.at("node"));
    const auto wordings =
        known ? store::wordings_of(visit.db, known->node.id) : std::vector<store::Wording>{};
    if (wordings.empty()) return problem(visit, Failure::Kind::not_found);  // only its writers have seen it

    const auto document = *store::find_document(visit.db, known->document);
    const auto& newest = wordings.back();
    const auto body = html("{head}{evidence}{history}{decided}{nav}",
        "head"_a = paragraph_head(visit, document, known->node, newest),
        "evidence"_a = statistics::evidence_about(visit, known->node),
        "history"_a = paragraph_history(visit, document, known->node, wordings),
        "decided"_a = decided_view(visit, newest.version), "nav"_a = process_nav(visit, ProcessStage::text));
    return traced_page(visit, name_in(visit, newest.version, known->node), body, document);
}

Response change(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number"));
    const auto found = number ? store::change_numbered(visit.db, visit.process->id, *number) : std::nullopt;
    const auto version = found ? store::find_version(visit.db, found->version) : std::nullopt;
    if (!version || !version->frozen_at) return problem(visit, Failure::Kind::not_found);

    const auto& words = visit.words;
    const auto document = *store::find_document(visit.db, found->document);
    const auto node = store::find_node(visit.db, found->node)->node;
    const auto title = words("Change {}", reference(*found));
    const auto body = html(R"(
<h1>{title}</h1>
<p class="meta"><a href="{paragraph}">{paragraph_name}</a>, {kind} · <a href="{version}">{version_name}</a></p>
<div class="changes"{lang}><article>{words}</article></div>
<h2>{why}</h2>
<p>{reason}</p>
<h2>{what_led}</h2>
{causes}
{decided}
{log}
{nav})",
        "title"_a = title, "paragraph"_a = paragraph_href(visit, node),
        "paragraph_name"_a = name_in(visit, standing_in(visit, *version, node), node),
        "kind"_a = shown(found->kind, words), "version"_a = version_href(visit, document, *version),
        "version_name"_a = version_view(*version, document, visit), "lang"_a = words.lang(document.language),
        "words"_a = ui::diff(
            store::words_of(visit.db, found->before), store::words_of(visit.db, found->after), words),
        "why"_a = words("Why"),
        "reason"_a = found->reason.empty() ? words("What led to it says why.") : found->reason,
        "what_led"_a = words("What led to it"), "causes"_a = causes_view(visit, *found),
        "decided"_a = decided_view(visit, *version),
        "log"_a = log_link(visit, openlog::object_named(openlog::ObjectKind::change, found->number)),
        "nav"_a = process_nav(visit, ProcessStage::changed));
    return traced_page(visit, title, body, document);
}

}  // namespace medskapa::web::document
