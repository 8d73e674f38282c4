#include "base/text.hpp"
#include "store/staff/desk_store.hpp"
#include "store/staff/staff_store.hpp"
#include "web/inspel/note.hpp"
#include "web/issue/addresses.hpp"
#include "web/issue/desk/list/list_views.hpp"
#include "web/issue/desk/queue.hpp"
#include "web/words/weekday.hpp"

namespace medskapa::web::issue::desk {
namespace {

using store::DeskKind;
using store::DeskRow;
using store::DeskStage;

constexpr std::size_t letters_of_answer = 120;

std::string chosen_value(const DeskRow& row) {
    return std::to_string(row.id) + '-' + store::mark_of(row);
}

std::string href_of(const Visit& visit, const DeskRow& row) {
    if (row.position != 0) return open_issue_href(visit, {}, row.inspel_number, row.position);
    return visit.href(address::inspel_workbench, row.inspel_number);
}

std::string number_of(const DeskRow& row) {
    const auto number = "I-" + std::to_string(row.inspel_number);
    return row.position == 0 ? number : number + ':' + std::to_string(row.position);
}

std::string sender_of(const Visit& visit, const DeskRow& row, const inspel::Surroundings& s) {
    const auto who = row.organisation.empty() ? shown(row.actor_kind, visit.words) : row.organisation;
    const auto where = inspel::municipality_name(s, row.municipality, visit);
    return where.empty() ? who : who + ", " + where;
}

std::string counted(const Visit& visit, const DeskRow& row, DeskKind kind) {
    if (kind == DeskKind::issues || row.issues == 0) return {};
    return " · " + visit.words.count("{} issue", "{} issues", row.issues);
}

Html due_view(const Visit& visit, const DeskRow& row) {
    if (!row.due) return {};
    const auto day = with_weekday(*row.due, visit.words);
    const auto days = (visit.today() - *row.due).count();
    if (days <= 0) return html("{}", day);
    return html(
        "<span class=\"late\">{}, {}</span>", day, visit.words.count("{} day late", "{} days late", days));
}

std::string assignee_of(const Visit& visit, const DeskRow& row) {
    if (row.stage == DeskStage::review || row.stage == DeskStage::declined) return {};
    if (row.assignee.empty()) return row.issues > 0 || row.position != 0 ? visit.words("Nobody yet") : "";
    return row.has_more_assignees ? visit.words("{} and others", row.assignee) : row.assignee;
}

/// What the row is called: an answer by its own words.
std::string title_of(const DeskRow& row) {
    return row.text.empty() ? row.title : text::excerpt(text::one_line(row.text), letters_of_answer);
}

Html row_view(
    const Visit& visit, const DeskRow& row, DeskKind kind, const inspel::Surroundings& s, bool is_chosen) {
    const auto& words = visit.words;
    const auto title = title_of(row);
    return html(R"(
<tr><td><input type="checkbox" id="v{id}" name="val" value="{value}"{checked}><label class="vh" for="v{id}">{choose}</label></td>
<th scope="row"><a href="{href}">{title}</a><br><span class="meta">{number} · {sender}{count}</span></th><td data-label="{stage_label}">{stage}</td><td data-label="{topic_label}">{topic}</td><td data-label="{assignee_label}">{assignee}</td><td data-label="{due_label}">{due}</td></tr>)",
        "id"_a = row.id, "value"_a = chosen_value(row), "checked"_a = when(is_chosen, html(" checked")),
        "choose"_a = words("Choose {}", title), "href"_a = href_of(visit, row), "title"_a = title,
        "number"_a = number_of(row), "sender"_a = sender_of(visit, row, s),
        "count"_a = counted(visit, row, kind),
        "stage"_a = row.outcome ? ui::outcome(inspel::badge(*row.outcome), words)
                                : html("{}", shown(row.stage, words)),
        "topic"_a = inspel::topic_title(s, row.topic, visit), "assignee"_a = assignee_of(visit, row),
        "due"_a = due_view(visit, row), "stage_label"_a = words("Status"), "topic_label"_a = words("Topic"),
        "assignee_label"_a = words("Assigned to"), "due_label"_a = words("Answer by"));
}

Html table_view(const Visit& visit, const Asked& asked, const inspel::Surroundings& s,
    const std::vector<DeskRow>& rows, const std::vector<std::string>& chosen) {
    const auto& words = visit.words;
    const auto is_chosen = [&](const DeskRow& row) {
        return asked.is_all || std::find(chosen.begin(), chosen.end(), chosen_value(row)) != chosen.end();
    };
    return html(R"(
<div class="scroll" role="region" aria-label="{caption}" tabindex="0"><table class="queue"><caption class="vh">{caption}</caption>
<thead><tr><td><span class="vh">{choice}</span></td><th scope="col">{what}</th><th scope="col">{stage}</th><th scope="col">{topic}</th><th scope="col">{assignee}</th><th scope="col">{due}</th></tr></thead>
<tbody>{rows}</tbody></table></div>)",
        "caption"_a = words("The list"), "choice"_a = words("Choice"), "what"_a = shown(asked.kind, words),
        "stage"_a = asked.kind == DeskKind::answers ? words("Outcome") : words("Status"),
        "topic"_a = words("Topic"), "assignee"_a = words("Assigned to"), "due"_a = words("Answer by"),
        "rows"_a = each(
            rows, [&](const DeskRow& row) { return row_view(visit, row, asked.kind, s, is_chosen(row)); }));
}

