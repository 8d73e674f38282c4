#pragma once

#include "domain/site/process.hpp"
#include "store/sql/connection.hpp"

#include <string>

namespace medskapa::cli {

/// The process with that address, or the only one there is. Gives up when there is none.
Process process_asked_for(sql::Connection&, const std::string& slug);

}  // namespace medskapa::cli
