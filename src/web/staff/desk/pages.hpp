#pragma once

#include "web/frame/visit.hpp"

/// Who works with a process, and in which role.
namespace medskapa::web::staff::desk {

Response staff(const Visit&);          // GET  /processer/{process}/handlaggning/personal
Response invite(const Visit&);         // POST
Response remove_member(const Visit&);  // POST .../personal/{member}/borttagning

}  // namespace medskapa::web::staff::desk
