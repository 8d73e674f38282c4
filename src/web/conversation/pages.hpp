#pragma once

#include "web/frame/visit.hpp"

/// Voting on statements.
namespace medskapa::web::conversation {

Response next(const Visit&);             // GET  /processer/{process}/aktiviteter/{activity}/pastaenden
Response propose(const Visit&);          // POST /processer/{process}/aktiviteter/{activity}/pastaenden
Response vote(const Visit&);             // POST /processer/{process}/aktiviteter/{activity}/rost
Response save_background(const Visit&);  // POST /processer/{process}/aktiviteter/{activity}/om-mig
Response withdraw(const Visit&);         // POST /processer/{process}/aktiviteter/{activity}/mina-roster/bort
Response rulings(const Visit&);          // GET  /processer/{process}/aktiviteter/{activity}/granskning

}  // namespace medskapa::web::conversation
