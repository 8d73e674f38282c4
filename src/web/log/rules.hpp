#pragma once

#include "web/http/rate_limit.hpp"
#include "web/http/server.hpp"

#include <string>

namespace medskapa::web::log {

/// The rules that the site follows, as a text that everybody can read and hash: one a line, a name and a
/// value, each with what it means in Swedish above it. The same program with the same options gives the same
/// bytes.
std::string public_rules(const http::Options&, const http::Budgets&);

}  // namespace medskapa::web::log
