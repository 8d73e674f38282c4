#pragma once

#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/layout.hpp"

namespace medskapa::web {

/// A page with a form that is to be filled in, or that came back with what was wrong: then its title says so
/// first. No cache keeps it.
Response page_with_form(ui::Page, const Visit&, const ui::Complaints&, int status);

}  // namespace medskapa::web
