#pragma once

#include "web/frame/visit.hpp"

/// What is asked of a strategy, and how it stands.
namespace medskapa::web::checklist {

Response show(const Visit&);           // GET /processer/{process}/sex-steg
Response as_csv(const Visit&);         // GET .../sex-steg/krav.csv
Response wheel_picture(const Visit&);  // GET .../sex-steg/hjul.svg

}  // namespace medskapa::web::checklist
