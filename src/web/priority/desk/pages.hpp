#pragma once

#include "web/frame/visit.hpp"

/// Where staff write down what may be concentrated on, and open weighings. In an address, "ny" stands for one
/// that is not there yet.
namespace medskapa::web::priority::desk {

Response list(const Visit&);            // GET  /processer/{process}/handlaggning/prioriteringar
Response priority(const Visit&);        // GET  .../prioriteringar/{priority}
Response save_priority(const Visit&);   // POST
Response decision(const Visit&);        // GET  .../prioriteringar/{priority}/beslut
Response save_decision(const Visit&);   // POST
Response cite(const Visit&);            // POST .../prioriteringar/{priority}/hanvisning
Response note_discovery(const Visit&);  // POST .../prioriteringar/{priority}/mote
Response weighing_form(const Visit&);   // GET  /processer/{process}/handlaggning/vagning
Response open_weighing(const Visit&);   // POST
Response weighing(const Visit&);        // GET  .../vagning/{weighing}
Response invite(const Visit&);          // POST .../vagning/{weighing}/inbjudan

}  // namespace medskapa::web::priority::desk
