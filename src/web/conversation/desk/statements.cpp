#include "app/conversation/statement_inspel.hpp"
#include "app/conversation/voter.hpp"
#include "store/site/site_store.hpp"
#include "web/conversation/desk/population.hpp"
#include "web/conversation/desk/review.hpp"
#include "web/conversation/map_view.hpp"
#include "web/conversation/pages.hpp"
#include "web/conversation/voter.hpp"
#include "web/ui/assets.hpp"
#include "web/ui/form.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::conversation {
namespace {

Html seed_form(const Visit& visit, const Talk& talk, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html(R"(
<h2>{}</h2><form method="post" action="{}" novalidate>{}{}<p>{}</p></form>)",
        words("Add a statement"), talk_desk_href(visit, talk.activity), form_guard(visit, ""),
        ui::text_area({.name = "pastaende",
                          .label = words("Statement"),
                          .value = std::string{visit.field("pastaende")},
                          .hint = words("It is shown at once. Best below {} characters, at most {}.",
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
        html("{}{}", flash(visit, talk, statements), to_review(visit, talk, statements)),
        seed_form(visit, talk, complaints), statements_table(visit, talk, statements), steering(visit, talk),
        snapshot ? groups_section(visit, talk, *snapshot) : Html{},
        html("{}{}{}", participation_view(visit, talk), population_form(visit, talk, complaints),
            downloads(visit, talk)));
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
    const auto before = store::statement_numbered(visit.db, found->activity.id, *number);
    const auto done = visit.write([&](auto& tx) {
        return app::moderate_statement(
            tx, visit.permit, occasion(visit, *found), *number, typed_ruling(visit));
    });
    if (!done) return back(visit, *found, done);
    return see_other(talk_desk_href(
        visit, found->activity, "?gjort=" + std::to_string(*number) + "&var=" + decision_code(*before)));
}

Response convert_statement(const Visit& visit) {
    const auto found = talk_of(visit);
    const auto number = Visit::number(visit.path.at("number"));
    if (!found || !number) return problem(visit, Failure::Kind::not_found);
    return back(visit, *found, visit.write([&](auto& tx) {
        return app::convert_statement(tx, visit.permit, occasion(visit, *found), *number, visit.site.secret);
    }));
}

Response steer(const Visit& visit) {
    const auto found = talk_of(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    return back(visit, *found, steered(visit, *found));
}

Response populate(const Visit& visit) {
    const auto found = talk_of(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    return back(visit, *found, visit.write([&](auto& tx) {
        return app::set_population(tx, visit.permit, occasion(visit, *found), typed_population(visit));
    }));
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

}  // namespace medskapa::web::conversation
