#pragma once

#include "web/frame/visit.hpp"

/// The process site: what is decided, where we are, what can be done, and whom to ask.
namespace medskapa::web::site {

Response front(const Visit&);           // GET /
Response start(const Visit&);           // GET /processer/{process}
Response about(const Visit&);           // GET /processer/{process}/om
Response step(const Visit&);            // GET /processer/{process}/steg/{number}
Response activities(const Visit&);      // GET /processer/{process}/aktiviteter
Response activity(const Visit&);        // GET /processer/{process}/aktiviteter/{activity}
Response news(const Visit&);            // GET /processer/{process}/nyheter
Response news_feed(const Visit&);       // GET /processer/{process}/nyheter.atom
Response calendar(const Visit&);        // GET /processer/{process}/kalender
Response calendar_feed(const Visit&);   // GET /processer/{process}/kalender.ics
Response event(const Visit&);           // GET /processer/{process}/kalender/{event}
Response event_calendar(const Visit&);  // GET /processer/{process}/kalender/{event}/kalender.ics
Response organisation(const Visit&);    // GET /processer/{process}/organisation

}  // namespace medskapa::web::site
