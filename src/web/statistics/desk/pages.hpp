#pragma once

#include "web/frame/visit.hpp"

/// Where statistics are kept, analyses made, and paragraphs given what they rest on.
namespace medskapa::web::statistics::desk {

Response list(const Visit&);             // GET  /processer/{process}/handlaggning/underlag
Response import_form(const Visit&);      // GET  .../underlag/inlasning
Response import_dataset(const Visit&);   // POST
Response run_form(const Visit&);         // GET  .../underlag/data/{dataset}/korning
Response make_run(const Visit&);         // POST
Response run(const Visit&);              // GET  .../underlag/korningar/{run}
Response make_again(const Visit&);       // POST .../underlag/korningar/{run}/omkorning
Response remove(const Visit&);           // POST .../underlag/korningar/{run}/borttagning
Response cite(const Visit&);             // POST .../underlag/korningar/{run}/hanvisning
Response hold_citation(const Visit&);    // POST .../underlag/hanvisningar/{citation}/galler
Response review_citation(const Visit&);  // POST .../underlag/hanvisningar/{citation}/granskning

}  // namespace medskapa::web::statistics::desk
