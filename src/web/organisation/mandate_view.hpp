#pragma once

#include "app/organisation/mandate.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::organisation {

/// A mandate as the one with the link reads it, with what they may do: registrar, second person or speaker.
Html mandate_view(const Visit&, const app::OpenedMandate&, const ui::Complaints&);

}  // namespace medskapa::web::organisation
