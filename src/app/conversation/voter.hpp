#pragma once

#include "app/conversation/opinion.hpp"
#include "domain/conversation/voter.hpp"

/// What somebody who votes may do beside voting, by the key that they keep.
namespace medskapa::app {

/// Keeps what the person chooses to tell of themselves, in place of what they told before.
Result<Background> tell_background(
    sql::Transaction&, const Permit&, const Occasion&, const std::string& key, const Background&);

/// Keeps how many people live in the county, which the votes are weighted by beside the unweighted. Staff
/// only.
Result<Population> set_population(sql::Transaction&, const Permit&, const Occasion&, const Population&);

/// Takes back all the person's votes in the conversation: the next map is as if they had never voted. Refuses
/// in a frozen conversation, whose result stands.
Result<Id<Participant>> withdraw_votes(
    sql::Transaction&, const Permit&, const Occasion&, const std::string& key);

}  // namespace medskapa::app
