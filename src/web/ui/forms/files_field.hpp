#pragma once

#include "web/ui/forms/form.hpp"

namespace medskapa::web::ui {

/// For several files at once. `more`: attributes, such as what a browser offers to choose among.
Html files_field(const Field&, const Html& more, const Complaints&, const Words&);

}  // namespace medskapa::web::ui
