#pragma once

#include "web/frame/visit.hpp"

/// Where anybody reports something that is published, and follows what becomes of it.
namespace medskapa::web::moderation {

Response inspel_form(const Visit&);       // GET  /processer/{process}/inspel/{number}/anmalan
Response report_inspel(const Visit&);     // POST
Response statement_form(const Visit&);    // GET  .../aktiviteter/{activity}/pastaenden/{number}/anmalan
Response report_statement(const Visit&);  // POST
Response ask_for_code(const Visit&);      // GET  /processer/{process}/anmalan
Response find_by_code(const Visit&);      // POST
Response rules(const Visit&);             // GET  /spelregler
Response review_numbers(const Visit&);    // GET  /processer/{process}/granskning
Response followed(const Visit&);          // GET  /processer/{process}/anmalan/{report_code}

}  // namespace medskapa::web::moderation
