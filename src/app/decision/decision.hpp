#pragma once

#include "app/act/act.hpp"
#include "domain/decision/decision.hpp"
#include "domain/decision/sami_consultation.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Writes down that a body of the process adopted a version that is frozen as a proposal; the version becomes
/// adopted. Refused while something lacks an answer and is not waived. That the Sámi were not consulted does
/// not stop it: it is shown on the decision for ever.
Result<Decision> decide(Permitted<Action::decide>, const Decision& draft, Day today);

/// The day on which the notice board told of the minutes: from it the time to appeal is counted.
Result<Decision> announce_decision(Permitted<Action::decide>, int number, Day noticed_on, Day today);

/// Begins a consultation with Sámi representatives, or says that none is needed and why.
Result<SamiConsultation> open_consultation(Permitted<Action::decide>, const SamiConsultation& draft);
/// Who it is with and how it ended. Its events stay.
Result<SamiConsultation> change_consultation(Permitted<Action::decide>, const SamiConsultation& changed);
Result<SamiConsultation> note_consultation(
    Permitted<Action::decide>, int number, const SamiConsultation::Event&, Day today);

}  // namespace medskapa::app
