#pragma once

#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

/// The files of an inspel on its workbench: read, shown, masked.
namespace medskapa::web::issue::desk {

/// Each with its copy and the forms for those who may use them; nothing when none came with it.
Html files_part(const Visit&, const Inspel&, const ui::Complaints&);

Response show_file(const Visit&);  // POST .../inspel/{number}/fil/{file}/visning
Response mask_file(const Visit&);  // POST .../inspel/{number}/fil/{file}/maskning

}  // namespace medskapa::web::issue::desk
