#pragma once

#include "web/frame/visit.hpp"

/// Nothing that somebody typed is lost: the pages for forms that were not saved show it, and let it be sent
/// again.
namespace medskapa::web {

/// What was typed in the form that was sent, to be read and copied; nothing where nothing was.
Html written(const Visit&);

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

/// For a form of the staff's that was sent by nobody who is signed in, as when a session has ended: 403. Once
/// they have signed in again, in another tab, it can be sent again.
Response signed_out(const Visit&);

/// For a form that another session's page held: 403, to be sent again by this one.
Response of_another_session(const Visit&);

/// For a form whose page showed something else than what stands there now: 409, with what was typed next to
/// what stands there. Who has compared them can change theirs and send it.
Response seen_otherwise(const Visit&, const app::SeenOtherwise&);

/// For a form that was sent and saved before, with other words: 409, to be sent as a further one.
Response sent_before(const Visit&);

}  // namespace medskapa::web
