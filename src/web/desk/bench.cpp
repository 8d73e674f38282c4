#include "app/inspel.hpp"
#include "app/issues.hpp"
#include "store/inspel_store.hpp"
#include "store/issue_store.hpp"
#include "web/desk/pages.hpp"
#include "web/inspel/views.hpp"
#include "web/inspel/words.hpp"
#include "web/ui/form.hpp"

namespace medskapa::web::desk {
namespace {

using inspel::shown;
using ui::Choice;

std::string address(const Visit& visit, const std::string& below = "") {
    return visit.process_href("/handlaggning/inspel/" + visit.path.at("number") + below);
}

std::optional<Inspel> asked_for(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number"));
    return number ? store::inspel_numbered(visit.db, visit.process->id, *number) : std::nullopt;
}

std::vector<Choice> decline_choices(const Words& words) {
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < names_of<DeclineReason>.size(); ++i)
        choices.push_back(
            {std::string{names_of<DeclineReason>[i]}, shown(static_cast<DeclineReason>(i), words), {}});
    return choices;
}

std::vector<Choice> outcome_choices(const Words& words) {
    std::vector<Choice> choices;
    for (std::size_t i = 0; i + 1 < names_of<Outcome>.size(); ++i)
        choices.push_back({std::string{names_of<Outcome>[i]}, shown(static_cast<Outcome>(i), words), {}});
    return choices;
}

Html review_view(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    if (!authorize(visit.signed_in->actor, Action::moderate_inspel, visit.process->id)) return {};
    return html(R"(
<form method="post" action="{}">{}<p>{}</p></form>
<details class="more"{}><summary>{}</summary><form method="post" action="{}" novalidate>{}{}{}<p>{}</p></form></details>)",
        address(visit, "/publicering"), form_guard(visit, ""),
        ui::submit(words("Publish the inspel"), ui::Weight::filled),
        complaints.empty() ? Html{} : html(" open"), words("Decline it"), address(visit, "/avslag"),
        form_guard(visit, ""),
        ui::radio_group(
            {.name = "grund", .label = words("Reason"), .value = std::string{visit.field("grund")}},
            decline_choices(words), complaints, words),
        ui::text_area({.name = "skal",
                          .label = words("To the sender"),
                          .value = std::string{visit.field("skal")},
                          .hint = words("Say what was wrong and what they can do instead.")},
            3, complaints, words),
        ui::submit(words("Decline the inspel"), ui::Weight::quiet));
}

Html copy_view(const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    if (!authorize(visit.signed_in->actor, Action::moderate_inspel, visit.process->id)) return {};
    return html(R"(
<details class="more"><summary>{}</summary><form method="post" action="{}" novalidate>{}{}{}<p>{}</p></form></details>)",
        words("Change the copy that is shown"), address(visit, "/kopia"), form_guard(visit, ""),
        ui::text_field({.name = "rubrik", .label = words("Title"), .value = inspel.shown_title},
            ui::Input::text, {}, words),
        ui::text_area(
            {.name = "text",
                .label = words("Shown text"),
                .value = inspel.shown_text,
                .hint = words("The original is never changed. Take away only what must not be shown.")},
            8, complaints, words),
        ui::submit(words("Save the copy"), ui::Weight::quiet));
}

Html split_view(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html(R"(
<form method="post" action="{}" class="issue" data-marks novalidate><h2>{}</h2>{}<input type="hidden" name="start"><input type="hidden" name="end">{}{}{}<p>{}</p></form>)",
        address(visit, "/synpunkter"), words("New issue"), form_guard(visit, ""),
        ui::text_area({.name = "citat",
                          .label = words("The words that it is about"),
                          .value = std::string{visit.field("citat")},
                          .hint = words("Mark them in the text, or copy them here exactly.")},
            3, complaints, words),
        ui::text_field({.name = "rubrik",
                           .label = words("Title"),
                           .value = std::string{visit.field("rubrik")},
                           .is_optional = true},
            ui::Input::text, complaints, words),
        ui::text_field({.name = "ansvarig",
                           .label = words("Assigned to"),
                           .value = std::string{visit.field("ansvarig")},
                           .is_optional = true},
            ui::Input::text, complaints, words),
        ui::submit(words("Split off the issue"), ui::Weight::quiet));
}

