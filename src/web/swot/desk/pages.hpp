#pragma once

#include "web/frame/visit.hpp"

namespace medskapa::web::swot::desk {

Response list(const Visit&);             // GET  /processer/{process}/handlaggning/swot
Response item(const Visit&);             // GET  .../swot/{swot}
Response save_item(const Visit&);        // POST
Response cite(const Visit&);             // POST .../swot/{swot}/hanvisning
Response support(const Visit&);          // POST .../swot/{swot}/underlag
Response take_figure_off(const Visit&);  // POST .../swot/{swot}/hanvisning/borttagning
Response take_off(const Visit&);         // POST .../swot/{swot}/underlag/borttagning
Response publish(const Visit&);          // POST .../swot/{swot}/publicering
Response withdraw(const Visit&);         // POST .../swot/{swot}/utkast

}  // namespace medskapa::web::swot::desk
