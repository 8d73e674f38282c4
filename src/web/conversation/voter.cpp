#include "web/conversation/voter.hpp"

#include "app/conversation/voter.hpp"
#include "store/conversation/voter_store.hpp"
#include "store/site/site_store.hpp"
#include "web/conversation/addresses.hpp"
#include "web/conversation/pages.hpp"
#include "web/log/addresses.hpp"
#include "web/own_page/note.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::conversation {

std::vector<ui::Choice> municipality_choices(const Visit& visit) {
    std::vector<ui::Choice> choices{{"", visit.words("I do not want to say"), {}}};
    for (const auto& place : store::municipalities_of(visit.db, visit.process->id))
        choices.push_back({place.code, place.name, {}});
    choices.push_back({"outside", visit.words("Outside the region"), {}});
    return choices;
}

namespace {

/// The first field says why it is all asked for.
Html municipality_field(const Visit& visit, const std::string& municipality) {
    const auto& words = visit.words;
    return ui::select(
        {.name = "kommun",
            .label = words("Municipality"),
            .value = municipality,
            .hint = words("This shows whether the whole region takes part, and what the result is when it is "
                          "weighted to look like the region. Your vote itself counts the same. What you tell "
                          "us is erased with your votes."),
            .is_optional = true,
            .is_short = true},
        municipality_choices(visit), {}, words);
}

/// What the voter may say of themselves.
Html background_fields(const Visit& visit, const Background& background) {
    const auto& words = visit.words;
    auto fields = municipality_field(visit, background.municipality);
    fields += ui::select({.name = "alder",
                             .label = words("Age"),
                             .value = background.age_class,
                             .is_optional = true,
                             .is_short = true},
        choices_or_nothing<AgeClass>(words), {}, words);
    fields += ui::select(
        {.name = "vem", .label = words("I answer as"), .value = background.actor_kind, .is_optional = true},
        choices_or_nothing<ActorKind>(words), {}, words);
    return fields;
}

Html background_form(
    const Visit& visit, const ActivityConversation& conversation, const Background& background) {
    return html(R"(
<form method="post" action="{action}">
  {guard}
  {fields}
  <p>{save}</p>
</form>)",
        "action"_a = visit.href(address::about_voter, conversation.activity.slug),
        "guard"_a = form_guard(visit, ""), "fields"_a = background_fields(visit, background),
        "save"_a = ui::submit(visit.words("Save"), ui::Weight::small));
}

Html withdrawal_form(const Visit& visit, const ActivityConversation& conversation) {
    return html(R"(
<form method="post" action="{action}">
  {guard}
  <p>{consequence}</p>
  <p>{button}</p>
</form>)",
        "action"_a = visit.href(address::withdraw_votes, conversation.activity.slug),
        "guard"_a = form_guard(visit, ""),
        "consequence"_a = visit.words(
            "All your votes here are erased at once, and are not in the next map. It is drawn when at "
            "least {} people have come, changed their answers or taken them back.",
            OpinionResult::fewest_shown),
        "button"_a = ui::submit(visit.words("Take back all my votes"), ui::Weight::small));
}

std::map<int, std::string> votable_texts(const Visit& visit, const ActivityConversation& conversation) {
    std::map<int, std::string> texts;
    for (const auto& statement : store::statements_of(visit.db, conversation.activity.id))
        if (statement.is_votable(conversation.moderation)) texts[statement.number] = statement.text;
    return texts;
}

Html own_answers(const Visit& visit, const ActivityConversation& conversation, const OwnVotes& votes) {
    if (votes.empty()) return {};
    const auto texts = votable_texts(visit, conversation);
    const auto line = [&](const std::pair<int, Stance>& vote) {
        const auto text = texts.find(vote.first);
        if (text == texts.end()) return Html{};
        return html(
            R"(<li>{statement} <span class="meta">{stance} · <a href="{href}">{change}</a></span></li>)",
            "statement"_a = text->second, "stance"_a = shown(vote.second, visit.words),
            "href"_a = statement_href(visit, conversation, vote.first), "change"_a = visit.words("Change"));
    };
    return html(R"(<details class="more">
  <summary>{title}</summary>
  <ul>{answers}</ul>
  <p><a href="{receipts}">{receipts_text}</a></p>
</details>)",
        "title"_a = visit.words("Your answers"), "answers"_a = each(votes, line),
        "receipts"_a = visit.href(address::vote_receipts, conversation.activity.slug),
        "receipts_text"_a = visit.words("Receipts for your votes"));
}

Html about_me(const Visit& visit, const ActivityConversation& conversation, Id<Participant> person) {
    const auto& words = visit.words;
    return html(R"(
<details class="more"><summary>{tell}</summary>{background}</details>{voice}
<details class="more"><summary>{take_back}</summary>{withdrawal}</details>)",
        "tell"_a = words("Tell us a little about yourself (optional, we do not ask for your name)"),
        "voice"_a = own_page::voice_note(visit, conversation),
        "background"_a = background_form(visit, conversation, store::background_of(visit.db, person)),
        "take_back"_a = words("Take back your votes"), "withdrawal"_a = withdrawal_form(visit, conversation));
}

template <class T>
Response redirect_or_refuse(const Visit& visit, const ActivityConversation& conversation,
    const Result<T>& result, std::string_view thanks) {
    if (result)
        return see_other(with_query(
            visit.href(address::conversation_page, conversation.activity.slug), {{"tack", thanks}}));
    return problem(visit, result.error().kind);
}

}  // namespace

Html own_votes(const Visit& visit, const ActivityConversation& conversation, Id<Participant> person,
    const OwnVotes& votes) {
    return html("{}{}", own_answers(visit, conversation, votes), about_me(visit, conversation, person));
}

Response save_background(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    const Background background{std::string{visit.field("kommun")}, std::string{visit.field("vem")},
        std::string{visit.field("alder")}};
    return redirect_or_refuse(visit, *conversation, visit.write([&](auto& act) {
        return app::save_background(act, occasion(visit, *conversation), participant_key(visit), background);
    }),
        "sparat");
}

Response withdraw(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    return redirect_or_refuse(visit, *conversation, visit.write([&](auto& act) {
        return app::withdraw_votes(act, occasion(visit, *conversation), participant_key(visit));
    }),
        "borta");
}

}  // namespace medskapa::web::conversation
