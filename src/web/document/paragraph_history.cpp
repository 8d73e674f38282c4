#include "web/document/paragraph_history.hpp"

#include "domain/document/table_words.hpp"
#include "store/inspel/amendment_store.hpp"
#include "web/document/views.hpp"
#include "web/inspel/addresses.hpp"
#include "web/ui/diff.hpp"

#include <map>

namespace medskapa::web::document {
namespace {

constexpr int most_inspel = 50;

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
  <p class="meta"><span class="unbroken">I-{number}</span> · {state}</p>
</article>)",
            "href"_a = visit.href(address::inspel_page, one.number), "title"_a = one.title,
            "words"_a = ui::diff(
                store::words_of(visit.db, one.amendment.instead_of), one.amendment.shown_text, visit.words),
            "number"_a = one.number, "state"_a = proposal_state(visit, one));
    }));
}

}  // namespace

Html section(const std::string& title, const Html& content) {
    return content.empty() ? Html{} : html("<section><h2>{}</h2>{}</section>", title, content);
}

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

}  // namespace medskapa::web::document
