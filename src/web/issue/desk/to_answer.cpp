#include "store/inspel/inspel_store.hpp"
#include "store/issue/columns.hpp"
#include "store/site/site_store.hpp"
#include "store/staff/staff_store.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/inspel/views.hpp"
#include "web/issue/addresses.hpp"
#include "web/issue/desk/pages.hpp"
#include "web/issue/desk/queue.hpp"
#include "web/ui/table.hpp"
#include "web/words/weekday.hpp"

#include <algorithm>
#include <set>

namespace medskapa::web::issue::desk {
namespace {

constexpr int rows_on_a_page = 50;

std::int64_t kept(const store::Tally& tally, std::string_view value) {
    const auto found = tally.find(value);
    return found == tally.end() ? 0 : found->second;
}

Html deadline_view(const Visit& visit, const Issue& issue) {
    if (!issue.deadline) return html("{}", visit.words("not set"));
    if (!issue.is_late(visit.today())) return html("{}", due(visit, issue));
    return html("<span class=\"late\">{}</span>", due(visit, issue));
}

Html row_view(const Visit& visit, const store::QueuedIssue& row, const inspel::Surroundings& s) {
    const auto& issue = row.issue;
    const auto group =
        issue.group ? html(" <span class=\"meta\">· {}</span>", visit.words("group {}", issue.group.value))
                    : Html{};
    return html(R"(
<tr><td><input type="checkbox" id="v{id}" name="val" value="{id}"><label class="vh" for="v{id}">{choose}</label></td><td data-label="{deadline_label}">{deadline}</td>
<th scope="row"><a href="{href}">{title}</a>{group}<br><span class="meta"><span class="unbroken">I-{number}</span> · {inspel_title}</span></th><td data-label="{topic_label}">{topic}</td><td data-label="{assignee_label}">{assignee}</td></tr>)",
        "id"_a = issue.id.value, "choose"_a = visit.words("Choose {}", issue.title),
        "deadline"_a = deadline_view(visit, issue),
        "href"_a = open_issue_href(visit, part_of(visit), row.inspel_number, issue.position),
        "title"_a = issue.title, "group"_a = group, "number"_a = row.inspel_number,
        "inspel_title"_a = row.inspel_title, "topic"_a = inspel::topic_title(s, issue.topic, visit),
        "assignee"_a = issue.assignee.empty() ? visit.words("Nobody yet") : issue.assignee,
        "deadline_label"_a = visit.words("Answer by"), "topic_label"_a = visit.words("Topic"),
        "assignee_label"_a = visit.words("Assigned to"));
}

Html acts_view(const Words& words) {
    return html(
        R"(<p class="row"><label for="gor">{with_chosen}</label> <select id="gor" name="gor"><option value="mig">{to_me}</option><option value="grupp">{group}</option></select> <button class="btn quiet" type="submit">{submit}</button></p>)",
        "with_chosen"_a = words("With the chosen:"), "to_me"_a = words("Assign them to me"),
        "group"_a = words("Join them in a group, to answer once"), "submit"_a = words("Do it"));
}

Html table_view(
    const Visit& visit, const std::vector<store::QueuedIssue>& rows, const inspel::Surroundings& s) {
    const auto& words = visit.words;
    std::vector<sql::RowVersion> seen;
    for (const auto& row : rows) seen.push_back(sql::version_of<store::tables::issue>(row.issue));
    return html(R"(
<form method="post" action="{action}" id="val" tabindex="-1">{guard}
<div class="scroll" role="region" aria-label="{caption}" tabindex="0"><table class="queue"><caption class="vh">{caption}</caption>
<thead><tr><td><span class="vh">{choice}</span></td><th scope="col">{deadline}</th><th scope="col">{issue}</th><th scope="col">{topic}</th><th scope="col">{assignee}</th></tr></thead>
<tbody>{rows}</tbody></table></div>{acts}</form>)",
        "action"_a = within(part_of(visit), visit.href(address::group_issues)),
        "guard"_a = form_guard(visit, seen),
        "caption"_a = words("Issues without an answer, the most urgent first"), "choice"_a = words("Choice"),
        "deadline"_a = words("Answer by"), "issue"_a = words("Issue"), "topic"_a = words("Topic"),
        "assignee"_a = words("Assigned to"),
        "rows"_a = each(rows, [&](const store::QueuedIssue& row) { return row_view(visit, row, s); }),
        "acts"_a = may_answer(visit) ? acts_view(words) : Html{});
}

/// Mine first; what the address asks for is there even if nobody has it any longer.
std::vector<ui::Choice> owner_choices(const Visit& visit, const std::string& asked) {
    const auto& me = visit.signed_in->user.name;
    std::vector<ui::Choice> choices{{"", visit.words("All")}, {me, visit.words("Mine")}};
    auto others = store::assignees_of(visit.db, visit.process->id);
    others.push_back(asked);
    for (const auto& name : std::set<std::string>(others.begin(), others.end()))
        if (!name.empty() && name != me) choices.push_back({name, name});
    return choices;
}

Html filter_view(const Visit& visit, const inspel::Surroundings& s) {
    const auto& words = visit.words;
    const auto part = part_of(visit);
    std::vector<ui::Choice> topics{{"", words("All")}};
    for (const auto& topic : s.topics) topics.push_back({topic.slug, visit.in(topic.title)});
    return html(R"(
<form class="filter" method="get" role="search" aria-label="{label}">{topic}{assignee}<button class="btn quiet" type="submit">{submit}</button></form>)",
        "label"_a = words("Filter the queue"),
        "topic"_a =
            ui::select({.name = "amne", .label = words("Topic"), .value = part.topic}, topics, {}, words),
        "assignee"_a = ui::select({.name = "ansvarig", .label = words("Assigned to"), .value = part.assignee},
            owner_choices(visit, part.assignee), {}, words),
        "submit"_a = words("Filter"));
}

