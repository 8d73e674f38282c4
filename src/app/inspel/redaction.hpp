#pragma once

#include "app/act/act.hpp"
#include "domain/inspel/redaction.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Masks a passage wherever it is shown: in each published text of the inspel, its issues, what the sender
/// added or proposed, and the groups that its issues are in or have named. A title that was made of a text is
/// made of the masked text again. The originals stay as they were written; the history keeps when, why and in
/// what role, and not the words. Refused where an issue quotes a part of the passage only.
Result<Redaction> redact(Permitted<Action::moderate_inspel>, int number, const Mask&);

/// Masks all of it in an inspel that waits for review, and publishes it as it stands then. Refused, with
/// nothing done, where one of the masks is.
Result<Inspel> mask_and_publish(Permitted<Action::moderate_inspel>, int number, const std::vector<Mask>&);

/// Where the passage of a mask stands after it: what is not the sender's to mask, and what the mask left.
struct StillShown {
    std::vector<std::string> with_other_capitals = {};  // as it is written there
    std::vector<int> answers = {};                      // positions of issues whose answer has it
    int statement = 0;                                  // the number of the one that the inspel was made of

    bool is_nothing() const { return with_other_capitals.empty() && answers.empty() && statement == 0; }
};
StillShown still_shown(sql::Connection&, Id<Process>, int number, const Mask&);

}  // namespace medskapa::app
