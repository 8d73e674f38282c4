#pragma once

#include "store/plan/gaps.hpp"
#include "web/frame/visit.hpp"

#include <optional>

namespace medskapa::web::assessment::desk {

/// The assessment that the address names.
std::optional<Assessment> asked_assessment(const Visit&, sql::Connection&);
/// "KB-3 The child's best interest", with the address of its page at the desk.
ui::Link desk_link(const Visit&, const Assessment&);

}  // namespace medskapa::web::assessment::desk
