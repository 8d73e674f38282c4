#pragma once

#include "web/frame/visit.hpp"

/// Who works with a process, and in which role.
namespace medskapa::web::staff::desk {

Response staff(const Visit&);          // GET  /processer/{process}/handlaggning/personal
Response invite(const Visit&);         // POST
Response make_link(const Visit&);      // POST .../personal/{member}/inloggningslank
Response reset_sign_in(const Visit&);  // POST .../personal/{member}/ny-inloggning
Response remove_member(const Visit&);  // POST .../personal/{member}/borttagning

Response keep_draft(const Visit&);  // POST /processer/{process}/handlaggning/utkast
Response drop_draft(const Visit&);  // POST .../utkast/borttagning

}  // namespace medskapa::web::staff::desk
