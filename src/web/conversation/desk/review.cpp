#include "web/conversation/desk/review.hpp"

#include "app/conversation/alike_statements.hpp"
#include "store/conversation/columns.hpp"
#include "store/inspel/inspel_store.hpp"
#include "web/conversation/addresses.hpp"
#include "web/conversation/part.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/issue/addresses.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::conversation::desk {
namespace {

constexpr std::size_t most_alike = 3;

std::string ruling_href(
    const Visit& visit, const ActivityConversation& conversation, const Statement& statement) {
    return visit.href(address::review_statement, conversation.activity.slug, statement.number);
}

Html reason_button(RejectReason reason, std::size_t key, const Words& words) {
    return html(R"(
  <button class="btn quiet" name="beslut" value="{0}" data-key="{1}"><kbd>{1}</kbd>&nbsp;{2}</button>)",
        name_of(reason), key, shown(reason, words));
}

Html ruling_buttons(const Statement& statement, const Words& words) {
    Html buttons;
    if (statement.state != Statement::State::accepted)
        buttons = html(R"(
  <button class="btn" name="beslut" value="accepted" data-key="1"><kbd>1</kbd>&nbsp;{}</button>)",
            words("Show it"));
    std::size_t key = 2;
    for (const auto& name : names_of<RejectReason>) buttons += reason_button(name.value, key++, words);
    return buttons;
}

Html alike_view(const Words& words, const std::vector<const Statement*>& alike) {
    if (alike.empty()) return {};
    return html("<p>{}</p><ul>{}</ul>", words("Nearly the same:"),
        each(alike, [](const Statement* s) { return html("<li>{}. {}</li>", s->number, s->text); }));
}

/// Others that stand, and say nearly the same as this one.
Html alike_to(const Statement& statement, const std::vector<Statement>& all, const Words& words) {
    auto others = all;
    std::erase_if(others, [&](const Statement& other) {
        return other.number == statement.number || other.state == Statement::State::rejected;
    });
    return alike_view(words, app::alike(others, statement.text, most_alike));
}

std::string ruling_title(const Statement& statement, const Words& words) {
    return statement.state == Statement::State::accepted
               ? words("Statement {}: take it away, for what reason?", statement.number)
               : words("Statement {}", statement.number);
}

Html note_field(const Words& words) {
    return ui::text_field({.name = "not",
                              .label = words("Explanation for everybody, when it is rejected"),
                              .is_optional = true},
        ui::Input::text, {}, words);
}

Html ruling_form(const Visit& visit, const ActivityConversation& conversation, const Statement& statement,
    const std::vector<Statement>& all) {
    const auto& words = visit.words;
    return html(R"(
<form class="vote" method="post" action="{action}" aria-labelledby="att-svara-pa">
  {guard}
  <h3 class="kicker">{title}</h3>
  <blockquote id="att-svara-pa" tabindex="-1">{statement}</blockquote>
  {alike}
  {note}
  <div class="ways">{buttons}</div>
</form>)",
        "action"_a = ruling_href(visit, conversation, statement),
        "guard"_a = form_guard(visit, {sql::version_of<store::tables::statement>(statement)}),
        "title"_a = ruling_title(statement, words), "statement"_a = statement.text,
        "alike"_a = alike_to(statement, all, words), "note"_a = note_field(words),
        "buttons"_a = ruling_buttons(statement, words));
}

std::string state_text(const Statement& statement, const Words& words) {
    switch (statement.state) {
        case Statement::State::pending: return words("Waits for review");
        case Statement::State::accepted: return words("Shown");
        case Statement::State::rejected: break;
    }
    return shown(*statement.reason, words);
}

Html decide_button(const Visit& visit, const ActivityConversation& conversation, const Statement& statement,
    const std::string& code, const std::string& text) {
    return post_button(visit, ruling_href(visit, conversation, statement),
        ui::submit(text, ui::Weight::small), ui::hidden_field("beslut", code),
        {sql::version_of<store::tables::statement>(statement)});
}

