#pragma once

#include "web/frame/visit.hpp"

/// What of a person's ways in opens one process alone, since it was set up after a link to that one.
namespace medskapa::web::staff {

/// "Opens Strategi 2050 alone."
std::string opens_alone(const Visit&, Id<Process>);

/// Whether a way in that is set up in this session takes the place of what opens one process alone.
bool replaces_what_opens_one_process(const Visit&);

}  // namespace medskapa::web::staff