/// An answer that came back to its form: what was wrong with it, and its text, perhaps with a text block
/// added.
struct Unsaved {
    Id<Issue> issue;
    ui::Complaints complaints;
    std::string text;
};

/// Buttons that put a text block at the end of the answer, without saving it.
Html text_block_buttons(const Visit& visit) {
    const auto blocks = store::text_blocks_of(visit.db, visit.process->id);
    if (blocks.empty()) return {};
    return html("<details class=\"more\"><summary>{}</summary><p class=\"row\">{}</p></details>",
        visit.words("Add a text block"), each(blocks, [](const TextBlock& block) {
            return html("<button class=\"btn quiet small\" name=\"textblock\" value=\"{}\">{}</button>",
                block.id.value, block.title);
        }));
}

Html answer_form(
    const Visit& visit, const Issue& issue, const std::optional<Answer>& answer, const Unsaved& unsaved) {
    const auto& words = visit.words;
    const bool is_this = unsaved.issue == issue.id;
    const auto complaints = is_this ? unsaved.complaints : ui::Complaints{};
    const auto outcome = is_this  ? std::string{visit.field("utfall")}
                         : answer ? std::string{name_of(answer->outcome)}
                                  : "";
    const auto text = is_this ? unsaved.text : answer ? answer->text : std::string{};
    const auto group_size =
        issue.group ? store::issues_in(visit.db, visit.process->id, issue.group).size() : 0;
    const auto to_all =
        group_size > 1 && !answer
            ? ui::checkbox({.name = "alla",
                               .label = words("Give all the {} alike issues this answer", group_size),
                               .is_optional = true},
                  {}, words)
            : Html{};
    return html(R"(<form method="post" action="{}#synpunkt-{}" novalidate>{}{}{}{}{}<p>{}</p></form>)",
        address(visit, "/svar"), issue.position, form_guard(visit, ""),
        ui::hidden_field("synpunkt", std::to_string(issue.id.value)),
        ui::radio_group({.name = "utfall", .label = words("Outcome"), .value = outcome},
            outcome_choices(words), complaints, words),
        ui::text_area(
            {.name = "svar",
                .label = words("Answer and reasons"),
                .value = text,
                .hint = words("Written to the sender. Say what you did, why, and what happens next.")},
            5, complaints, words),
        html("{}{}", text_block_buttons(visit), to_all),
        ui::submit(words("Save the answer"), ui::Weight::filled));
}

std::string issue_address(const Visit& visit, const Issue& issue, const std::string& act) {
    return visit.process_href("/handlaggning/synpunkter/" + std::to_string(issue.id.value) + act);
}

Html one_button(const Visit& visit, const std::string& action, const std::string& text) {
    return html("<form method=\"post\" action=\"{}\">{}{}</form>", action, form_guard(visit, ""),
        ui::submit(text, ui::Weight::small));
}

/// Who answers and until when, and ways back from a mistake.
Html issue_tools(const Visit& visit, const Issue& issue) {
    const auto& words = visit.words;
    const auto n = std::to_string(issue.position);
    return html(R"(
<details class="more"><summary>{}</summary>
<form method="post" action="{}" class="pair">{}{}{}<p>{}</p></form>
<p class="row">{}{}</p></details>)",
        words("Assign, move the day or undo"), issue_address(visit, issue, "/tilldelning"),
        form_guard(visit, ""),
        html(
            R"(<div class="field"><label for="ansvarig{0}">{1}</label><input id="ansvarig{0}" name="ansvarig" value="{2}"></div>)",
            n, words("Assigned to"), issue.assignee),
        html(
            R"(<div class="field"><label for="senast{0}">{1}</label><input id="senast{0}" name="senast" type="date" value="{2}"></div>)",
            n, words("Answer by"), issue.deadline ? time::iso(*issue.deadline) : std::string{}),
        ui::submit(words("Save"), ui::Weight::small),
        issue.answer
            ? Html{}
            : one_button(visit, issue_address(visit, issue, "/borttagning"), words("Undo the split")),
        issue.group ? one_button(visit, issue_address(visit, issue, "/grupp/borttagning"),
                          words("Take it out of its group"))
                    : Html{});
}

