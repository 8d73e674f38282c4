#pragma once

#include "web/frame/visit.hpp"

/// The map of how people voted, and every figure behind it.
namespace medskapa::web::conversation::result {

Response show(const Visit&);       // GET /processer/{process}/aktiviteter/{activity}/resultat
Response own_place(const Visit&);  // GET .../resultat/jag
Response as_json(const Visit&);    // GET .../resultat.json

}  // namespace medskapa::web::conversation::result
