#include "web/conversation/voter.hpp"

#include "app/conversation/voter.hpp"
#include "store/conversation/voter_store.hpp"
#include "store/site/site_store.hpp"
#include "web/conversation/pages.hpp"
#include "web/ui/form.hpp"

namespace medskapa::web::conversation {

std::vector<ui::Choice> municipality_choices(const Visit& visit) {
    std::vector<ui::Choice> choices{{"", visit.words("I do not want to say"), {}}};
    for (const auto& place : store::municipalities_of(visit.db, visit.process->id))
        choices.push_back({place.code, place.name, {}});
    choices.push_back({"outside", visit.words("Outside the county"), {}});
    return choices;
}

namespace {

Html background_form(
    const Visit& visit, const ActivityConversation& conversation, const Background& background) {
    const auto& words = visit.words;
    return html(R"(
<form method="post" action="{}">{}{}{}<p>{}</p></form>)",
        conversation_href(visit, conversation.activity, "/om-mig"), form_guard(visit, ""),
        ui::select(
            {.name = "kommun",
                .label = words("Municipality"),
                .value = background.municipality,
                .hint = words("So that we see whether the whole county takes part, and what the result is "
                              "when it is weighted to look like the county. Your vote itself counts the "
                              "same. What you tell is erased with your votes."),
                .is_optional = true,
                .is_short = true},
            municipality_choices(visit), {}, words),
        html("{}{}",
            ui::select({.name = "alder",
                           .label = words("Age"),
                           .value = background.age_class,
                           .is_optional = true,
                           .is_short = true},
                choices_or_nothing<AgeClass>(words), {}, words),
            ui::select({.name = "vem",
                           .label = words("Who are you?"),
                           .value = background.actor_kind,
                           .is_optional = true},
                choices_or_nothing<ActorKind>(words), {}, words)),
        ui::submit(words("Save"), ui::Weight::small));
}

Html withdrawal_form(const Visit& visit, const ActivityConversation& conversation) {
    return html(R"(
<form method="post" action="{}">{}<p>{}</p><p>{}</p></form>)",
        conversation_href(visit, conversation.activity, "/mina-roster/bort"), form_guard(visit, ""),
        visit.words("All your votes here are erased, and the map is drawn as if you had never voted."),
        ui::submit(visit.words("Take back all my votes"), ui::Weight::small));
}

Html own_answers(const Visit& visit, const ActivityConversation& conversation, const OwnVotes& votes) {
    if (votes.empty()) return {};
    std::map<int, std::string> texts;
    for (const auto& statement : store::statements_of(visit.db, conversation.activity.id))
        if (statement.is_votable(conversation.moderation)) texts[statement.number] = statement.text;
    const auto line = [&](const std::pair<int, Stance>& vote) {
        const auto text = texts.find(vote.first);
        if (text == texts.end()) return Html{};
        return html(R"(<li>{} <span class="meta">{} · <a href="{}">{}</a></span></li>)", text->second,
            shown(vote.second, visit.words),
            conversation_href(
                visit, conversation.activity, "/pastaenden?nummer=" + std::to_string(vote.first)),
            visit.words("Change"));
    };
    return html(
        R"(<details class="more"><summary>{}</summary><ul>{}</ul><p><a href="{}">{}</a></p></details>)",
        visit.words("Your answers"), each(votes, line),
        conversation_href(visit, conversation.activity, "/kvitton"), visit.words("Receipts for your votes"));
}

Html about_me(const Visit& visit, const ActivityConversation& conversation, Id<Participant> person) {
    const auto& words = visit.words;
    return html(R"(
<details class="more"><summary>{}</summary>{}</details>
<details class="more"><summary>{}</summary>{}</details>)",
        words("Tell where you live and who you are"),
        background_form(visit, conversation, store::background_of(visit.db, person)),
        words("Take back your votes"), withdrawal_form(visit, conversation));
}

template <class T>
Response redirect_or_refuse(const Visit& visit, const ActivityConversation& conversation,
    const Result<T>& result, const std::string& below) {
    if (result) return see_other(conversation_href(visit, conversation.activity, below));
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
    return redirect_or_refuse(visit, *conversation, visit.write([&](auto& tx) {
        return app::tell_background(
            tx, visit.permit, occasion(visit, *conversation), participant_key(visit), background);
    }),
        "/pastaenden?tack=sparat");
}

Response withdraw(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    return redirect_or_refuse(visit, *conversation, visit.write([&](auto& tx) {
        return app::withdraw_votes(tx, visit.permit, occasion(visit, *conversation), participant_key(visit));
    }),
        "/pastaenden?tack=borta");
}

}  // namespace medskapa::web::conversation
