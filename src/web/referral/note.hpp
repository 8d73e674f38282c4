#pragma once

#include "domain/referral/referral.hpp"
#include "web/frame/visit.hpp"

namespace medskapa::web::referral {

/// On the page of an inspel that is an answer: where it stands and how it came. Empty for others.
Html note(const Visit&, const Inspel&);
/// The same for staff, with the form for its case number.
Html workbench_note(const Visit&, const Inspel&);

}  // namespace medskapa::web::referral
