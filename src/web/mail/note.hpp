#pragma once

#include "web/frame/visit.hpp"

#include <string>

namespace medskapa::web::mail {

/// The way to follow this by e-mail: "process", "inspel/7" or "text/RUS-1-p1".
Html note(const Visit&, const std::string& subject);

}  // namespace medskapa::web::mail
