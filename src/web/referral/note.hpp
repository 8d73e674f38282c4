#pragma once

#include "domain/referral/referral.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::referral {

/// On the page of an inspel that is an answer: where it stands and how it came. Empty for others.
Html note(const Visit&, const Inspel&);
/// The same on the sender's own receipt, with what a records office writes down of an answer. Who wrote and
/// approved it stands there too. Empty for others.
Html registry_receipt(const Visit&, const Inspel&);
/// The same for staff, with the forms for its case number and its sender.
Html workbench_note(const Visit&, const Inspel&, const ui::Complaints&);

}  // namespace medskapa::web::referral
