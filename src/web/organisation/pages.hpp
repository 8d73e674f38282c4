#pragma once

#include "web/frame/visit.hpp"

/// The organisations that take part, and who speaks for them.
namespace medskapa::web::organisation {

Response list(const Visit&);            // GET  /processer/{process}/organisationer
Response show(const Visit&);            // GET  /processer/{process}/organisationer/{organisation}
Response ask(const Visit&);             // POST /processer/{process}/kvittens/{code}/fullmakt
Response mandate(const Visit&);         // GET  /processer/{process}/fullmakt/{speaker}
Response answer_mandate(const Visit&);  // POST /processer/{process}/fullmakt/{speaker}

}  // namespace medskapa::web::organisation