Html issue_view(const Visit& visit, const Issue& issue, const Unsaved& unsaved) {
    const auto& words = visit.words;
    const auto answer = store::find_answer(visit.db, issue.answer);
    const auto state = !answer                ? words("No answer yet")
                       : answer->published_at ? words("The answer is public")
                                              : words("The answer is held back");
    const auto deadline = issue.deadline ? words("Answer by {}", words.day(*issue.deadline)) : std::string{};
    const bool may_answer =
        authorize(visit.signed_in->actor, Action::handle_issues, visit.process->id).has_value();
    return html(R"(
<section class="issue" id="synpunkt-{}"{}><h2>{}. {}</h2><blockquote><p>{}</p></blockquote><p class="meta">{} · {} · {}</p>{}{}{}</section>)",
        issue.position, answer ? Html{} : html(" data-current"), issue.position, issue.title, issue.quote,
        state, issue.assignee.empty() ? words("Nobody yet") : issue.assignee, deadline,
        answer ? html("<p>{}</p>", ui::outcome(inspel::badge(answer->outcome), words)) : Html{},
        may_answer ? answer_form(visit, issue, answer, unsaved)
        : answer   ? inspel::paragraphs(answer->text)
                   : Html{},
        may_answer ? issue_tools(visit, issue) : Html{});
}

Html additions_view(const Visit& visit, const Inspel& inspel) {
    const auto& words = visit.words;
    return each(store::additions_of(visit.db, inspel.id), [&](const Addition& addition) {
        const auto show =
            addition.is_shown
                ? html("<p class=\"meta\">{}</p>", words("Shown"))
                : html("<form method=\"post\" action=\"{}\">{}{}{}</form>", address(visit, "/tillagg"),
                      form_guard(visit, ""), ui::hidden_field("tillagg", std::to_string(addition.id.value)),
                      ui::submit(words("Show the addition"), ui::Weight::small));
        return html("<h2>{}</h2><div class=\"original as-typed\">{}</div>{}",
            words("Added by the sender {}", words.day(visit.site.clock.day(addition.added_at))),
            addition.text, show);
    });
}

Html state_view(const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    switch (inspel.state) {
        case Inspel::State::received: return review_view(visit, complaints);
        case Inspel::State::published: return {};
        case Inspel::State::withdrawn: return html("<p>{}</p>", words("The sender has withdrawn it."));
        case Inspel::State::declined: break;
    }
    return html("<p>{}</p><p>{}</p>", words("Declined: {}.", shown(*inspel.decline_reason, words)),
        inspel.decline_note);
}

Response bench_page(const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints,
    const Unsaved& unsaved, int status) {
    const auto& words = visit.words;
    const auto s = inspel::surroundings_of(visit);
    const auto issues = store::issues_of(visit.db, inspel.id);
    const bool is_published = inspel.state == Inspel::State::published;
    const bool may_split =
        is_published && authorize(visit.signed_in->actor, Action::handle_issues, visit.process->id);
    const auto contact = store::contact_of(visit.db, inspel.id);
    const auto body = html(R"({}
<h1>{}</h1><p class="meta">{} · {} · {}</p>
<div class="bench"><section class="stay" aria-labelledby="or"><h2 id="or" class="vh">{}</h2>{}{}{}{}</section><div>{}{}{}</div></div>)",
        ui::error_summary(unsaved.complaints.empty() ? complaints : unsaved.complaints, words),
        inspel.shown_title, inspel::meta_line(inspel, s, visit), shown(inspel.channel, words),
        inspel::concerns_title(s, inspel.concerns, visit), words("The inspel as it was written"),
        inspel::marked_text(inspel.shown_text, issues),
        contact.empty() ? Html{}
                        : html("<p class=\"meta\">{}</p>", words("How to reach the sender: {}", contact)),
        is_published || inspel.state == Inspel::State::received ? copy_view(visit, inspel, complaints)
                                                                : Html{},
        additions_view(visit, inspel), state_view(visit, inspel, complaints),
        each(issues, [&](const Issue& issue) { return issue_view(visit, issue, unsaved); }),
        may_split ? split_view(visit, complaints) : Html{});
    auto content = desk_page(visit, inspel.shown_title, body, "-");
    content.crumbs = {{visit.process_href("/handlaggning"), words("To answer")}};
    content.has_errors = !complaints.empty() || !unsaved.complaints.empty();
    return not_stored(page(content, visit, status));
}

