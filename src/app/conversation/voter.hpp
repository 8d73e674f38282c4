#pragma once

#include "app/act/act.hpp"
#include "app/conversation/opinion.hpp"
#include "domain/conversation/voter.hpp"

/// What somebody who votes may do beside voting, by the key that they keep.
namespace medskapa::app {

/// Keeps what the person chooses to tell of themselves, in place of what they told before.
Result<Background> save_background(
    Permitted<Action::vote>, const Occasion&, const std::string& key, const Background&);

/// Keeps how many people live in the county, which the votes are weighted by beside the unweighted. Staff
/// only.
Result<Population> set_population(Permitted<Action::steer_conversation>, const Occasion&, const Population&);

/// Takes back all the person's votes in the conversation: the next map is as if they had never voted. Refuses
/// in a frozen conversation, whose result stands.
Result<Id<Participant>> withdraw_votes(Permitted<Action::vote>, const Occasion&, const std::string& key);

}  // namespace medskapa::app
