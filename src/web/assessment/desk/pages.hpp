#pragma once

#include "web/frame/visit.hpp"

/// Where staff assess what the strategy means.
namespace medskapa::web::assessment::desk {

Response list(const Visit&);             // GET  /processer/{process}/handlaggning/bedomningar
Response assessment(const Visit&);       // GET  .../bedomningar/{assessment}
Response save_assessment(const Visit&);  // POST
Response add_paragraph(const Visit&);    // POST .../bedomningar/{assessment}/stycken
Response drop_paragraph(const Visit&);   // POST .../bedomningar/{assessment}/stycken/borttagning
Response step(const Visit&);             // GET  .../bedomningar/{assessment}/steg/{question}
Response answer(const Visit&);           // POST
Response look_at(const Visit&);          // POST .../bedomningar/{assessment}/steg/{question}/galler
Response conflict(const Visit&);         // GET  .../bedomningar/{assessment}/malkonflikter/{conflict}
Response save_conflict(const Visit&);    // POST

}  // namespace medskapa::web::assessment::desk
