#pragma once

#include "web/frame/routing/router.hpp"

#include <optional>

namespace medskapa::web {

/// Finds who is signed in; an ended session is as none.
void recognise(Visit&);

/// While the site is being prepared a stranger sees of no process that it is there, nor that it is not.
std::optional<Response> hidden_until_opening(const Route&, Visit&);
/// As where there is no such page, but not while the site is being prepared.
Response unknown_process(const Route&, Visit&);

/// Who may not do it. A form that the staff's page held is given back to who is signed in no longer.
Response not_permitted(const Visit&, Action);
/// Why the form is not received from this visitor, whatever it says; nothing when it is.
std::optional<Response> refused_sending(const Visit&, Action);

}  // namespace medskapa::web
