#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/ui/pieces.hpp"
#include "web/words/words.hpp"

#include <string>

namespace medskapa::web::inspel {

std::string shown(ActorKind, const Words&);
std::string shown(Channel, const Words&);
std::string shown(DeclineReason, const Words&);
std::string shown(Outcome, const Words&);
ui::Outcome badge(Outcome);

}  // namespace medskapa::web::inspel
