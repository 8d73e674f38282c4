#pragma once

#include "web/frame/visit.hpp"

namespace medskapa::web::decision {

// For everybody
Response list(const Visit&);  // GET /processer/{process}/beslut
Response show(const Visit&);  // GET .../beslut/{number}

// For staff
Response missing(const Visit&);  // GET  /processer/{process}/handlaggning/saknas
Response waive(const Visit&);    // POST .../saknas/undantag
Response declare(const Visit&);  // POST .../saknas/klart

Response desk(const Visit&);         // GET  .../handlaggning/beslut
Response form(const Visit&);         // GET  .../beslut/nytt
Response decide(const Visit&);       // POST
Response tell_notice(const Visit&);  // POST .../beslut/{number}/anslag

Response consultation(const Visit&);       // GET  .../konsultation/{consultation}; "ny" for a new one
Response save_consultation(const Visit&);  // POST
Response note(const Visit&);               // POST .../konsultation/{consultation}/handelser

}  // namespace medskapa::web::decision
