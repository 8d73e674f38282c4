#include "app/conversation/statement_inspel.hpp"
#include "app/conversation/voter.hpp"
#include "store/conversation/seen_versions.hpp"
#include "store/site/site_store.hpp"
#include "web/conversation/addresses.hpp"
#include "web/conversation/desk/pages.hpp"
#include "web/conversation/desk/participation.hpp"
#include "web/conversation/desk/population.hpp"
#include "web/conversation/desk/review.hpp"
#include "web/conversation/result/map_view.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/ui/assets.hpp"
#include "web/ui/form.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::conversation::desk {
namespace {

Html statement_form(
    const Visit& visit, const ActivityConversation& conversation, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto text =
        ui::text_area({.name = "pastaende",
                          .label = words("Statement"),
                          .value = std::string{visit.field("pastaende")},
                          .hint = words("It is shown at once. Best below {} characters, at most {}.",
                              advised_statement, longest_statement)},
            2, complaints, words);
    return html("<h2>{}</h2>{}", words("Add a statement"),
        post_form(visit, {.action = visit.href(address::desk_conversation, conversation.activity.slug),
                             .fields = text,
                             .button = ui::submit(words("Add the statement"), ui::Weight::filled)}));
}

Html state_button(const Visit& visit, const ActivityConversation& conversation, const char* change,
    const std::string& text) {
    return post_button(visit, visit.href(address::steer_conversation, conversation.activity.slug),
        ui::submit(text, ui::Weight::quiet), ui::hidden_field("gor", change),
        {store::version_of(conversation)});
}

/// What can be changed of a conversation in its state.
Html state_buttons(const Visit& visit, const ActivityConversation& conversation) {
    const auto& words = visit.words;
    const auto button = [&](const char* change, const std::string& text) {
        return state_button(visit, conversation, change, text);
    };
    switch (conversation.state) {
        case Conversation::State::open:
            return html("{}{}",
                conversation.moderation == Conversation::Moderation::before
                    ? button("after", words("Show new statements before they are read"))
                    : button("before", words("Read new statements before they are shown")),
                button("stang", words("Close for votes")));
        case Conversation::State::closed:
            return html("{}{}", button("oppna", words("Open for votes again")),
                button("frys", words("Freeze the result for good")));
        case Conversation::State::frozen: break;
    }
    return {};
}

Html state_section(const Visit& visit, const ActivityConversation& conversation) {
    const auto& words = visit.words;
    const bool reads_first = conversation.moderation == Conversation::Moderation::before;
    return html(R"(
<h2>{title}</h2>
<p>{state}. {reading}</p>
<div class="row">{buttons}</div>)",
        "title"_a = words("The conversation"), "state"_a = shown(conversation.state, words),
        "reading"_a = reads_first ? words("New statements are read before they are shown.")
                                  : words("New statements are shown before they are read."),
        "buttons"_a = state_buttons(visit, conversation));
}

Html group_form(const Visit& visit, const ActivityConversation& conversation,
    const OpinionResult::Group& group, const result::GroupNames& names) {
    const auto known = names.find(group.label);
    const auto name = known == names.end() ? std::string{} : known->second;
    return html(R"(
<form method="post" action="{action}">
  {guard}{group}
  <div class="field"><label for="{id}">{label}</label><input id="{id}" name="namn" value="{name}"></div>
  <p>{save}</p>
</form>)",
        "action"_a = visit.href(address::name_group, conversation.activity.slug),
        "guard"_a = form_guard(visit, {store::version_of_group(conversation.activity.id, group.label, name)}),
        "group"_a = ui::hidden_field("grupp", std::to_string(group.label)),
        "id"_a = "grupp-" + std::to_string(group.label),
        "label"_a = visit.words("Name of group {}", result::letter(group.label)), "name"_a = name,
        "save"_a = ui::submit(visit.words("Save"), ui::Weight::small));
}

Html groups_section(
    const Visit& visit, const ActivityConversation& conversation, const store::OpinionSnapshot& snapshot) {
    const auto names = store::group_names(visit.db, conversation.activity.id);
    return html("<h2>{}</h2>{}", visit.words("The groups"),
        each(snapshot.result.groups,
            [&](const auto& group) { return group_form(visit, conversation, group, names); }));
}

Html figures(const Visit& visit, const store::OpinionSnapshot& snapshot) {
    const auto& words = visit.words;
    const auto& result = snapshot.result;
    return ui::facts({{words("participants"), words.number(result.participants)},
        {words("votes"), words.number(result.votes)},
        {words("participants with an unusual voting pattern"),
            result.flagged.people == 0 ? words("fewer than {}", OpinionResult::fewest_shown)
                                       : words.number(result.flagged.people)}});
}

/// For those who may see how each person voted.
Html downloads(const Visit& visit, const ActivityConversation& conversation) {
    if (!authorize(visit.actor(), Action::export_votes, visit.process->id)) return {};
    const auto& slug = conversation.activity.slug;
    const auto button = [&](const std::string& href, const char* file) {
        return post_button(visit, href, ui::submit(visit.words("Fetch {}", file), ui::Weight::quiet));
    };
    return html(R"(
<h2>{title}</h2>
<p>{explanation}</p>
<div class="row">{comments}{votes}{matrix}</div>)",
        "title"_a = visit.words("Fetch every single vote"),
        "explanation"_a = visit.words(
            "In Polis' export format, enough to draw the map anew. A row is one person's votes, so the "
            "files must not be published. The open log shows that you fetched them."),
        "comments"_a = button(visit.href(address::comments_csv, slug), "comments.csv"),
        "votes"_a = button(visit.href(address::votes_csv, slug), "votes.csv"),
        "matrix"_a = button(visit.href(address::participants_votes_csv, slug), "participants-votes.csv"));
}

