#pragma once

#include "web/frame/visit.hpp"

namespace medskapa::web {

/// The page for a member of staff whose role may not do this: which roles may, and the way back to the desk.
/// For everybody else the page that says no.
Response not_for_you(const Visit&, Action);

}  // namespace medskapa::web