std::string with_block(const Visit& visit, int id) {
    std::string text{visit.field("svar")};
    for (const auto& block : store::text_blocks_of(visit.db, visit.process->id))
        if (block.id.value == id) text += (text.empty() ? "" : "\n\n") + block.text;
    return text;
}

template <class T>
Response done_or_again(const Visit& visit, const Result<T>& result, const std::string& next) {
    if (result) return see_other(next);
    const auto inspel = asked_for(visit);
    if (!inspel || result.error().complaints.empty()) return problem(visit, result.error().kind);
    return bench_page(visit, *inspel, result.error().complaints, {}, status_of(result.error().kind));
}

}  // namespace

Response bench(const Visit& visit) {
    const auto inspel = asked_for(visit);
    if (!inspel) return problem(visit, Failure::Kind::not_found);
    return bench_page(visit, *inspel, {}, {}, 200);
}

Response publish(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number")).value_or(0);
    return done_or_again(visit,
        visit.write([&](auto& tx) { return app::publish_inspel(tx, visit.permit, *visit.process, number); }),
        address(visit));
}

Response decline(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number")).value_or(0);
    return done_or_again(visit, visit.write([&](auto& tx) {
        return app::decline_inspel(
            tx, visit.permit, *visit.process, number, visit.field("grund"), std::string{visit.field("skal")});
    }),
        visit.process_href("/handlaggning/granska"));
}

Response edit_copy(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number")).value_or(0);
    return done_or_again(visit, visit.write([&](auto& tx) {
        return app::edit_copy(tx, visit.permit, *visit.process, number, std::string{visit.field("rubrik")},
            std::string{visit.field("text")});
    }),
        address(visit));
}

Response split(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number")).value_or(0);
    IssueDraft draft;
    draft.quote = std::string{visit.field("citat")};
    draft.title = std::string{visit.field("rubrik")};
    draft.assignee = std::string{visit.field("ansvarig")};
    return done_or_again(visit, visit.write([&](auto& tx) {
        return app::split_inspel(tx, visit.permit, *visit.process, number, draft, visit.today());
    }),
        address(visit));
}

Response answer(const Visit& visit) {
    const auto inspel = asked_for(visit);
    const auto id = Visit::number(visit.field("synpunkt"));
    if (!inspel || !id) return problem(visit, Failure::Kind::not_found);
    if (const auto block = Visit::number(visit.field("textblock")))
        return bench_page(visit, *inspel, {}, {{*id}, {}, with_block(visit, *block)}, 200);
    const auto reach = visit.field("alla") == "ja" ? app::Reach::unanswered_in_group : app::Reach::this_issue;
    const auto answered = visit.write([&](auto& tx) {
        return app::answer_issue(tx, visit.permit, *visit.process, {*id}, visit.field("utfall"),
            std::string{visit.field("svar")}, reach);
    });
    if (answered) return see_other(address(visit));
    if (answered.error().complaints.empty()) return problem(visit, answered.error().kind);
    return bench_page(
        visit, *inspel, {}, {{*id}, answered.error().complaints, std::string{visit.field("svar")}}, 422);
}

}  // namespace medskapa::web::desk
