#include "web/issue/desk/issue_views.hpp"

#include "store/inspel/inspel_store.hpp"
#include "store/issue/columns.hpp"
#include "store/issue/issue_store.hpp"
#include "web/document/addresses.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/inspel/note.hpp"
#include "web/inspel/views.hpp"
#include "web/issue/desk/checks/checks.hpp"
#include "web/issue/desk/queue.hpp"
#include "web/ui/keys.hpp"

#include <algorithm>

namespace medskapa::web::issue::desk {
namespace {

using ui::Choice;

std::vector<Choice> outcome_choices(const Words& words) {
    auto choices = ui::choices_of<Outcome>(words);
    std::erase_if(choices, [](const Choice& choice) { return choice.value == name_of(Outcome::waiting); });
    return choices;
}

/// Buttons that put a text block at the end of the answer, without saving it.
Html text_block_buttons(const Visit& visit) {
    const auto blocks = store::text_blocks_of(visit.db, visit.process->id);
    if (blocks.empty()) return {};
    return html(
        "<details class=\"more\"><summary data-key=\"b\">{}</summary><p class=\"row\">{}</p></details>",
        visit.words("Add a text block"), each(blocks, [](const TextBlock& block) {
            return html("<button class=\"btn quiet small\" name=\"textblock\" value=\"{}\">{}</button>",
                block.id.value, block.title);
        }));
}

/// An answer as its form shows it: as it is, or as it was typed.
struct Shown {
    std::string outcome;
    std::string text;
    ui::Complaints complaints = {};
    std::string reason = {};  // of a change
};

Shown shown_in_form(
    const Visit& visit, const Issue& issue, const std::optional<Answer>& answer, const Unsaved& unsaved) {
    if (unsaved.issue == issue.id && unsaved.text)
        return {std::string{visit.field("utfall")}, *unsaved.text, unsaved.complaints,
            std::string{visit.field("andringsskal")}};
    Shown shown;
    if (answer) shown = {std::string{name_of(answer->outcome)}, answer->text};
    const auto at = answer_place(visit, issue);
    shown.outcome = drafted(visit, at, "utfall", shown.outcome);
    shown.text = drafted(visit, at, "svar", shown.text);
    shown.reason = drafted(visit, at, "andringsskal", "");
    return shown;
}

Html answer_fields(const Visit& visit, const Shown& shown) {
    const auto& words = visit.words;
    return html("{}{}{}",
        ui::radio_group({.name = "utfall", .label = words("Outcome"), .value = shown.outcome},
            outcome_choices(words), shown.complaints, words),
        ui::text_area(
            {.name = "svar",
                .label = words("Answer and reasons"),
                .value = shown.text,
                .hint = words("Written to the sender. Say what you did, why, and what happens next.")},
            5, shown.complaints, words),
        text_block_buttons(visit));
}

Html alike_pick(const Visit& visit, const Issue& issue, bool is_ticked) {
    const auto inspel = store::find_inspel(visit.db, issue.inspel).value();
    return html(
        R"(<label class="pick"><input type="checkbox" name="med" value="{id}"{checked}> <span>{title} (I-{number}:{position})</span></label>)",
        "id"_a = issue.id.value, "checked"_a = when(is_ticked, html(" checked")), "title"_a = issue.title,
        "number"_a = inspel.number, "position"_a = issue.position);
}

/// The others of its group that have no answer: each gets this one unless its tick is taken away.
Html alike_view(const Visit& visit, const Issue& issue, const Unsaved& unsaved) {
    if (!issue.group || issue.answer) return {};
    const auto chosen = visit.fields("med");
    const bool is_again = unsaved.issue == issue.id && unsaved.text;
    Html picks;
    for (const auto& other : store::issues_in(visit.db, visit.process->id, issue.group)) {
        if (other.answer || other.id == issue.id) continue;
        const auto id = std::to_string(other.id.value);
        const bool is_chosen = std::find(chosen.begin(), chosen.end(), id) != chosen.end();
        picks += alike_pick(visit, other, !is_again || is_chosen);
    }
    if (picks.empty()) return {};
    return html("<fieldset class=\"field\"><legend>{}</legend>{}</fieldset>",
        visit.words("These issues get the same answer"), picks);
}

/// The issue and its answer, as this page shows them.
std::vector<sql::RowVersion> seen(const Visit& visit, const Issue& issue) {
    std::vector<sql::RowVersion> all{sql::version_of<store::tables::issue>(issue)};
    if (const auto answer = store::find_answer(visit.db, issue.answer))
        all.push_back(sql::version_of<store::tables::answer>(*answer));
    return all;
}

Html form_to(const Visit& visit, const Issue& issue, AddressBelow<1> action, const Html& fields,
    const std::string& button) {
    return html(
        R"(<form method="post" action="{action}#synpunkt-{position}" novalidate>{guard}{issue}{fields}<p>{submit}</p>{draft}</form>)",
        "action"_a = within(part_of(visit), workbench_href(visit, action)), "position"_a = issue.position,
        "guard"_a = form_guard(visit, seen_with_draft(visit, answer_place(visit, issue), seen(visit, issue))),
        "draft"_a = draft_tools(visit, answer_place(visit, issue)),
        "issue"_a = ui::hidden_field("synpunkt", std::to_string(issue.id.value)), "fields"_a = fields,
        "submit"_a = ui::submit(button, ui::Weight::filled));
}

Html answer_form(const Visit& visit, const Issue& issue, const Shown& shown, const Html& alike) {
    return form_to(visit, issue, address::answer_issues, html("{}{}", answer_fields(visit, shown), alike),
        visit.words("Save and go to the next"));
}

/// What everybody has read is changed at once, and with a reason that everybody reads.
Html change_form(const Visit& visit, const Issue& issue, const Shown& shown) {
    const auto& words = visit.words;
    const auto reason =
        ui::text_area({.name = "andringsskal",
                          .label = words("What do you change, and why?"),
                          .value = shown.reason,
                          .hint = words("The answer is public. The change is seen at once, with its day and "
                                        "these words beside it.")},
            2, shown.complaints, words);
    const auto withheld =
        ui::checkbox({.name = "visas-inte",
                         .label = words("Do not show what it said: it held something about a person"),
                         .value = std::string{visit.field("visas-inte")}},
            shown.complaints, words);
    return form_to(visit, issue, address::change_answer,
        html("{}{}{}", answer_fields(visit, shown), reason, withheld), words("Publish the change"));
}

/// What was published a moment ago can be taken back.
Html take_back_form(const Visit& visit, const Issue& issue, const Answer& answer) {
    if (!can_take_back(answer, visit.now)) return {};
    return html(R"(<form method="post" action="{action}">{guard}{issue}<p>{lead}</p><p>{submit}</p></form>)",
        "action"_a = workbench_href(visit, address::take_back_answer),
        "guard"_a = form_guard(visit, seen(visit, issue)),
        "issue"_a = ui::hidden_field("synpunkt", std::to_string(issue.id.value)),
        "lead"_a = visit.words("Within an hour of publishing it the answer can be taken back."),
        "submit"_a = ui::submit(visit.words("Take the answer back"), ui::Weight::small));
}

Html form_of(
    const Visit& visit, const Issue& issue, const std::optional<Answer>& answer, const Unsaved& unsaved) {
    const auto shown = shown_in_form(visit, issue, answer, unsaved);
    const auto form = answer && answer->published_at
                          ? change_form(visit, issue, shown)
                          : answer_form(visit, issue, shown, alike_view(visit, issue, unsaved));
    return html("{offer}{checks}{form}{back}", "offer"_a = draft_offer(visit, answer_place(visit, issue)),
        "checks"_a = html("{}{}", checks_view(visit, shown.text), wording_view(visit, shown.text)),
        "form"_a = form, "back"_a = answer ? take_back_form(visit, issue, *answer) : Html{});
}

Html keys_view(const Words& words) {
    return ui::key_hints({{"1 2 3 4", words("outcome")}, {"B", words("text block")}, {"S", words("write")},
        {"Ctrl Enter", words("save and go to the next")}, {"?", words("all keys")}});
}

Html one_button(const Visit& visit, const Issue& issue, AddressBelow<1> address, const std::string& text) {
    return post_button(visit, visit.href(address, issue.id.value), ui::submit(text, ui::Weight::small), {},
        seen(visit, issue));
}

/// Says which change of the text the answer led to.
Html change_link(const Visit& visit, const Issue& issue) {
    const auto id = "andring" + std::to_string(issue.position);
    return html(
        R"(<form method="post" action="{action}" class="row">{guard}<label for="{id}">{label}</label> <input id="{id}" name="andring"> {submit}</form>)",
        "action"_a = visit.href(address::link_answer, issue.id.value),
        "guard"_a = form_guard(visit, seen(visit, issue)), "id"_a = id,
        "label"_a = visit.words("Led to change (Ä-12)"),
        "submit"_a = ui::submit(visit.words("Link"), ui::Weight::small));
}

/// Who answers and until when. What was typed stays when it was refused.
Html assign_form(const Visit& visit, const Issue& issue, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto owner = complaints.empty() ? issue.assignee : std::string{visit.field("handlaggare")};
    const auto standing = issue.deadline ? time::iso(*issue.deadline) : std::string{};
    const auto last = complaints.empty() ? standing : std::string{visit.field("svarsdag")};
    return html(
        R"(<form method="post" action="{action}" class="pair" novalidate>{guard}{issue}{owner}{last_day}{why}<p>{submit}</p></form>)",
        "action"_a = within(part_of(visit), workbench_href(visit, address::assign_issues)),
        "guard"_a = form_guard(visit, seen(visit, issue)),
        "issue"_a = ui::hidden_field("synpunkt", std::to_string(issue.id.value)),
        "owner"_a = owner_field(visit, "handlaggare", owner),
        "last_day"_a = ui::text_field(
            {.name = "svarsdag", .label = words("Answer by"), .value = last, .is_optional = true},
            ui::Input::date, complaints, words),
        "why"_a = ui::text_field({.name = "motiv",
                                     .label = words("Why the day is moved"),
                                     .value = complaints.empty() ? "" : std::string{visit.field("motiv")},
                                     .hint = words("Everybody reads it. Needed when the day is another."),
                                     .is_optional = true},
            ui::Input::text, complaints, words),
        "submit"_a = ui::submit(words("Save"), ui::Weight::small));
}

/// The form above, and ways back from a mistake.
Html issue_tools(const Visit& visit, const Issue& issue, const Unsaved& unsaved) {
    const auto& words = visit.words;
    const bool is_refused = unsaved.issue == issue.id && !unsaved.text;
    return html(R"(
<details class="more"{open}><summary>{title}</summary>{assign}
<p class="row">{remove}{leave_group}</p>{change}</details>)",
        "open"_a = when(is_refused, html(" open")),
        "title"_a = words("Responsible, answer by, remove the issue"),
        "assign"_a = assign_form(visit, issue, is_refused ? unsaved.complaints : ui::Complaints{}),
        "remove"_a = issue.answer
                         ? Html{}
                         : one_button(visit, issue, address::remove_issue, words("Remove the issue")),
        "leave_group"_a =
            issue.group ? one_button(visit, issue, address::leave_group, words("Take it out of its group"))
                        : Html{},
        "change"_a = issue.answer ? change_link(visit, issue) : Html{});
}

std::string state_of(const Visit& visit, const Issue& issue, const std::optional<Answer>& answer) {
    const auto& words = visit.words;
    const auto state = !answer                ? words("No answer yet")
                       : answer->published_at ? words("The answer is public")
                                              : words("The answer waits to be published");
    const bool is_public = answer && answer->published_at;
    const auto deadline =
        issue.deadline && !is_public ? " · " + words("Answer by {}", due(visit, issue)) : std::string{};
    return state + " · " + (issue.assignee.empty() ? words("Nobody yet") : issue.assignee) + deadline;
}

/// What was answered, and the way to the form.
Html folded(const Visit& visit, const Issue& issue, const std::optional<Answer>& answer, bool may_answer) {
    const auto& words = visit.words;
    const auto n = std::to_string(issue.position);
    const auto here =
        within(part_of(visit), with_query(workbench_href(visit), {{"synpunkt", n}})) + "#synpunkt-" + n;
    const auto way_in =
        may_answer
            ? html("<p>{}</p>", ui::button_link(here, answer ? words("Change the answer") : words("Answer"),
                                    ui::Weight::small))
            : Html{};
    return html("{}{}{}",
        answer ? html("<p>{}</p>", ui::outcome(inspel::badge(answer->outcome), words)) : Html{},
        answer ? inspel::paragraphs(answer->text) : Html{}, way_in);
}

}  // namespace

