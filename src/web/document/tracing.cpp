#include "web/document/pages.hpp"

#include "store/decision/decision_store.hpp"
#include "store/inspel/amendment_store.hpp"
#include "web/decision/note.hpp"
#include "web/document/views.hpp"
#include "web/frame/log_link.hpp"
#include "web/frame/process_nav.hpp"
#include "web/markup/markdown.hpp"
#include "web/site/open.hpp"
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
            all += html("<article>{}<p class=\"body as-typed\">{}</p></article>", name, wording.text);
        else if (before->revision == wording.revision)
            all +=
                html("<article>{}<p class=\"meta\">{}</p></article>", name, visit.words("The same words."));
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
                                              : visit.words("took up {}", code);
}

/// What was done to a paragraph. A reason that several changes share is said once.
Html changes_list(const Visit& visit, const std::vector<Change>& changes, Id<Node> here) {
    std::map<std::string, std::string> told;  // which change has said a reason
    const auto items = each(changes, [&](const Change& change) {
        const auto [first, is_new] = told.emplace(change.reason, reference(change));
        return html(R"(
<li><a href="{}">{}</a>: {}. {}</li>)",
            change_href(visit, change), reference(change), relation(visit, change, here),
            is_new || change.reason.empty() ? change.reason
                                            : visit.words("For the same reason as {}.", first->second));
    });
    return items.empty() ? items : html("<ul>{}</ul>", items);
}

/// A change is told once the version it leads to is there to be read.
std::vector<Change> public_changes(const Visit& visit, Id<Node> node) {
    auto changes = store::changes_about(visit.db, node);
    std::erase_if(changes,
        [&](const Change& change) { return !store::find_version(visit.db, change.version)->frozen_at; });
    return changes;
}

Html way_in(const Visit& visit, const Node& node) {
    if (!site::open_activity(visit, *visit.process)) return site::open_elsewhere(visit);
    return html("<p class=\"row\">{} {}</p>",
        ui::button_link(visit.process_href("/inspel/nytt?galler=" + node.code),
            visit.words("Give an inspel about this paragraph"), ui::Weight::filled),
        ui::button_link(visit.process_href("/inspel/nytt?galler=" + node.code + "&forslag=ja"),
            visit.words("Propose other words"), ui::Weight::quiet));
}

Html shaped_by(const Visit& visit, const std::vector<store::CausingIssue>& issues) {
    if (issues.empty()) return html("<p>{}</p>", visit.words("No view has changed these words yet."));
    return issues_list(issues, visit);
}

Html amendments_view(const Visit& visit, Id<Node> node) {
    const auto all = store::amendments_about(visit.db, node);
    if (all.empty()) return {};
    return html("<div class=\"changes\">{}</div>", each(all, [&](const store::OpenAmendment& one) {
        return html(R"(<article><h3><a href="{}">{}</a></h3>{}<p class="meta">I-{} · {}</p></article>)",
            visit.process_href("/inspel/" + std::to_string(one.number)), one.title,
            ui::diff(store::words_of(visit.db, one.amendment.instead_of), one.amendment.text, visit.words),
            one.number, one.is_used ? visit.words("Taken in") : visit.words("Not taken in so far"));
    }));
}

Response traced_page(
    const Visit& visit, const std::string& title, const Html& body, const Document& document) {
    auto content = process_page(visit, title, body, "dokument");
    content.crumbs = {{visit.process_href(), visit.words("Start")},
        {visit.process_href("/dokument"), visit.words("The text")},
        {document_href(visit, document), document.title}};
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

}  // namespace

Response paragraph(const Visit& visit) {
    const auto known = store::node_named(visit.db, visit.process->id, visit.path.at("node"));
    const auto wordings =
        known ? store::wordings_of(visit.db, known->node.id) : std::vector<store::Wording>{};
    if (wordings.empty()) return problem(visit, Failure::Kind::not_found);  // only its writers have seen it

    const auto& words = visit.words;
    const auto document = *store::find_document(visit.db, known->document);
    const auto changes = public_changes(visit, known->node.id);
    const auto about = store::inspel_about(visit.db, visit.process->id, known->node.code, most_inspel);
    const auto title = name_in(visit, wordings.back().version, known->node);
    const auto newest = store::newest_frozen(visit.db, document.id);
    const bool is_gone = newest && !store::line_of(visit.db, newest->id, known->node.id);
    const auto body = html(R"(
<p class="kicker">{}</p><h1{}>{}</h1>{}<div class="lead doc"{}>{}</div>{}
{}{}{}{}{})",
        known->node.code, words.lang(document.language), title,
        is_gone ? html("<p class=\"changed\">{}</p>", words("It is not in the newest version.")) : Html{},
        words.lang(document.language), document_markdown(wordings.back().text),
        is_gone ? Html{} : way_in(visit, known->node),
        section(words("What shaped it"),
            shaped_by(visit, store::issues_behind(visit.db, known->node.id, most_issues))),
        section(words("What was done"), changes_list(visit, changes, known->node.id)),
        html("{}{}",
            section(words("Other words that have been proposed"), amendments_view(visit, known->node.id)),
            section(words("Inspel about it"), about.empty() ? Html{} : origins_list(about, visit))),
        section(words("The words in each version"), wordings_view(visit, document, wordings)),
        html("{}{}", decided_view(visit, wordings.back().version), process_nav(visit, ProcessStage::text)));
    return traced_page(visit, title, body, document);
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
<h1>{}</h1><p class="meta"><a href="{}">{}</a>, {} · <a href="{}">{}</a></p>
<div class="changes"{}><article>{}</article></div>
<h2>{}</h2><p>{}</p><h2>{}</h2>{}{}{})",
        title, paragraph_href(visit, node), name_in(visit, standing_in(visit, *version, node), node),
        shown(found->kind, words), version_href(visit, document, *version),
        version_view(*version, document, visit), words.lang(document.language),
        ui::diff(store::words_of(visit.db, found->before), store::words_of(visit.db, found->after), words),
        words("Why"), found->reason.empty() ? words("What led to it says why.") : found->reason,
        words("What led to it"), causes_view(visit, *found), decided_view(visit, *version),
        html("{}{}", log_link(visit, fmt::format("change/{}", found->number)),
            process_nav(visit, ProcessStage::changed)));
    return traced_page(visit, title, body, document);
}

}  // namespace medskapa::web::document
