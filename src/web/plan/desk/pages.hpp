#pragma once

#include "web/frame/visit.hpp"

/// Where staff write the plan for participation and assessment, and say what came of its promises.
namespace medskapa::web::plan::desk {

Response show(const Visit&);         // GET  /processer/{process}/handlaggning/plan
Response save(const Visit&);         // POST
Response begin(const Visit&);        // POST .../plan/utkast
Response publish(const Visit&);      // POST .../plan/publicering
Response discard(const Visit&);      // POST .../plan/borttagning
Response line(const Visit&);         // GET  .../plan/{planned}/{line}
Response save_line(const Visit&);    // POST
Response remove_line(const Visit&);  // POST .../plan/{planned}/{line}/borttagning
Response promise(const Visit&);      // GET  /processer/{process}/handlaggning/loften/{promise}
Response judge(const Visit&);        // POST

}  // namespace medskapa::web::plan::desk
