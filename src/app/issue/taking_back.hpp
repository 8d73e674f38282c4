#pragma once

#include "app/act/act.hpp"
#include "domain/inspel/inspel.hpp"

namespace medskapa::app {

/// Takes back that an answer was published, within an hour of it: for each issue that has it, it waits to be
/// published again. A conflict later, where it has been corrected, and where somebody has relied on it by
/// declaring the answers complete or by a decision; then it is corrected: see change_published_answer().
Result<Answer> take_back_answer(Permitted<Action::publish_answers>, Id<Issue>);
/// The same for somebody who undoes what they published at that moment: a conflict, too, where somebody has
/// published it anew since.
Result<Answer> take_back_published(Permitted<Action::publish_answers>, Id<Answer>, Instant published);

}  // namespace medskapa::app
