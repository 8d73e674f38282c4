#pragma once

#include "web/frame/visit.hpp"

/// What is done to one issue, or to several at once.
namespace medskapa::web::issue::desk {

Response remove_issue(const Visit&);       // POST .../synpunkter/{issue}/borttagning
Response leave_group(const Visit&);        // POST .../synpunkter/{issue}/grupp/borttagning
Response group(const Visit&);              // POST .../grupper
Response remove_text_block(const Visit&);  // POST .../textblock/{block}/borttagning
Response show_addition(const Visit&);      // POST .../inspel/{number}/tillagg

}  // namespace medskapa::web::issue::desk
