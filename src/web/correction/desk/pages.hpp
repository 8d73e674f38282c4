#pragma once

#include "web/frame/visit.hpp"

namespace medskapa::web::correction::desk {

// Each GET shows the form with what stands, and its POST corrects.
Response decision(const Visit&);  // .../beslut/{number}/rattelse
Response correct_decision(const Visit&);
Response party(const Visit&);  // .../remiss/{referral}/parter/{party}/rattelse
Response correct_party(const Visit&);
Response seat(const Visit&);  // .../webbplats/organisation/{body}/platser/{seat}/rattelse
Response correct_seat(const Visit&);
Response step(const Visit&);  // .../webbplats/steg/{step}/rattelse
Response correct_step(const Visit&);

Response paragraphs(const Visit&);  // GET .../texter/{document}/version/{number}/rattelse: to choose one
Response paragraph(const Visit&);   // .../rattelse/{node}
Response correct_paragraph(const Visit&);

}  // namespace medskapa::web::correction::desk
