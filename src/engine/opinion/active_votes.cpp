#include "engine/opinion/active_votes.hpp"

namespace medskapa::opinion {
namespace {

void copy_votes(const Conversation& from, std::uint32_t seat, Conversation& to) {
    for (const auto ballot : from.ballots(seat)) {
        if (!from.standing(ballot.statement()).is_left_out())
            (void)to.vote(from.participants()[seat], from.statements()[ballot.statement()], ballot.vote());
    }
}

}  // namespace

Conversation active_votes(const Conversation& conversation) {
    return active_votes(conversation, conversation.seats_by_id());
}

Conversation active_votes(const Conversation& conversation, std::span<const std::uint32_t> seats) {
    Conversation active;
    for (std::size_t j = 0; j < conversation.statements().size(); ++j)
        if (!conversation.standing(j).is_left_out())
            (void)active.add_statement(conversation.statements()[j], conversation.standing(j));
    for (const auto seat : seats) copy_votes(conversation, seat, active);
    return active;
}

}  // namespace medskapa::opinion
