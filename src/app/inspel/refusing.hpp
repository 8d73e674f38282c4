#pragma once

#include "app/act/act.hpp"
#include "domain/inspel/inspel.hpp"
#include "domain/moderation/appeal.hpp"

namespace medskapa::app {

/// Remembers by which rule, on what ground and by whom the inspel was declined, so that somebody else looks
/// at an appeal. For the verbs that decline.
void note_refusal(const Act&, const Inspel& declined, Refusal::Basis);

/// Takes a published inspel down, as if it had been declined at the review: issues without an answer go,
/// answers stay with it. The sender can read why, and appeal. A conflict when it is not published.
Result<Inspel> take_down_inspel(Permitted<Action::moderate_inspel>, int number, std::string_view reason,
    const std::string& note, Refusal::Basis);

/// By the receipt's code: the sender asks that somebody else decides again. Sent twice it is taken once. A
/// conflict when somebody else has decided already.
Result<Appeal> appeal_refusal(
    Permitted<Action::follow_inspel>, const std::string& code, const std::string& text);
/// Shows the inspel, or lets the decision stand. Not allowed to whoever decided first.
Result<Appeal> decide_appeal(Permitted<Action::moderate_inspel>, Id<Appeal>, const AppealRuling&);

}  // namespace medskapa::app
