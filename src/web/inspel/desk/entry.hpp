#pragma once

#include "web/frame/visit.hpp"

/// What comes in on paper, by telephone or in a table of a workshop.
namespace medskapa::web::inspel::desk {

Response entry_form(const Visit&);       // GET  /processer/{process}/handlaggning/skriv-in
Response file(const Visit&);             // GET  /processer/{process}/handlaggning/inspel/{number}/fil/{file}
Response enter(const Visit&);            // POST /processer/{process}/handlaggning/skriv-in
Response import_form(const Visit&);      // GET  /processer/{process}/handlaggning/inlasning
Response import_template(const Visit&);  // GET  /processer/{process}/handlaggning/inlasning/mall.csv
Response import(const Visit&);           // POST /processer/{process}/handlaggning/inlasning

}  // namespace medskapa::web::inspel::desk
