#pragma once

#include "web/frame/visit.hpp"

namespace medskapa::web {

/// What everybody reads instead of a page while the site is being prepared: whose it will be, and where those
/// who work with it sign in.
Response not_open_yet(const Visit&);

}  // namespace medskapa::web
