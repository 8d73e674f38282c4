#pragma once

#include "web/frame/visit.hpp"

/// What the region may concentrate on, and how people weigh it.
namespace medskapa::web::priority {

Response list(const Visit&);             // GET  /processer/{process}/prioriteringar
Response show(const Visit&);             // GET  .../prioriteringar/{priority}
Response weighing(const Visit&);         // GET  /processer/{process}/vagning/{weighing}
Response invited(const Visit&);          // GET  .../vagning/{weighing}/inbjuden/{weigher}
Response weigh_points(const Visit&);     // POST .../vagning/{weighing}/poang
Response weigh_choices(const Visit&);    // POST .../vagning/{weighing}/val
Response take_back(const Visit&);        // POST .../vagning/{weighing}/bort
Response weighing_result(const Visit&);  // GET  .../vagning/{weighing}/resultat
Response weighing_csv(const Visit&);     // GET  .../vagning/{weighing}/resultat.csv

}  // namespace medskapa::web::priority
