#pragma once

#include "domain/priority/priority.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::priority::desk {

/// Below a priority's own form: what it rests on, with a form for one more figure, and the meetings where it
/// was tried, with a form for one more. The complaints are about one of the two forms.
Html parts_of(const Visit&, const Priority&, const ui::Complaints&);

}  // namespace medskapa::web::priority::desk
