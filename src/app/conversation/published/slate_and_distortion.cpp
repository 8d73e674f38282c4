#include "app/conversation/published/slate_and_distortion.hpp"

#include "app/conversation/published/opinion_drawing.hpp"
#include "engine/opinion/distortion/distortion.hpp"
#include "engine/opinion/slate/approval_voting.hpp"
#include "engine/opinion/slate/chances.hpp"

#include <cmath>

namespace medskapa::app {
namespace {

constexpr std::size_t places = 5;

int people_in_fives(double people) {
    return in_fives(static_cast<int>(std::lround(people)));
}

OpinionResult::Slate slate_of(const opinion::Conversation& on_map, const opinion::Landscape& found) {
    const auto chosen = opinion::completed_equal_shares(opinion::profile_of(on_map, found), places);
    const auto chances = opinion::Chances::of(on_map, found);
    const auto covered = opinion::coverage(on_map, found, chosen, chances ? &*chances : nullptr);
    OpinionResult::Slate slate;
    for (const auto j : chosen) slate.statements.push_back(static_cast<int>(on_map.statements()[j]));
    slate.known = in_fives(static_cast<int>(covered.known));
    slate.could_be = in_fives(static_cast<int>(covered.could_be));
    if (covered.expected)
        slate.expected = people_in_fives(covered.expected->share * static_cast<double>(covered.people));
    return slate;
}

std::optional<OpinionResult::Distortion> distortion_of(
    const opinion::Conversation& on_map, const opinion::Landscape& landscape) {
    const auto found = opinion::distortion(on_map, landscape);
    const auto shown = landscape.shown_share();
    if (!found || !shown) return std::nullopt;
    return OpinionResult::Distortion{two_digits(found->trustworthiness),
        people_in_fives(found->hollow_share() * static_cast<double>(landscape.seats.size())),
        two_digits(*shown)};
}

}  // namespace

void add_slate_and_distortion(OpinionResult& result, const opinion::Conversation& on_map) {
    const auto found = opinion::landscape(on_map);
    result.slate = slate_of(on_map, found);
    result.distortion = distortion_of(on_map, found);
}

}  // namespace medskapa::app
