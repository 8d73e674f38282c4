#pragma once

#include "web/frame/visit.hpp"

/// The conversations' pages for staff: reading statements, opening and closing, and everything to download.
namespace medskapa::web::conversation::desk {

Response list(const Visit&);               // GET  /processer/{process}/handlaggning/pastaenden
Response show(const Visit&);               // GET  .../pastaenden/{activity}
Response add_statement(const Visit&);      // POST .../pastaenden/{activity}
Response moderate(const Visit&);           // POST .../pastaenden/{activity}/{number}/beslut
Response convert_statement(const Visit&);  // POST .../pastaenden/{activity}/{number}/inspel
Response change_state(const Visit&);       // POST .../pastaenden/{activity}/lage
Response name_group(const Visit&);         // POST .../pastaenden/{activity}/grupp
Response set_population(const Visit&);     // POST .../pastaenden/{activity}/befolkning

Response comments_csv(const Visit&);            // GET  .../pastaenden/{activity}/comments.csv
Response votes_csv(const Visit&);               // GET  .../pastaenden/{activity}/votes.csv
Response participants_votes_csv(const Visit&);  // GET  .../pastaenden/{activity}/participants-votes.csv

}  // namespace medskapa::web::conversation::desk
