#pragma once

#include "web/frame/visit.hpp"

/// Voting on statements, the map of what was said, and the staff's side of both.
namespace medskapa::web::conversation {

Response next(const Visit&);         // GET  /processer/{process}/aktiviteter/{activity}/pastaenden
Response propose(const Visit&);      // POST /processer/{process}/aktiviteter/{activity}/pastaenden
Response vote(const Visit&);         // POST /processer/{process}/aktiviteter/{activity}/rost
Response tell_of_me(const Visit&);   // POST /processer/{process}/aktiviteter/{activity}/om-mig
Response withdraw(const Visit&);     // POST /processer/{process}/aktiviteter/{activity}/mina-roster/bort
Response result(const Visit&);       // GET  /processer/{process}/aktiviteter/{activity}/resultat
Response own_place(const Visit&);    // GET  .../resultat/jag
Response result_json(const Visit&);  // GET  .../resultat.json
Response rulings(const Visit&);      // GET  /processer/{process}/aktiviteter/{activity}/granskning

Response talks(const Visit&);              // GET  /processer/{process}/handlaggning/pastaenden
Response talk(const Visit&);               // GET  /processer/{process}/handlaggning/pastaenden/{activity}
Response seed(const Visit&);               // POST /processer/{process}/handlaggning/pastaenden/{activity}
Response moderate(const Visit&);           // POST .../pastaenden/{activity}/{number}/beslut
Response convert_statement(const Visit&);  // POST .../pastaenden/{activity}/{number}/inspel
Response steer(const Visit&);              // POST .../pastaenden/{activity}/lage
Response name(const Visit&);               // POST .../pastaenden/{activity}/grupp
Response populate(const Visit&);           // POST .../pastaenden/{activity}/befolkning

Response comments_csv(const Visit&);            // GET  .../pastaenden/{activity}/comments.csv
Response votes_csv(const Visit&);               // GET  .../pastaenden/{activity}/votes.csv
Response participants_votes_csv(const Visit&);  // GET  .../pastaenden/{activity}/participants-votes.csv

}  // namespace medskapa::web::conversation
