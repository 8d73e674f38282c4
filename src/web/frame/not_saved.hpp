#pragma once

#include "web/frame/visit.hpp"

namespace medskapa::web {

/// 507 when the disk is full, 503 when the database cannot be used just now, else 500.
int status_of(const sql::Error&);

/// Whether what could not be saved is known not to be there.
enum class Outcome { nothing_saved, unknown };
Outcome outcome_of(const sql::Error&);

/// The page for a form that could not be saved. It shows what was typed, and sends all of it again, as the
/// same form, when the visitor says so: a form that was saved after all is then known again.
Response not_saved(const Visit&, int status, Outcome = Outcome::nothing_saved);

/// The same for what the visitor's network has no budget for yet: 429, with how long to wait.
Response too_much(const Visit&, std::chrono::seconds wait);

}  // namespace medskapa::web
