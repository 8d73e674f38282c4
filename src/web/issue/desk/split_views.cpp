#include "web/issue/desk/split_views.hpp"

#include "base/text.hpp"
#include "store/inspel/columns.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/inspel/search.hpp"
#include "store/issue/desk_index.hpp"
#include "store/issue/issue_store.hpp"
#include "store/site/site_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/issue/addresses.hpp"
#include "web/issue/desk/issue_views.hpp"

#include <algorithm>
#include <set>

namespace medskapa::web::issue::desk {
namespace {

using ui::Choice;

Html topic_field(const Visit& visit) {
    std::vector<Choice> topics{{"", visit.words("The inspel's own"), {}}};
    for (const auto& topic : store::topics_of(visit.db, visit.process->id))
        topics.push_back({topic.slug, visit.in(topic.title), {}});
    return ui::select(
        {.name = "amne", .label = visit.words("Topic"), .value = std::string{visit.field("amne")}}, topics,
        {}, visit.words);
}

Html part_view(const Visit& visit, const std::string& text, const CoverPart& part) {
    const auto words = text.substr(part.begin, part.end - part.begin);
    if (!part.is_left())
        return html(R"(<li class="taken"><span class="meta">{}</span> {}</li>)",
            visit.words("Issue {}", part.issue), words);
    const auto value = std::to_string(part.begin);
    const auto ticked = visit.fields("mening");
    const bool is_ticked = std::find(ticked.begin(), ticked.end(), value) != ticked.end();
    return html(
        R"(<li class="left"><label class="pick"><input type="checkbox" name="mening" value="{}"{}> <span>{}</span></label></li>)",
        value, when(is_ticked, html(" checked")), words);
}

Html cover_view(const Visit& visit, const Inspel& inspel, const std::vector<CoverPart>& parts) {
    const auto left =
        std::count_if(parts.begin(), parts.end(), [](const auto& part) { return part.is_left(); });
    return html(
        R"(<fieldset class="field"><legend>{}</legend><ol class="cover" data-cover>{}</ol></fieldset>)",
        visit.words.count("{} sentence is left", "{} sentences are left", left),
        each(parts, [&](const CoverPart& part) { return part_view(visit, inspel.shown_text, part); }));
}

using Stems = std::set<std::string>;

Stems stems_of(const std::string& text) {
    auto all = store::stems(text);
    std::erase_if(all, [](const std::string& stem) { return stem.size() < 4; });
    return {all.begin(), all.end()};
}

/// How much of what the issue says is in the inspel, of 100.
int likeness(const Stems& issue, const Stems& inspel) {
    constexpr std::size_t least = 3;
    if (issue.size() < least) return 0;
    const auto common =
        std::count_if(issue.begin(), issue.end(), [&](const auto& stem) { return inspel.contains(stem); });
    return static_cast<int>(100 * common / static_cast<std::ptrdiff_t>(issue.size()));
}

/// Of the issues without an answer, the most urgent first, those that this inspel seems to say too.
std::vector<store::QueuedIssue> alike_of(const Visit& visit, const Inspel& inspel) {
    constexpr int most_looked_at = 200;
    constexpr int alike_enough = 50;
    constexpr std::size_t most_shown = 3;
    const auto words = stems_of(inspel.shown_title + '\n' + inspel.shown_text);
    std::vector<std::pair<int, store::QueuedIssue>> found;
    for (auto& one : store::queue(visit.db, visit.process->id, {}, {}, most_looked_at)) {
        if (one.issue.inspel == inspel.id) continue;
        const auto like = likeness(stems_of(one.issue.title + '\n' + one.issue.quote), words);
        if (like >= alike_enough) found.emplace_back(like, std::move(one));
    }
    std::stable_sort(
        found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<store::QueuedIssue> alike;
    for (auto& [like, one] : found)
        if (alike.size() < most_shown) alike.push_back(std::move(one));
    return alike;
}

Html alike_view(const Visit& visit, const Inspel& inspel) {
    const auto alike = alike_of(visit, inspel);
    if (alike.empty()) return {};
    const auto& words = visit.words;
    std::vector<Choice> choices{{"", words("None of them")}};
    for (const auto& one : alike)
        choices.push_back({std::to_string(one.issue.id.value),
            words("{} (I-{}:{})", one.issue.title, one.inspel_number, one.issue.position)});
    return ui::select({.name = "liknar",
                          .label = words("Says the same as, and gets the same answer"),
                          .value = std::string{visit.field("liknar")}},
        choices, {}, words);
}

Html whole_button(const Visit& visit, const std::vector<Issue>& issues) {
    if (!issues.empty()) return {};
    return html(
        R"(<button class="btn" type="submit" name="sedan" value="hela" data-key="h">{} <kbd data-keys hidden aria-hidden="true">H</kbd></button> )",
        visit.words("The whole inspel is one issue"));
}

Html rest_view(const Visit& visit, const Inspel& inspel) {
    return post_button(visit, workbench_href(visit, address::set_rest_aside),
        html(
            R"(<button class="btn quiet" type="submit" data-key="r">{} <kbd data-keys hidden aria-hidden="true">R</kbd></button>)",
            visit.words("The rest is no issue")),
        {}, {sql::version_of<store::tables::inspel>(inspel)});
}

Html keys_view(const Words& words) {
    return html(
        R"(<ul class="keys"><li><kbd>H</kbd> {whole}</li><li><kbd>J</kbd> <kbd>K</kbd> {left}</li><li><kbd>X</kbd> {choose}</li><li><kbd>N</kbd> {next}</li><li><kbd>R</kbd> {rest}</li><li><kbd>?</kbd> {all}</li></ul>)",
        "whole"_a = words("the whole is one"), "left"_a = words("sentence left"),
        "choose"_a = words("choose"), "next"_a = words("mark and next"), "rest"_a = words("the rest is none"),
        "all"_a = words("all keys"));
}

}  // namespace

Html split_view(const Visit& visit, const Inspel& inspel, const std::vector<Issue>& issues,
    const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const bool waits = !store::is_split(visit.db, inspel.id);
    const auto parts = cover_of(inspel.shown_text, issues);
    return html(R"(
<form method="post" action="{action}" class="issue" data-marks novalidate><h2>{title}</h2>{guard}{cover}<p class="row">{whole}<button class="btn quiet" type="submit" name="sedan" value="nasta" data-key="n">{next} <kbd data-keys hidden aria-hidden="true">N</kbd></button></p>{alike}{quote}{issue_title}{fields}<p>{submit}</p></form>{rest}{keys})",
        "action"_a = workbench_href(visit, address::split_inspel), "title"_a = words("New issue"),
        "guard"_a = form_guard(visit, ""), "cover"_a = waits ? cover_view(visit, inspel, parts) : Html{},
        "whole"_a = whole_button(visit, issues), "next"_a = words("Make an issue of the chosen"),
        "alike"_a = alike_view(visit, inspel),
        "quote"_a = ui::text_area({.name = "citat",
                                      .label = words("The words that it is about"),
                                      .value = std::string{visit.field("citat")},
                                      .hint = words("Mark them in the text, or copy them here exactly.")},
            3, complaints, words),
        "issue_title"_a = ui::text_field({.name = "rubrik",
                                             .label = words("Title"),
                                             .value = std::string{visit.field("rubrik")},
                                             .is_optional = true},
            ui::Input::text, complaints, words),
        "fields"_a = html(
            "{}{}", topic_field(visit), owner_field(visit, "ansvarig", std::string{visit.field("ansvarig")})),
        "submit"_a = ui::submit(words("Split off the issue"), ui::Weight::quiet),
        "rest"_a = waits ? rest_view(visit, inspel) : Html{}, "keys"_a = keys_view(words));
}

Result<IssueDraft> issue_draft(const Visit& visit, const Inspel& inspel) {
    IssueDraft draft;
    draft.quote = std::string{visit.field("citat")};
    draft.title = std::string{visit.field("rubrik")};
    draft.topic = std::string{visit.field("amne")};
    draft.assignee = std::string{visit.field("ansvarig")};
    if (visit.field("sedan") == "hela") {
        draft.quote = inspel.shown_text;
        if (draft.title.empty()) draft.title = inspel.shown_title;
        return draft;
    }
    std::vector<std::size_t> chosen;
    for (const auto& value : visit.fields("mening")) {
        if (value == "0") chosen.push_back(0);
        if (const auto begin = Visit::number(value)) chosen.push_back(static_cast<std::size_t>(*begin));
    }
    if (chosen.empty() || !text::trimmed(draft.quote).empty()) return draft;
    auto quote = quote_of(
        inspel.shown_text, cover_of(inspel.shown_text, store::issues_of(visit.db, inspel.id)), chosen);
    if (!quote) return tl::unexpected{quote.error()};
    draft.quote = *std::move(quote);
    return draft;
}

}  // namespace medskapa::web::issue::desk
