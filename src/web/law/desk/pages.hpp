#pragma once

#include "web/frame/visit.hpp"

/// Where the process leader fills in what the law's pages say, and sees what people could not use.
namespace medskapa::web::law::desk {

Response description(const Visit&);       // GET  /processer/{process}/handlaggning/webbplats/om-webbplatsen
Response save_description(const Visit&);  // POST
Response lack_reports(const Visit&);      // GET  .../webbplats/hinder
Response close_lack(const Visit&);        // POST .../webbplats/hinder/{report}/klart

}  // namespace medskapa::web::law::desk
