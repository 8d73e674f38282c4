#pragma once

#include "web/frame/visit.hpp"

/// What came of a consultation, for everybody.
namespace medskapa::web::decision::report {

Response show(const Visit&);        // GET /processer/{process}/samradsredogorelse
Response part(const Visit&);        // GET /processer/{process}/samradsredogorelse/del/{part}
Response section(const Visit&);     // GET /processer/{process}/samradsredogorelse/avsnitt/{section}
Response file(const Visit&);        // GET /processer/{process}/samradsredogorelse/{format}
Response changed(const Visit&);     // GET /processer/{process}/vad-andrades
Response links_csv(const Visit&);   // GET /processer/{process}/lankar.csv
Response links_json(const Visit&);  // GET /processer/{process}/lankar.json

}  // namespace medskapa::web::decision::report
