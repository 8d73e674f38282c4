#pragma once

#include "web/frame/visit.hpp"

/// What the region is like in numbers: analyses, the statistics that they rest on, and who rests on them.
namespace medskapa::web::statistics {

Response conditions(const Visit&);    // GET /processer/{process}/forutsattningar
Response dataset(const Visit&);       // GET .../data/{dataset}
Response dataset_csv(const Visit&);   // GET .../data/{dataset}/data.csv
Response dataset_file(const Visit&);  // GET .../data/{dataset}/fil
Response run(const Visit&);           // GET .../korningar/{run}
Response run_csv(const Visit&);       // GET .../korningar/{run}/resultat.csv
Response run_json(const Visit&);      // GET .../korningar/{run}/korning.json
Response run_picture(const Visit&);   // GET .../korningar/{run}/bild.svg

}  // namespace medskapa::web::statistics
