#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/pieces.hpp"
#include "web/words/words.hpp"

#include <string>

namespace medskapa::web::inspel {

ui::Outcome badge(Outcome);

/// "The sender has withdrawn the inspel": what has become of one that is not shown.
std::string what_became(Inspel::State, const Words&);

/// When it came: the day alone where the time is not known, as of a letter that was registered later.
std::string received_at(const Visit&, const Inspel&);
bool has_known_time(const Visit&, const Inspel&);

}  // namespace medskapa::web::inspel
