#pragma once

#include "engine/openlog/entry.hpp"

#include <string>

namespace medskapa::app {

/// The log's name of the type for those verbs that still say it in their own words.
std::string type_in_log(const std::string& type, const openlog::Entry&);

}  // namespace medskapa::app