Html act_button(const char* value, const std::string& text, const char* key) {
    const std::string_view pressed = key;
    return html(
        R"(<button class="btn quiet" type="submit" name="gor" value="{value}"{key}>{text}{hint}</button>)",
        "value"_a = value, "key"_a = when(!pressed.empty(), html(R"( data-key="{}")", pressed)),
        "text"_a = text,
        "hint"_a = when(!pressed.empty(),
            html(R"( <kbd data-keys hidden aria-hidden="true">{}</kbd>)", pressed == "p" ? "P" : "G")));
}

Html assign_view(const Visit& visit) {
    const auto& words = visit.words;
    const auto me = visit.signed_in->user.id;
    Html options = html(R"(<option value="{}">{}</option>)", me.value, words("Me"));
    for (const auto& member : store::members_of(visit.db, visit.process->id))
        if (member.user.id != me)
            options += html(R"(<option value="{}">{}</option>)", member.user.id.value, member.user.name);
    options += html(R"(<option value="">{}</option>)", words("Nobody"));
    return html(
        R"(<p class="row"><label for="till">{}</label> <select id="till" name="till" data-key="t">{}</select> {}</p>)",
        words("Assigned to"), options, act_button("tilldela", words("Assign"), ""));
}

Html topic_view(const Visit& visit, const inspel::Surroundings& s) {
    const auto& words = visit.words;
    return html(
        R"(<p class="row"><label for="nytt-amne">{}</label> <select id="nytt-amne" name="nytt-amne">{}</select> {}</p>)",
        words("New topic"),
        each(s.topics,
            [&](const Topic& topic) {
                return html(R"(<option value="{}">{}</option>)", topic.slug, visit.in(topic.title));
            }),
        act_button("amne", words("Change topic"), ""));
}

Html group_view(const Visit& visit) {
    const auto& words = visit.words;
    return html(
        R"(<p class="row"><label for="grupp-rubrik">{}</label> <input id="grupp-rubrik" name="grupp-rubrik" value="{}"> {}</p>)",
        words("The group's name"), visit.field("grupp-rubrik"),
        act_button("gruppera", words("Join in a group"), "g"));
}

Html decline_view(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const bool is_again = visit.field("gor") == "avvisa";
    return html(
        R"(<details class="more"{open}><summary>{title}</summary>{reason}{note}<p>{submit}</p></details>)",
        "open"_a = when(is_again, html(" open")), "title"_a = words("Decline the chosen"),
        "reason"_a = ui::radio_group(
            {.name = "grund", .label = words("Reason"), .value = std::string{visit.field("grund")}},
            ui::choices_of<DeclineReason>(words), complaints, words),
        "note"_a = ui::text_area({.name = "skal",
                                     .label = words("To the sender"),
                                     .value = std::string{visit.field("skal")},
                                     .hint = words("Say what was wrong and what they can do instead.")},
            3, complaints, words),
        "submit"_a = act_button("avvisa", words("Decline the chosen"), ""));
}

/// What this person may do with what the list shows.
Html acts_view(
    const Visit& visit, const Asked& asked, const inspel::Surroundings& s, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto may = [&](Action action) { return authorize(visit.actor(), action, visit.process->id); };
    const bool is_inspel = asked.kind == DeskKind::inspel;
    const auto publish = asked.kind == DeskKind::answers ? Action::publish_answers : Action::moderate_inspel;
    Html acts;
    if (asked.kind != DeskKind::issues && may(publish))
        acts += html("<p>{}</p>", act_button("publicera", words("Publish the chosen"), "p"));
    if (may(Action::handle_issues) && asked.kind != DeskKind::answers) {
        acts += assign_view(visit);
        acts += topic_view(visit, s);
        acts += group_view(visit);
        if (is_inspel)
            acts += html("<p>{}</p>", act_button("uppdelat", words("The rest of them is no issue"), ""));
    }
    if (is_inspel && may(Action::moderate_inspel)) acts += decline_view(visit, complaints);
    if (acts.empty()) return {};
    return html(
        R"(<div class="bulk" role="group" aria-labelledby="med-valda"><p id="med-valda"><b>{}</b></p>{}</div>)",
        words("With the chosen:"), acts);
}

/// In one field, for they may be a thousand.
Html beyond_view(const std::vector<DeskRow>& beyond) {
    if (beyond.empty()) return {};
    std::string values;
    for (const auto& row : beyond) values += (values.empty() ? "" : " ") + chosen_value(row);
    return ui::hidden_field("val", values);
}

}  // namespace

Html rows_form(const Visit& visit, const Asked& asked, const inspel::Surroundings& s,
    const std::vector<DeskRow>& rows, const std::vector<DeskRow>& beyond, const ui::Complaints& complaints) {
    return html(R"(
<form method="post" action="{action}" id="val" tabindex="-1" data-list novalidate>{guard}{table}{beyond}{acts}</form>)",
        "action"_a = list_href(visit, asked), "guard"_a = form_guard(visit, ""),
        "table"_a = table_view(visit, asked, s, rows, visit.fields("val")), "beyond"_a = beyond_view(beyond),
        "acts"_a = acts_view(visit, asked, s, complaints));
}

}  // namespace medskapa::web::issue::desk
