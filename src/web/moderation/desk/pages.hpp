#pragma once

#include "web/frame/visit.hpp"

/// Where staff decide what people have reported, and look again at what others decided.
namespace medskapa::web::moderation::desk {

Response reported_things(const Visit&);  // GET  /processer/{process}/handlaggning/anmalt
Response reported_thing(const Visit&);   // GET  .../anmalt/{reported}
Response decide_report(const Visit&);    // POST
Response appeal(const Visit&);           // GET  /processer/{process}/handlaggning/omprovning/{appeal}
Response decide_appeal(const Visit&);    // POST
Response rules(const Visit&);            // GET  .../webbplats/spelregler
Response save_rules(const Visit&);       // POST

}  // namespace medskapa::web::moderation::desk
