#include "web/conversation/voter.hpp"

#include "app/conversation/voter.hpp"
#include "store/conversation/voter_store.hpp"
#include "store/site/site_store.hpp"
#include "web/conversation/pages.hpp"
#include "web/inspel/note.hpp"
#include "web/ui/form.hpp"
#include "web/ui/table.hpp"

#include <cmath>

namespace medskapa::web::conversation {
namespace {

std::vector<ui::Choice> municipality_choices(const Visit& visit) {
    std::vector<ui::Choice> choices{{"", visit.words("I do not want to say"), {}}};
    for (const auto& place : store::municipalities_of(visit.db, visit.process->id))
        choices.push_back({place.code, place.name, {}});
    choices.push_back({"outside", visit.words("Outside the county"), {}});
    return choices;
}

template <class Enum>
std::vector<ui::Choice> choices_or_nothing(const Words& words) {
    auto choices = ui::choices_of<Enum>(words);
    choices.insert(choices.begin(), {"", words("I do not want to say"), {}});
    return choices;
}

Html background_form(const Visit& visit, const Talk& talk, const Background& told) {
    const auto& words = visit.words;
    return html(R"(
<form method="post" action="{}">{}{}{}<p>{}</p></form>)",
        talk_href(visit, talk.activity, "/om-mig"), form_guard(visit, ""),
        ui::select(
            {.name = "kommun",
                .label = words("Municipality"),
                .value = told.municipality,
                .hint = words("So that we see whether the whole county takes part, and what the result is "
                              "when it is weighted to look like the county. Your vote itself counts the "
                              "same. What you tell is erased with your votes."),
                .is_optional = true,
                .is_short = true},
            municipality_choices(visit), {}, words),
        html("{}{}",
            ui::select({.name = "alder",
                           .label = words("Age"),
                           .value = told.age_class,
                           .is_optional = true,
                           .is_short = true},
                choices_or_nothing<AgeClass>(words), {}, words),
            ui::select({.name = "vem",
                           .label = words("Who are you?"),
                           .value = told.actor_kind,
                           .is_optional = true},
                choices_or_nothing<ActorKind>(words), {}, words)),
        ui::submit(words("Save"), ui::Weight::small));
}

Html withdrawal_form(const Visit& visit, const Talk& talk) {
    return html(R"(
<form method="post" action="{}">{}<p>{}</p><p>{}</p></form>)",
        talk_href(visit, talk.activity, "/mina-roster/bort"), form_guard(visit, ""),
        visit.words("All your votes here are erased, and the map is drawn as if you had never voted."),
        ui::submit(visit.words("Take back all my votes"), ui::Weight::small));
}

/// One row for each of the choices but "I do not want to say".
Html shares_table(const Visit& visit, const std::string& title, const std::vector<ui::Choice>& choices,
    const std::map<std::string, std::int64_t>& people) {
    std::vector<std::string> wanted;
    for (const auto& choice : choices)
        if (!choice.value.empty()) wanted.push_back(choice.value);
    const auto shares = shares_of(people, wanted);
    const auto& words = visit.words;
    const auto count_of = [&](const Share& share) {
        if (share.people == 0) return words("nobody yet");
        return share.people < OpinionResult::fewest_shown
                   ? words("fewer than {}", OpinionResult::fewest_shown)
                   : words.number(share.people);
    };
    ui::Table table{.caption = title,
        .columns = {{title}, {visit.words("People"), ui::Cell::number},
            {visit.words("Share of those who told"), ui::Cell::number}},
        .rows = {}};
    for (std::size_t i = 0; i < shares.size(); ++i)
        table.rows.push_back({html("{}", choices[i + 1].label), html("{}", count_of(shares[i])),
            shares[i].people < OpinionResult::fewest_shown
                ? html("–")
                : html("{} %", std::lround(100 * shares[i].share))});
    return ui::table(table);
}

template <class T>
Response told(const Visit& visit, const Talk& talk, const Result<T>& done, const std::string& below) {
    if (done) return see_other(talk_href(visit, talk.activity, below));
    return problem(visit, done.error().kind);
}

}  // namespace

Html about_me(const Visit& visit, const Talk& talk, Id<Participant> person) {
    const auto& words = visit.words;
    return html(R"(
<details class="more"><summary>{}</summary>{}</details>
<details class="more"><summary>{}</summary>{}</details>)",
        words("Tell where you live and who you are"),
        background_form(visit, talk, store::background_of(visit.db, person)), words("Take back your votes"),
        withdrawal_form(visit, talk));
}

Html participation_view(const Visit& visit, const Talk& talk) {
    const auto& words = visit.words;
    const auto people = store::participation_in(visit.db, talk.activity.id);
    const auto silent = [](const auto& counts) {
        const auto found = counts.find("");
        return found == counts.end() ? std::int64_t{0} : found->second;
    };
    return html("<h2>{}</h2><p>{} {}</p>{}{}", words("Who takes part"),
        words.count("{} person has not told where they live.", "{} people have not told where they live.",
            silent(people.by_municipality)),
        words("Telling is free, so the shares say who is missing, not how many they are."),
        html("{}{}",
            shares_table(visit, words("Municipality"), municipality_choices(visit), people.by_municipality),
            shares_table(visit, words("Age"), choices_or_nothing<AgeClass>(words), people.by_age_class)),
        shares_table(visit, words("Sender"), choices_or_nothing<ActorKind>(words), people.by_actor_kind));
}

Response tell_of_me(const Visit& visit) {
    const auto talk = talk_of(visit);
    if (!talk) return problem(visit, Failure::Kind::not_found);
    const Background background{std::string{visit.field("kommun")}, std::string{visit.field("vem")},
        std::string{visit.field("alder")}};
    return told(visit, *talk, visit.write([&](auto& act) {
        return app::tell_background(act, occasion(visit, *talk), participant_key(visit), background);
    }),
        "/pastaenden?tack=sparat");
}

Response withdraw(const Visit& visit) {
    const auto talk = talk_of(visit);
    if (!talk) return problem(visit, Failure::Kind::not_found);
    return told(visit, *talk, visit.write([&](auto& act) {
        return app::withdraw_votes(act, occasion(visit, *talk), participant_key(visit));
    }),
        "/pastaenden?tack=borta");
}

}  // namespace medskapa::web::conversation