Response conversation_page(const Visit& visit, const ActivityConversation& conversation,
    const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto statements = store::statements_of(visit.db, conversation.activity.id);
    const auto snapshot = store::newest_snapshot(visit.db, conversation.activity.id);
    const auto body = html(R"(
{errors}
<h1>{title}</h1>
{figures}
{notice}
{to_review}
{statement_form}
{statements}
{state}
{groups}
{participation}
{population}
{downloads})",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = visit.in(conversation.activity.title),
        "figures"_a =
            snapshot ? figures(visit, *snapshot) : html("<p>{}</p>", words("Nobody has voted yet.")),
        "notice"_a = ruling_notice(visit, conversation, statements),
        "to_review"_a = to_review(visit, conversation, statements),
        "statement_form"_a = statement_form(visit, conversation, complaints),
        "statements"_a = statements_table(visit, conversation, statements),
        "state"_a = state_section(visit, conversation),
        "groups"_a = snapshot ? groups_section(visit, conversation, *snapshot) : Html{},
        "participation"_a = participation_view(visit, conversation),
        "population"_a = population_form(visit, conversation, complaints),
        "downloads"_a = downloads(visit, conversation));
    auto content = desk_page(visit, visit.in(conversation.activity.title), body, "pastaenden");
    content.has_errors = !complaints.empty();
    content.head += html(R"(
  <script type="module" src="{}"></script>)",
        asset_href("press-keys.js"));
    return not_stored(page(content, visit, status));
}

/// Back to the staff's page, or the page of the refusal.
template <class T>
Response redirect_or_refuse(
    const Visit& visit, const ActivityConversation& conversation, const Result<T>& result) {
    if (result) return see_other(visit.href(address::desk_conversation, conversation.activity.slug));
    if (result.error().kind == Failure::Kind::invalid)
        return conversation_page(visit, conversation, result.error().complaints, 422);
    return problem(visit, result.error().kind);
}

Result<Conversation> with_state_changed(const Visit& visit, const ActivityConversation& conversation) {
    const auto change = visit.field("gor");
    return visit.write([&](auto& act) {
        const auto at = occasion(visit, conversation);
        if (change == "stang") return app::close_conversation(act, at);
        if (change == "oppna") return app::reopen_conversation(act, at);
        if (change == "frys") return app::freeze_conversation(act, at);
        return app::set_moderation(act, at, change);
    });
}

}  // namespace

Response list(const Visit& visit) {
    const auto& words = visit.words;
    Html cards;
    for (const auto& activity : store::activities_of(visit.db, visit.process->id)) {
        if (activity.kind != Activity::Kind::opinion) continue;
        const auto conversation = store::conversation_of(visit.db, activity);
        cards += ui::card({.href = visit.href(address::desk_conversation, activity.slug),
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

Response show(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    return conversation ? conversation_page(visit, *conversation, {}, 200)
                        : problem(visit, Failure::Kind::not_found);
}

Response add_statement(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    return redirect_or_refuse(visit, *conversation, visit.write([&](auto& act) {
        return app::seed_statement(
            act, occasion(visit, *conversation), std::string{visit.field("pastaende")});
    }));
}

Response moderate(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    const auto number = Visit::number(visit.path.at("number"));
    if (!conversation || !number) return problem(visit, Failure::Kind::not_found);
    const auto before = store::statement_numbered(visit.db, conversation->activity.id, *number);
    const auto moderated = visit.write([&](auto& act) {
        return app::moderate_statement(act, occasion(visit, *conversation), *number, typed_ruling(visit));
    });
    if (!moderated) return redirect_or_refuse(visit, *conversation, moderated);
    return see_other(with_query(visit.href(address::desk_conversation, conversation->activity.slug),
        {{"gjort", std::to_string(*number)}, {"var", decision_code(*before)}}));
}

Response convert_statement(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    const auto number = Visit::number(visit.path.at("number"));
    if (!conversation || !number) return problem(visit, Failure::Kind::not_found);
    return redirect_or_refuse(visit, *conversation, visit.write([&](auto& act) {
        return app::convert_statement(act, occasion(visit, *conversation), *number, visit.site.secret);
    }));
}

Response change_state(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    return redirect_or_refuse(visit, *conversation, with_state_changed(visit, *conversation));
}

Response set_population(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    return redirect_or_refuse(visit, *conversation, visit.write([&](auto& act) {
        return app::set_population(act, occasion(visit, *conversation), typed_population(visit));
    }));
}

Response name_group(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    const auto label = visit.field("grupp") == "0" ? 0 : Visit::number(visit.field("grupp")).value_or(-1);
    return redirect_or_refuse(visit, *conversation, visit.write([&](auto& act) {
        return app::name_group(act, occasion(visit, *conversation), label, std::string{visit.field("namn")});
    }));
}

}  // namespace medskapa::web::conversation::desk
