#pragma once

#include "domain/organisation/mandate.hpp"
#include "web/frame/visit.hpp"

#include <string>

namespace medskapa::web::organisation {

/// "Sender confirmed by the organisation 3 December 2026.", and that it was withdrawn, for everybody.
std::string standing_of(const Visit&, const Mandate&);

std::string day_of(const Visit&, Instant);

/// The whole address of a link, to be sent to somebody.
std::string full_address(const Visit&, const std::string& link);

}  // namespace medskapa::web::organisation