std::string workbench_href(const Visit& visit, AddressBelow<1> address) {
    return visit.href(address, visit.path.at("number"));
}

DraftPlace answer_place(const Visit& visit, const Issue& issue) {
    const auto inspel = visit.path.find("number");
    const auto number = inspel == visit.path.end() ? 0 : Visit::number(inspel->second).value_or(0);
    return {"svar/" + std::to_string(issue.id.value),
        open_issue_href(visit, part_of(visit), number, issue.position)};
}

Html owner_field(const Visit& visit, const std::string& name, const std::string& owner) {
    const auto& words = visit.words;
    return ui::text_field({.name = name,
                              .label = words("Assigned to"),
                              .value = owner,
                              .is_optional = true,
                              .suggestions = owners(visit)},
        ui::Input::text, {}, words);
}

Html issue_view(const Visit& visit, const Issue& issue, const Unsaved& unsaved, bool is_current) {
    const auto answer = store::find_answer(visit.db, issue.answer);
    const bool opened = is_current && may_answer(visit);
    return html(R"(
<section class="issue" id="synpunkt-{position}"{current}><h2>{title}</h2>{quote}<p class="meta">{state}</p>{content}</section>)",
        "position"_a = issue.position, "current"_a = when(opened, html(" data-current")),
        "title"_a = inspel::numbered_title(issue), "quote"_a = inspel::quote_view(issue),
        "state"_a = state_of(visit, issue, answer),
        "content"_a = opened ? html("{}{}{}", form_of(visit, issue, answer, unsaved),
                                   issue_tools(visit, issue, unsaved), keys_view(visit.words))
                             : folded(visit, issue, answer, may_answer(visit)));
}

}  // namespace medskapa::web::issue::desk
