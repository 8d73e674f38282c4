#include "app/conversation/statement_inspel.hpp"
#include "app/conversation/voter.hpp"
#include "store/site/site_store.hpp"
#include "web/conversation/addresses.hpp"
#include "web/conversation/desk/conversation_sections.hpp"
#include "web/conversation/desk/pages.hpp"
#include "web/conversation/desk/participation.hpp"
#include "web/conversation/desk/population.hpp"
#include "web/conversation/desk/review.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/ui/assets.hpp"
#include "web/ui/confirming.hpp"
#include "web/ui/forms/form.hpp"
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

/// What was just decided, what waits to be read, and all statements.
Html statements_section(
    const Visit& visit, const ActivityConversation& conversation, const ui::Complaints& complaints) {
    const auto statements = store::statements_of(visit.db, conversation.activity.id);
    return html("{notice}\n{to_review}\n{form}\n{all}",
        "notice"_a = ruling_notice(visit, conversation, statements),
        "to_review"_a = to_review(visit, conversation, statements),
        "form"_a = statement_form(visit, conversation, complaints),
        "all"_a = statements_table(visit, conversation, statements));
}

/// Who takes part, and who lives in the region.
Html people_section(
    const Visit& visit, const ActivityConversation& conversation, const ui::Complaints& complaints) {
    return html(
        "{}\n{}", participation_view(visit, conversation), population_form(visit, conversation, complaints));
}

Html conversation_body(
    const Visit& visit, const ActivityConversation& conversation, const ui::Complaints& complaints) {
    const auto snapshot = store::newest_snapshot(visit.db, conversation.activity.id);
    return html(R"(
{errors}
<h1>{title}</h1>
{figures}
{statements}
{state}
{groups}
{people}
{downloads})",
        "errors"_a = ui::error_summary(complaints, visit.words),
        "title"_a = visit.in(conversation.activity.title), "figures"_a = figures(visit, snapshot),
        "statements"_a = statements_section(visit, conversation, complaints),
        "state"_a = state_section(visit, conversation),
        "groups"_a = groups_section(visit, conversation, snapshot),
        "people"_a = people_section(visit, conversation, complaints),
        "downloads"_a = downloads(visit, conversation));
}

Response conversation_page(const Visit& visit, const ActivityConversation& conversation,
    const ui::Complaints& complaints, int status) {
    const auto body = conversation_body(visit, conversation, complaints);
    auto content = desk_page(visit, visit.in(conversation.activity.title), body, "pastaenden");
    content.head += html(R"(
  <script type="module" src="{}"></script>)",
        asset_href("press-keys.js"));
    return page_with_form(std::move(content), visit, complaints, status);
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
        if (change == "frys")
            return ui::when_confirmed(app::freeze_conversation(act, at), word_that_freezes(visit.words),
                visit.field(ui::confirm_name));
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
