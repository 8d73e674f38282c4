#pragma once

#include "web/frame/visit.hpp"

/// Where staff judge requirements.
namespace medskapa::web::checklist::desk {

Response list(const Visit&);         // GET  /processer/{process}/handlaggning/krav
Response requirement(const Visit&);  // GET  .../krav/{list}/{requirement}
Response judge(const Visit&);        // POST

}  // namespace medskapa::web::checklist::desk
