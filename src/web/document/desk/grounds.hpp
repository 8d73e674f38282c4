#pragma once

#include "domain/document/document.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::document::desk {

/// Fields in which an editor says what a change goes back to: issues to tick, references to write, and a
/// reason. The one form of a page that was sent shows what was typed; the others have a prefix, which keeps
/// their fields apart, and are empty.
Html grounds_fields(const Visit&, const Node&, const std::string& prefix, const ui::Complaints&);

/// What was ticked and written: "I-231.2" is issue 2 of inspel 231, "I-231" the inspel as a whole. A
/// reference that leads nowhere is a complaint.
Result<Grounds> typed_grounds(const Visit&);

}  // namespace medskapa::web::document::desk
