#pragma once

#include "domain/document.hpp"
#include "web/words.hpp"

namespace medskapa::web::report {

std::string shown(Change::Kind, const Words&);

}  // namespace medskapa::web::report