/// "123.20417": the last issue seen, and the day that it is to be answered by. "123": it has none.
store::QueuePlace place_of(const Visit& visit) {
    const auto text = visit.query("efter");
    const auto dot = std::min(text.find('.'), text.size());
    store::QueuePlace place{{}, {Visit::number(text.substr(0, dot)).value_or(0)}};
    if (const auto day = Visit::number(text.substr(std::min(dot + 1, text.size()))))
        place.deadline = Day{std::chrono::days{*day}};
    return place;
}

std::string text_of(const Issue& last) {
    const auto id = std::to_string(last.id.value);
    return last.deadline ? id + '.' + std::to_string(last.deadline->time_since_epoch().count()) : id;
}

ui::Pages pages_of(const Visit& visit, const std::vector<store::QueuedIssue>& rows, bool has_more) {
    const auto first = within(part_of(visit), visit.href(address::to_answer));
    ui::Pages pages;
    if (!visit.query("efter").empty()) pages.first = first;
    if (has_more) pages.next = with_query(first, {{"efter", text_of(rows.back().issue)}});
    return pages;
}

Html nothing_view(const Visit& visit, std::int64_t unanswered) {
    const auto& words = visit.words;
    if (unanswered == 0) return html("<p>{}</p>", words("Every issue has an answer."));
    return html("<p>{} <a href=\"{}\">{}</a></p>", words("No issue without an answer fits the filter."),
        visit.href(address::to_answer),
        words.count("Show the {} that waits", "Show all {} that wait", unanswered));
}

Html keys_view(const Words& words) {
    return html(
        R"(<ul class="keys"><li><kbd>J</kbd> <kbd>K</kbd> {}</li><li><kbd>X</kbd> {}</li><li><kbd>Enter</kbd> {}</li></ul>)",
        words("next, previous"), words("choose"), words("open"));
}

std::string lead_of(const Visit& visit, std::int64_t unanswered) {
    const auto& words = visit.words;
    const auto states = store::tally_of(visit.db, visit.process->id, store::Counter::state);
    const auto desk = store::tally_of(visit.db, visit.process->id, store::Counter::desk);
    return words.count("{} issue has no answer.", "{} issues have no answer.", unanswered) + " " +
           words("{} inspel wait for review, {} answers wait to be published.", kept(states, "received"),
               kept(desk, name_of(store::Waiting::held)));
}

Response queue_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto s = inspel::surroundings_of(visit);
    const auto unanswered = kept(store::tally_of(visit.db, visit.process->id, store::Counter::desk),
        name_of(store::Waiting::unanswered));
    auto rows = store::queue(
        visit.db, visit.process->id, filter_of(visit, part_of(visit)), place_of(visit), rows_on_a_page + 1);
    const bool has_more = rows.size() > rows_on_a_page;
    if (has_more) rows.pop_back();
    const auto body = html("{errors}<h1>{title}</h1><p class=\"lead\">{lead}</p>{filter}{table}{pages}{keys}",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = words("To answer"),
        "lead"_a = lead_of(visit, unanswered), "filter"_a = filter_view(visit, s),
        "table"_a = rows.empty() ? nothing_view(visit, unanswered) : table_view(visit, rows, s),
        "pages"_a = ui::pagination(pages_of(visit, rows, has_more), words), "keys"_a = keys_view(words));
    return page_with_form(desk_page(visit, words("To answer"), body, ""), visit, complaints, status);
}

}  // namespace

Part part_of(const Visit& visit) {
    return {std::string{visit.query("amne")}, std::string{visit.query("ansvarig")}};
}

std::string within(const Part& part, std::string address) {
    return with_query(std::move(address), {{"amne", part.topic}, {"ansvarig", part.assignee}});
}

store::QueueFilter filter_of(const Visit& visit, const Part& part) {
    store::QueueFilter filter;
    for (const auto& topic : store::topics_of(visit.db, visit.process->id))
        if (topic.slug == part.topic) filter.topic = topic.id;
    filter.assignee = part.assignee;
    return filter;
}

std::string open_issue_href(const Visit& visit, const Part& part, int inspel_number, int position) {
    const auto n = std::to_string(position);
    return within(part, with_query(visit.href(address::inspel_workbench, inspel_number), {{"synpunkt", n}})) +
           "#synpunkt-" + n;
}

std::string due(const Visit& visit, const Issue& issue) {
    const auto day = with_weekday(*issue.deadline, visit.words);
    if (!issue.is_late(visit.today())) return day;
    return day + ", " +
           visit.words.count("{} day late", "{} days late", (visit.today() - *issue.deadline).count());
}

bool may_answer(const Visit& visit) {
    return authorize(visit.signed_in->actor, Action::handle_issues, visit.process->id);
}

std::vector<std::string> owners(const Visit& visit) {
    std::set<std::string> names;
    for (auto& name : store::assignees_of(visit.db, visit.process->id)) names.insert(std::move(name));
    for (const auto& member : store::members_of(visit.db, visit.process->id)) names.insert(member.user.name);
    return {names.begin(), names.end()};
}

Response to_answer(const Visit& visit) {
    return queue_page(visit, {}, 200);
}

Response to_answer_again(const Visit& visit, const ui::Complaints& complaints) {
    return queue_page(visit, complaints, 422);
}

}  // namespace medskapa::web::issue::desk
