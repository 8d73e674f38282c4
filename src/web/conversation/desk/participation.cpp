#include "web/conversation/desk/participation.hpp"

#include "store/conversation/voter_store.hpp"
#include "web/conversation/voter.hpp"
#include "web/ui/table.hpp"

#include <cmath>

namespace medskapa::web::conversation::desk {
namespace {

/// Rounded down: what is fewer is not told apart from nobody.
std::map<std::string, std::int64_t> known_in_fives(std::map<std::string, std::int64_t> people) {
    for (auto& [answer, count] : people) count -= count % OpinionResult::fewest_shown;
    return people;
}

/// How many, and of all who told us, unless they are so few that they could be known.
std::vector<Html> share_row(const std::string& label, const Share& share, const Words& words) {
    if (share.people < OpinionResult::fewest_shown)
        return {
            html("{}", label), html("{}", words("fewer than {}", OpinionResult::fewest_shown)), html("–")};
    return {html("{}", label), html("{}", words.number(share.people)),
        html("{} %", std::lround(100 * share.share))};
}

/// One row for each of the choices but "I do not want to say".
Html shares_table(const Visit& visit, const std::string& title, const std::vector<ui::Choice>& choices,
    const std::map<std::string, std::int64_t>& people) {
    std::vector<std::string> wanted;
    for (const auto& choice : choices)
        if (!choice.value.empty()) wanted.push_back(choice.value);
    const auto shares = shares_of(known_in_fives(people), wanted);

    ui::Table table{.caption = title,
        .columns = {{title}, {visit.words("People"), ui::Cell::number},
            {visit.words("Share of those who told us"), ui::Cell::number}},
        .rows = {}};
    for (std::size_t i = 0; i < shares.size(); ++i)
        table.rows.push_back(share_row(choices[i + 1].label, shares[i], visit.words));
    return ui::table(table);
}

/// How many have not said where they live.
std::int64_t silent_in(const Participation& people) {
    const auto known = known_in_fives(people.by_municipality);
    const auto silent = known.find("");
    return silent == known.end() ? 0 : silent->second;
}

/// By where they live, how old they are and as what they answer.
Html shares_tables(const Visit& visit, const Participation& people) {
    const auto& words = visit.words;
    return html("{}\n{}\n{}",
        shares_table(visit, words("Municipality"), municipality_choices(visit), people.by_municipality),
        shares_table(visit, words("Age"), choices_or_nothing<AgeClass>(words), people.by_age_class),
        shares_table(visit, words("Sender"), choices_or_nothing<ActorKind>(words), people.by_actor_kind));
}

}  // namespace

Html participation_view(const Visit& visit, const ActivityConversation& conversation) {
    const auto& words = visit.words;
    const auto people = store::participation_in(visit.db, conversation.activity.id);

    return html(R"(
<h2>{title}</h2>
<p>{silent} {explanation}</p>
{tables})",
        "title"_a = words("Who takes part"),
        "silent"_a =
            words("At least {} people have not told us where they live.", words.number(silent_in(people))),
        "explanation"_a =
            words("Telling us is optional, so the shares say who is missing, not how many they are."),
        "tables"_a = shares_tables(visit, people));
}

}  // namespace medskapa::web::conversation::desk
