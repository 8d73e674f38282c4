#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/ui/pieces.hpp"
#include "web/words/words.hpp"

#include <string>

namespace medskapa::web::inspel {

ui::Outcome badge(Outcome);

}  // namespace medskapa::web::inspel
