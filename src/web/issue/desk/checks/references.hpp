#pragma once

#include "web/frame/visit.hpp"

#include <string>
#include <vector>

namespace medskapa::web::issue::desk {

/// What a text refers to that readers cannot open, each once, as it stands there: "I-900", "Ä-8",
/// "RUS-5.6-p9", and addresses of this site's process that name such a thing.
std::vector<std::string> dead_references(const Visit&, const std::string& text);

}  // namespace medskapa::web::issue::desk
