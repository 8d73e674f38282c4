#pragma once

#include "web/frame/visit.hpp"

/// What those who know a field think of a number that nobody knows yet, round by round.
namespace medskapa::web::panel {

Response list(const Visit&);       // GET  /processer/{process}/paneler
Response show(const Visit&);       // GET  .../paneler/{panel}
Response as_csv(const Visit&);     // GET  .../paneler/{panel}/resultat.csv
Response member(const Visit&);     // GET  .../paneler/{panel}/fraga/{member}
Response give(const Visit&);       // POST .../paneler/{panel}/svar
Response take_back(const Visit&);  // POST .../paneler/{panel}/bort

}  // namespace medskapa::web::panel
