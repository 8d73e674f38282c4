#pragma once

#include "web/conversation/activity_conversation.hpp"

/// Which statement is shown to a voter next, and the proof that it was.
namespace medskapa::web::conversation {

/// The statement that a voter is shown, and the probability with which it was picked; none when they asked
/// for it themselves.
struct ServedStatement {
    Statement statement;
    std::optional<double> probability;
};

/// One of them at random, weighted by priority; nothing where there are none.
std::optional<ServedStatement> pick_statement(
    const Visit&, const ActivityConversation&, const std::vector<store::Servable>&);
/// The statement that the address asks for, when it can be voted on.
std::optional<ServedStatement> statement_asked_for(const Visit&, const ActivityConversation&);

/// Sent with the vote, it proves that we showed the statement and with which probability: "0.25-SIGNATURE".
/// Empty for one that the voter asked for.
std::string serving_proof(const Visit&, const ActivityConversation&, const ServedStatement&);
/// The probability in the form's proof, when the proof is ours and about this statement.
std::optional<double> proven_probability(const Visit&, const ActivityConversation&, int number);

}  // namespace medskapa::web::conversation
