#pragma once

#include "web/frame/visit.hpp"

/// Where staff see what lacks an answer, and write down decisions and consultations.
namespace medskapa::web::decision::desk {

Response missing(const Visit&);  // GET  /processer/{process}/handlaggning/saknas
Response waive(const Visit&);    // POST .../saknas/undantag
Response declare(const Visit&);  // POST .../saknas/klart

Response list(const Visit&);            // GET  .../handlaggning/beslut
Response form(const Visit&);            // GET  .../beslut/nytt
Response decide(const Visit&);          // POST
Response set_notice_day(const Visit&);  // POST .../beslut/{number}/anslag

Response consultation(const Visit&);       // GET  .../konsultation/{consultation}; "ny" for a new one
Response save_consultation(const Visit&);  // POST
Response add_event(const Visit&);          // POST .../konsultation/{consultation}/handelser

}  // namespace medskapa::web::decision::desk