/// The other decision than the one that stands. Taking a statement away asks for a reason first.
Html other_ruling(const Visit& visit, const ActivityConversation& conversation, const Statement& statement) {
    if (statement.state == Statement::State::rejected)
        return decide_button(visit, conversation, statement, "accepted", visit.words("Show it"));
    const auto& words = visit.words;
    return html(R"(<a href="{}">{}<span class="vh">, {}</span></a>)",
        with_query(visit.href(address::desk_conversation, conversation.activity.slug) + "#att-svara-pa",
            {{"las", std::to_string(statement.number)}}),
        statement.state == Statement::State::accepted ? words("Take it away") : words("Read it"),
        words("Statement {}", statement.number));
}

/// The inspel that has been made of it, or the button that makes one.
Html inspel_cell(const Visit& visit, const ActivityConversation& conversation, const Statement& statement) {
    if (statement.inspel) {
        const auto inspel = store::find_inspel(visit.db, statement.inspel);
        return html(R"(<a class="unbroken" href="{}">I-{}</a>)",
            visit.href(address::inspel_workbench, inspel->number), inspel->number);
    }
    if (statement.state != Statement::State::accepted) return {};
    return post_button(visit,
        visit.href(address::convert_statement, conversation.activity.slug, statement.number),
        ui::submit(visit.words("Make an inspel of it"), ui::Weight::small));
}

const Statement* numbered(const std::vector<Statement>& all, std::optional<int> number) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Statement& s) { return s.number == number; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::string decision_code(const Statement& statement) {
    return std::string{statement.reason ? name_of(*statement.reason) : name_of(statement.state)};
}

Ruling typed_ruling(const Visit& visit) {
    const std::string code{visit.field("beslut")};
    const bool is_state = code == "accepted" || code == "pending";
    return {is_state ? code : "rejected", code, std::string{visit.field("not")}};
}

Html to_review(
    const Visit& visit, const ActivityConversation& conversation, const std::vector<Statement>& all) {
    const auto& words = visit.words;
    const auto waits = [](const Statement& s) { return s.state == Statement::State::pending; };
    const auto first = std::find_if(all.begin(), all.end(), waits);
    const auto* statement = numbered(all, Visit::number(visit.query("las")));
    if (statement == nullptr && first != all.end()) statement = &*first;
    return html("<h2>{}</h2>{}",
        words.count("{} statement to review", "{} statements to review",
            std::count_if(all.begin(), all.end(), waits)),
        statement == nullptr ? html("<p>{}</p>", words("Nothing waits."))
                             : ruling_form(visit, conversation, *statement, all));
}

Html ruling_notice(
    const Visit& visit, const ActivityConversation& conversation, const std::vector<Statement>& all) {
    const auto* statement = numbered(all, Visit::number(visit.query("gjort")));
    const std::string before{visit.query("var")};
    if (statement == nullptr || before.empty()) return {};
    return ui::status(html("<p>{}</p>{}",
        visit.words("Statement {}: {}.", statement->number, state_text(*statement, visit.words)),
        decide_button(visit, conversation, *statement, before, visit.words("Undo"))));
}

Html statements_table(
    const Visit& visit, const ActivityConversation& conversation, const std::vector<Statement>& all) {
    const auto& words = visit.words;
    const auto part = asked_part(visit);
    ui::Table table{.caption = words("All statements"),
        .columns = {{words("Statement")}, {words("Status")}, {words("Decide anew")}, {words("Use it")}},
        .rows = {}};
    for (const auto& s : all)
        if (part.holds(s.number))
            table.rows.push_back({html("{}. {}", s.number, s.text), html("{}", state_text(s, words)),
                other_ruling(visit, conversation, s), inspel_cell(visit, conversation, s)});
    const auto last = all.empty() ? 0 : all.back().number;
    const auto here = visit.href(address::desk_conversation, conversation.activity.slug) + "#alla";
    const auto from_on = [&](const std::string& from) { return with_query(here, {{"fran", from}}); };
    return html(R"(
<section id="alla">{}{}</section>)",
        ui::table(table), ui::pagination(part.around(last, from_on), words));
}

}  // namespace medskapa::web::conversation::desk
