#pragma once

#include "domain/statistics/analysis.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

/// Where an analyst assumes something else of the years to come than the scenarios do.
namespace medskapa::web::statistics::desk {

/// The field of the form that the parameter is typed in; empty where it is no assumption.
std::string assumption_field(std::string_view parameter);
/// Those that were typed, by the parameters' names.
Parameters typed_assumptions(const Visit&);
/// Folded away, as most need none of it; opened where something is wrong or typed. `typed`: empty on a new
/// form.
Html assumption_fields(const Parameters& typed, const ui::Complaints&, const Words&);

}  // namespace medskapa::web::statistics::desk
