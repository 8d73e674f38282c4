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

/// One row for each of the choices but "I do not want to say".
Html shares_table(const Visit& visit, const std::string& title, const std::vector<ui::Choice>& choices,
    const std::map<std::string, std::int64_t>& people) {
    std::vector<std::string> wanted;
    for (const auto& choice : choices)
        if (!choice.value.empty()) wanted.push_back(choice.value);
    const auto shares = shares_of(known_in_fives(people), wanted);
    const auto& words = visit.words;
    const auto count_of = [&](const Share& share) {
        return share.people < OpinionResult::fewest_shown
                   ? words("fewer than {}", OpinionResult::fewest_shown)
                   : words.number(share.people);
    };
    ui::Table table{.caption = title,
        .columns = {{title}, {visit.words("People"), ui::Cell::number},
            {visit.words("Share of those who told us"), ui::Cell::number}},
        .rows = {}};
    for (std::size_t i = 0; i < shares.size(); ++i)
        table.rows.push_back({html("{}", choices[i + 1].label), html("{}", count_of(shares[i])),
            shares[i].people < OpinionResult::fewest_shown
                ? html("–")
                : html("{} %", std::lround(100 * shares[i].share))});
    return ui::table(table);
}

}  // namespace

Html participation_view(const Visit& visit, const ActivityConversation& conversation) {
    const auto& words = visit.words;
    const auto people = store::participation_in(visit.db, conversation.activity.id);
    const auto silent = [](const auto& counts) {
        const auto found = counts.find("");
        return found == counts.end() ? std::int64_t{0} : found->second;
    };
    return html(R"(
<h2>{title}</h2>
<p>{silent} {explanation}</p>
{municipalities}
{ages}
{senders})",
        "title"_a = words("Who takes part"),
        "silent"_a = words("At least {} people have not told us where they live.",
            words.number(silent(known_in_fives(people.by_municipality)))),
        "explanation"_a =
            words("Telling us is optional, so the shares say who is missing, not how many they are."),
        "municipalities"_a =
            shares_table(visit, words("Municipality"), municipality_choices(visit), people.by_municipality),
        "ages"_a =
            shares_table(visit, words("Age"), choices_or_nothing<AgeClass>(words), people.by_age_class),
        "senders"_a =
            shares_table(visit, words("Sender"), choices_or_nothing<ActorKind>(words), people.by_actor_kind));
}

}  // namespace medskapa::web::conversation::desk
