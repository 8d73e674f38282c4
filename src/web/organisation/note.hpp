#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::organisation {

/// On the page of an inspel that is sent for an organisation: whether the organisation has confirmed it, and
/// the way to all that it has said. Empty for others.
Html note(const Visit&, const Inspel&);

/// On the sender's receipt: the question to the organisation, or how it stands. Empty for one that speaks for
/// none.
Html ask_part(const Visit&, const Inspel&, const std::string& code, const ui::Complaints&);

}  // namespace medskapa::web::organisation
