#pragma once

#include "domain/priority/priority.hpp"
#include "web/frame/visit.hpp"

#include <string>

namespace medskapa::web::priority {

/// The priority that the address names.
std::optional<Priority> asked_priority(const Visit&);

/// "Merged, became Land, forest and water", with links.
Html outcome_view(const Visit&, const Priority&);
/// "Thematic, proposed 11 December 2019, decided 17 February 2021"
std::string when_of(const Visit&, const Priority&);

/// Leads to the form for an inspel whose title says what it is about. Empty where none are taken.
Html inspel_link(const Visit&, const std::string& about);

}  // namespace medskapa::web::priority
