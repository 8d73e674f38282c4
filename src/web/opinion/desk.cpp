#include "app/alike.hpp"
#include "app/statement_inspel.hpp"
#include "base/text.hpp"
#include "store/inspel_store.hpp"
#include "store/site_store.hpp"
#include "web/assets.hpp"
#include "web/opinion/map_view.hpp"
#include "web/opinion/pages.hpp"
#include "web/opinion/talk.hpp"
#include "web/opinion/voter.hpp"
#include "web/ui/form.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::opinion {
namespace {

constexpr std::size_t most_alike = 3;

Html reason_button(RejectReason reason, std::size_t key, const Words& words) {
    return html(R"(
  <button class="btn quiet" name="beslut" value="{0}" data-key="{1}"><kbd>{1}</kbd>&nbsp;{2}</button>)",
        name_of(reason), key, shown(reason, words));
}

Html ruling_buttons(const Words& words) {
    auto buttons = html(R"(
  <button class="btn" name="beslut" value="accepted" data-key="1"><kbd>1</kbd>&nbsp;{}</button>)",
        words("Show it"));
    for (std::size_t i = 0; i < names_of<RejectReason>.size(); ++i)
        buttons += reason_button(static_cast<RejectReason>(i), i + 2, words);
    return buttons;
}

Html alike_view(const Words& words, const std::vector<const Statement*>& alike) {
    if (alike.empty()) return {};
    return html("<p>{}</p><ul>{}</ul>", words("Nearly the same:"),
        each(alike, [](const Statement* s) { return html("<li>{}. {}</li>", s->number, s->text); }));
}

/// The statement that has waited longest, with a button and a key for each decision.
Html next_to_rule_on(
    const Visit& visit, const Talk& talk, const Statement& waiting, const std::vector<Statement>& all) {
    const auto& words = visit.words;
    auto others = all;
    std::erase_if(others, [&](const Statement& s) {
        return s.number == waiting.number || s.state == Statement::State::rejected;
    });
    return html(R"(
<form class="vote" method="post" action="{}" aria-labelledby="att-svara-pa">{}
<h3 class="kicker">{}</h3><blockquote id="att-svara-pa">{}</blockquote>{}
{}<div class="ways">{}</div></form>)",
        talk_desk_href(visit, talk.activity, "/" + std::to_string(waiting.number) + "/beslut"),
        form_guard(visit, ""), words("Statement {}", waiting.number), waiting.text,
        alike_view(words, app::alike(others, waiting.text, most_alike)),
        ui::text_field(
            {.name = "not", .label = words("Words to everybody, with a refusal"), .is_optional = true},
            ui::Input::text, {}, words),
        ruling_buttons(words));
}

Html to_review(const Visit& visit, const Talk& talk, const std::vector<Statement>& all) {
    const auto waits = [](const Statement& s) { return s.state == Statement::State::pending; };
    const auto first = std::find_if(all.begin(), all.end(), waits);
    const auto& words = visit.words;
    return html("<h2>{}</h2>{}",
        words.count("{} statement to review", "{} statements to review",
            std::count_if(all.begin(), all.end(), waits)),
        first == all.end() ? html("<p>{}</p>", words("Nothing waits."))
                           : next_to_rule_on(visit, talk, *first, all));
}

std::string state_text(const Statement& statement, const Words& words) {
    switch (statement.state) {
        case Statement::State::pending: return words("Waits for review");
        case Statement::State::accepted: return words("Shown");
        case Statement::State::rejected: break;
    }
    return shown(*statement.reason, words);
}

/// The other decision than the one that stands: a choice can be regretted.
Html other_ruling(const Visit& visit, const Talk& talk, const Statement& statement) {
    const auto& words = visit.words;
    const bool is_shown = statement.state == Statement::State::accepted;
    const auto reasons = each(names_of<RejectReason>, [&](std::string_view reason) {
        return html(R"(<option value="{}">{}</option>)", reason, shown(named<RejectReason>(reason), words));
    });
    const auto choice =
        is_shown
            ? html(R"(<label class="vh" for="b{0}">{1}</label><select id="b{0}" name="beslut">{2}</select>)",
                  statement.number, words("Reason"), reasons)
            : ui::hidden_field("beslut", "accepted");
    return html(R"(<form method="post" action="{}">{}{} {}</form>)",
        talk_desk_href(visit, talk.activity, "/" + std::to_string(statement.number) + "/beslut"),
        form_guard(visit, ""), choice,
        ui::submit(is_shown ? words("Take it away") : words("Show it"), ui::Weight::small));
}

/// The inspel that has been made of it, or the button that makes one.
Html use_of(const Visit& visit, const Talk& talk, const Statement& statement) {
    if (statement.inspel) {
        const auto inspel = store::find_inspel(visit.db, statement.inspel);
        return html(R"(<a href="{}">I-{}</a>)",
            visit.process_href("/handlaggning/inspel/" + std::to_string(inspel->number)), inspel->number);
    }
    if (statement.state != Statement::State::accepted) return {};
    return html(R"(<form method="post" action="{}">{}{}</form>)",
        talk_desk_href(visit, talk.activity, "/" + std::to_string(statement.number) + "/inspel"),
        form_guard(visit, ""), ui::submit(visit.words("Make an inspel of it"), ui::Weight::small));
}

