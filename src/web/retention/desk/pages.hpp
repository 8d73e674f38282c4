#pragma once

#include "web/frame/visit.hpp"

/// Where a process leader writes down by which decision what is kept of people goes, and sees what goes when
/// and what has gone.
namespace medskapa::web::retention::desk {

Response retention(const Visit&);   // GET  /processer/{process}/handlaggning/gallring
Response form(const Visit&);        // GET  .../gallring/{kind}
Response decide(const Visit&);      // POST .../gallring/{kind}: counts first, or saves
Response end(const Visit&);         // POST .../gallring/{kind}/avslut
Response erased_csv(const Visit&);  // GET  .../gallring/gallrat.csv

}  // namespace medskapa::web::retention::desk
