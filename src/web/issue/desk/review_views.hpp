#pragma once

#include "app/inspel/redaction.hpp"
#include "domain/inspel/inspel.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

/// The parts of the workbench for who reads an inspel before, and after, it is shown.
namespace medskapa::web::issue::desk {

/// What can be done with it as it stands: publish or decline it, or take it up again.
Html state_view(const Visit&, const Inspel&, const ui::Complaints&);
/// The copy that is shown, to be changed.
Html copy_view(const Visit&, const Inspel&, const ui::Complaints&);
/// What must not be shown is masked, and that it was stands there.
Html mask_view(const Visit&, const Inspel&, const ui::Complaints&);
/// What its sender added.
Html additions_view(const Visit&, const Inspel&);
/// What the reviewer's eye cannot see.
Html warning_view(const Visit&, const Inspel&);

/// Where the words still stand after a mask; other capitals with a button that masks them for the same
/// reason.
Html still_shown_view(const Visit&, const app::StillShown&, const std::string& reason);

}  // namespace medskapa::web::issue::desk
