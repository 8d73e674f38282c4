#pragma once

#include "web/frame/visit.hpp"

/// Where staff begin panels, invite to them and open their rounds.
namespace medskapa::web::panel::desk {

Response list(const Visit&);        // GET  /processer/{process}/handlaggning/paneler
Response form(const Visit&);        // GET  .../paneler/ny
Response begin(const Visit&);       // POST
Response panel(const Visit&);       // GET  .../paneler/{panel}
Response invite(const Visit&);      // POST .../paneler/{panel}/inbjudan
Response round_form(const Visit&);  // GET  .../paneler/{panel}/runda
Response open_round(const Visit&);  // POST

}  // namespace medskapa::web::panel::desk