Html statements_table(const Visit& visit, const Talk& talk, const std::vector<Statement>& all) {
    const auto& words = visit.words;
    ui::Table table{.caption = words("All statements"),
        .columns = {{words("Statement")}, {words("State")}, {words("Decide anew")}, {words("Use it")}},
        .rows = {}};
    for (const auto& s : all)
        table.rows.push_back({html("{}. {}", s.number, s.text), html("{}", state_text(s, words)),
            other_ruling(visit, talk, s), use_of(visit, talk, s)});
    return ui::table(table);
}

Html seed_form(const Visit& visit, const Talk& talk, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html(R"(
<h2>{}</h2><form method="post" action="{}" novalidate>{}{}<p>{}</p></form>)",
        words("Add a statement"), talk_desk_href(visit, talk.activity), form_guard(visit, ""),
        ui::text_area({.name = "pastaende",
                          .label = words("Statement"),
                          .value = std::string{visit.field("pastaende")},
                          .hint = words("It is shown at once. Best below {} letters, at most {}.",
                              advised_statement, longest_statement)},
            2, complaints, words),
        ui::submit(words("Add the statement"), ui::Weight::filled));
}

Html steer_button(const Visit& visit, const Talk& talk, const char* act, const std::string& text) {
    return html(R"(<form method="post" action="{}">{}{}{}</form>)",
        talk_desk_href(visit, talk.activity, "/lage"), form_guard(visit, ""), ui::hidden_field("gor", act),
        ui::submit(text, ui::Weight::quiet));
}

Html steering(const Visit& visit, const Talk& talk) {
    const auto& words = visit.words;
    Html buttons;
    const bool reads_first = talk.conversation.moderation == Conversation::Moderation::before;
    switch (talk.conversation.state) {
        case Conversation::State::open:
            buttons = html("{}{}",
                reads_first
                    ? steer_button(visit, talk, "after", words("Show new statements before they are read"))
                    : steer_button(visit, talk, "before", words("Read new statements before they are shown")),
                steer_button(visit, talk, "stang", words("Close for votes")));
            break;
        case Conversation::State::closed:
            buttons = html("{}{}", steer_button(visit, talk, "oppna", words("Open for votes again")),
                steer_button(visit, talk, "frys", words("Freeze the result for good")));
            break;
        case Conversation::State::frozen: break;
    }
    return html(R"(<h2>{}</h2><p>{}. {}</p><div class="row">{}</div>)", words("The conversation"),
        shown(talk.conversation.state, words),
        reads_first ? words("New statements are read before they are shown.")
                    : words("New statements are shown before they are read."),
        buttons);
}

Html group_form(
    const Visit& visit, const Talk& talk, const OpinionResult::Group& group, const GroupNames& names) {
    const auto known = names.find(group.label);
    const auto id = "grupp-" + std::to_string(group.label);
    return html(R"(
<form method="post" action="{0}">{1}{2}<div class="field"><label for="{3}">{4}</label><input id="{3}" name="namn" value="{5}"></div><p>{6}</p></form>)",
        talk_desk_href(visit, talk.activity, "/grupp"), form_guard(visit, ""),
        ui::hidden_field("grupp", std::to_string(group.label)), id,
        visit.words("Plain words for group {}", letter(group.label)),
        known == names.end() ? std::string{} : known->second,
        ui::submit(visit.words("Save"), ui::Weight::small));
}

Html groups_section(const Visit& visit, const Talk& talk, const store::OpinionSnapshot& snapshot) {
    const auto names = store::group_names(visit.db, talk.activity.id);
    return html("<h2>{}</h2>{}", visit.words("The groups"),
        each(snapshot.result.groups,
            [&](const auto& group) { return group_form(visit, talk, group, names); }));
}

Html figures(const Visit& visit, const store::OpinionSnapshot& snapshot) {
    const auto& words = visit.words;
    const auto& result = snapshot.result;
    return ui::facts({{words("participants"), words.number(result.participants)},
        {words("votes"), words.number(result.votes)},
        {words("placed in a group"), words.number(result.placed)},
        {words("who stand out"), words.number(result.flagged.people)}});
}

Html downloads(const Visit& visit, const Talk& talk) {
    const auto link = [&](const char* file) {
        return html(R"(<li><a href="{}">{}</a></li>)",
            talk_desk_href(visit, talk.activity, std::string{"/"} + file), file);
    };
    return html("<h2>{}</h2><p>{}</p><ul>{}{}{}</ul>", visit.words("Fetch everything"),
        visit.words("In Polis' export format, enough to draw the map anew. One row is one person's votes: "
                    "handle it as such."),
        link("comments.csv"), link("votes.csv"), link("participants-votes.csv"));
}

