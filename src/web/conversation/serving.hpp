#pragma once

#include "web/conversation/talk.hpp"

/// Which statement is put before somebody next, and the proof that it was.
namespace medskapa::web::conversation {

/// A statement put before somebody, with the chance that it had; none when they asked for it themselves.
struct Put {
    Statement statement;
    std::optional<double> probability;
};

/// One of them by chance, the ones that tell most more often; nothing where there are none.
std::optional<Put> drawn(const Visit&, const Talk&, const std::vector<store::Servable>&);
/// The statement that the address asks for, when it can be voted on.
std::optional<Put> asked_for(const Visit&, const Talk&);

/// Proves with the vote that we showed the statement, and with which chance: "0.25-SEAL".
std::string serving_proof(const Visit&, const Talk&, const Put&);
/// The chance that the proof in the form says, when it is ours and about this statement.
std::optional<double> proven_probability(const Visit&, const Talk&, int number);

}  // namespace medskapa::web::conversation
