#pragma once

#include "domain/site/process.hpp"
#include "web/frame/visit.hpp"

/// Where inspel are taken today.
namespace medskapa::web::site {

/// The activity that takes inspel today: the one with this slug, else the first that is there for inspel.
std::optional<Activity> open_activity(const Visit&, const Process&, std::string_view slug = {});

/// Leads from a process that takes no inspel to one that does. Empty where none does.
Html open_elsewhere(const Visit&);

}  // namespace medskapa::web::site
