#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/ui/pieces.hpp"
#include "web/words/words.hpp"

#include <string>

namespace medskapa::web::inspel {

ui::Outcome badge(Outcome);

/// "The sender has withdrawn the inspel": what has become of one that is not shown.
std::string what_became(Inspel::State, const Words&);

}  // namespace medskapa::web::inspel