Response talk_page(const Visit& visit, const Talk& talk, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto statements = store::statements_of(visit.db, talk.activity.id);
    const auto snapshot = store::newest_snapshot(visit.db, talk.activity.id);
    const auto body = html(R"({}
<h1>{}</h1>{}
{}{}{}{}{}{})",
        ui::error_summary(complaints, words), visit.in(talk.activity.title),
        snapshot ? figures(visit, *snapshot) : html("<p>{}</p>", words("Nobody has voted yet.")),
        to_review(visit, talk, statements), seed_form(visit, talk, complaints),
        statements_table(visit, talk, statements), steering(visit, talk),
        snapshot ? groups_section(visit, talk, *snapshot) : Html{},
        html("{}{}", participation_view(visit, talk), downloads(visit, talk)));
    auto content = desk_page(visit, visit.in(talk.activity.title), body, "pastaenden");
    content.has_errors = !complaints.empty();
    content.head += html(R"(
  <script type="module" src="{}"></script>)",
        asset_href("press-keys.js"));
    return not_stored(page(content, visit, status));
}

/// Back to the staff's page, or the page of the refusal.
template <class T>
Response back(const Visit& visit, const Talk& talk, const Result<T>& done) {
    if (done) return see_other(talk_desk_href(visit, talk.activity));
    if (done.error().kind == Failure::Kind::invalid)
        return talk_page(visit, talk, done.error().complaints, 422);
    return problem(visit, done.error().kind);
}

Result<Conversation> steered(const Visit& visit, const Talk& talk) {
    const auto act = visit.field("gor");
    return visit.write([&](auto& tx) {
        const auto at = occasion(visit, talk);
        if (act == "stang") return app::close_conversation(tx, visit.permit, at);
        if (act == "oppna") return app::reopen_conversation(tx, visit.permit, at);
        if (act == "frys") return app::freeze_conversation(tx, visit.permit, at);
        return app::set_moderation(tx, visit.permit, at, act);
    });
}

}  // namespace

Response talks(const Visit& visit) {
    const auto& words = visit.words;
    Html cards;
    for (const auto& activity : store::activities_of(visit.db, visit.process->id)) {
        if (activity.kind != Activity::Kind::opinion) continue;
        const auto conversation = store::conversation_of(visit.db, activity);
        cards += ui::card({.href = talk_desk_href(visit, activity),
            .title = visit.in(activity.title),
            .text = html("{}", shown(conversation.state, words)),
            .is_open = conversation.state == Conversation::State::open});
    }
    const auto body = html("<h1>{}</h1><h2 class=\"vh\">{}</h2>{}", words("Statements"), words("Activities"),
        cards.empty() ? html("<p>{}</p>", words("No activity has statements to vote on. Add one on the page "
                                                "The site."))
                      : ui::grid(cards));
    return not_stored(page(desk_page(visit, words("Statements"), body, "pastaenden"), visit));
}

Response talk(const Visit& visit) {
    const auto found = talk_of(visit);
    return found ? talk_page(visit, *found, {}, 200) : problem(visit, Failure::Kind::not_found);
}

Response seed(const Visit& visit) {
    const auto found = talk_of(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    return back(visit, *found, visit.write([&](auto& tx) {
        return app::seed_statement(
            tx, visit.permit, occasion(visit, *found), std::string{visit.field("pastaende")});
    }));
}

Response moderate(const Visit& visit) {
    const auto found = talk_of(visit);
    const auto number = Visit::number(visit.path.at("number"));
    if (!found || !number) return problem(visit, Failure::Kind::not_found);
    const std::string decision{visit.field("beslut")};
    const Ruling ruling{
        decision == "accepted" ? "accepted" : "rejected", decision, std::string{visit.field("not")}};
    return back(visit, *found, visit.write([&](auto& tx) {
        return app::moderate_statement(tx, visit.permit, occasion(visit, *found), *number, ruling);
    }));
}

Response take_up(const Visit& visit) {
    const auto found = talk_of(visit);
    const auto number = Visit::number(visit.path.at("number"));
    if (!found || !number) return problem(visit, Failure::Kind::not_found);
    return back(visit, *found, visit.write([&](auto& tx) {
        return app::take_up_statement(tx, visit.permit, occasion(visit, *found), *number, visit.site.secret);
    }));
}

Response steer(const Visit& visit) {
    const auto found = talk_of(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    return back(visit, *found, steered(visit, *found));
}

Response name(const Visit& visit) {
    const auto found = talk_of(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    const auto label = visit.field("grupp") == "0" ? 0 : Visit::number(visit.field("grupp")).value_or(-1);
    return back(visit, *found, visit.write([&](auto& tx) {
        return app::name_group(
            tx, visit.permit, occasion(visit, *found), label, std::string{visit.field("namn")});
    }));
}

}  // namespace medskapa::web::opinion
