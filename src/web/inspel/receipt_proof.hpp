#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/frame/visit.hpp"

#include <string>

namespace medskapa::web::inspel {

/// Where in the open log the proof is that the inspel was received, and how to take it home; nothing where it
/// has none.
Html proof_part(const Visit&, const Inspel&, const std::string& code);

}  // namespace medskapa::web::inspel
