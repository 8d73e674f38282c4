#pragma once

#include "web/http/message.hpp"

#include <string>

namespace medskapa::web {

/// The table as a file to save, its lines by csv::line().
http::Response csv_file(const std::string& name, std::string lines);

}  // namespace medskapa::web
