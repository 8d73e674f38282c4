#pragma once

#include "app/act/act.hpp"
#include "domain/decision/completeness.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Goes on although something lacks an answer. The reason is public, and stands until more is missing or
/// something new comes in.
Result<Waiver> waive_missing(Permitted<Action::decide>, const std::string& reason);

/// Says in public that every answer is there. Refused while one is missing and not waived.
Result<AnswersDeclared> declare_answers(Permitted<Action::decide>);

}  // namespace medskapa::app
