#pragma once

#include "engine/openlog/objects.hpp"
#include "web/frame/visit.hpp"

namespace medskapa::web {

/// Leads from a thing's page to all that the open log says of it. `object` is the log's name of it, such as
/// "inspel/7f3a9c".
Html log_link(const Visit&, const std::string& object);

}  // namespace medskapa::web
