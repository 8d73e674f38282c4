#pragma once

#include "domain/decision/completeness.hpp"
#include "domain/staff/authorisation.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Goes on although something lacks an answer. The reason is public, and stands until more is missing or
/// something new comes in.
Result<Waiver> waive_missing(sql::Transaction&, const Permit&, const Process&, const std::string& reason);

/// Says in public that every answer is there. Refused while one is missing and not waived.
Result<AnswersDeclared> declare_answers(sql::Transaction&, const Permit&, const Process&);

}  // namespace medskapa::app
