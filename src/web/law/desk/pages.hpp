#pragma once

#include "web/frame/visit.hpp"

/// Where the process leader fills in what the law's pages say, and sees what people could not use.
namespace medskapa::web::law::desk {

Response description(const Visit&);       // GET  /processer/{process}/handlaggning/webbplats/om-webbplatsen
Response save_description(const Visit&);  // POST
Response lack_reports(const Visit&);      // GET  .../webbplats/hinder
Response close_lack(const Visit&);        // POST .../webbplats/hinder/{report}/klart

// For those who may take out what is kept about one person, over all processes in which they may.
Response person_extract(const Visit&);       // GET  .../handlaggning/registerutdrag
Response find_person(const Visit&);          // POST: what may be the person's
Response person_extract_file(const Visit&);  // POST .../registerutdrag/{search}/fil: of what was ticked

}  // namespace medskapa::web::law::desk
