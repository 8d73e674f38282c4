#pragma once

#include "domain/site/process.hpp"
#include "web/frame/visit.hpp"

/// Where inspel are taken today.
namespace medskapa::web::site {

/// The activity that takes inspel today: the one with this slug, else the first that is there for inspel.
std::optional<Activity> open_activity(const Visit&, const Process&, std::string_view slug = {});

/// The same for a form that was begun before the activity closed: it is taken for some minutes more.
std::optional<Activity> activity_open_lately(const Visit&, const Process&, std::string_view slug = {});
inline constexpr std::chrono::minutes taken_after_close{15};

/// Leads from a process that takes no inspel to one that does. Empty where none does.
Html open_elsewhere(const Visit&);

}  // namespace medskapa::web::site
