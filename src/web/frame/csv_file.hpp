#pragma once

#include "web/http/message.hpp"

#include <initializer_list>
#include <string>

namespace medskapa::web {

/// One line of a table for others to read (RFC 4180), its end included. A cell that a spreadsheet would take
/// for a formula begins with an apostrophe.
std::string csv_line(std::initializer_list<std::string> cells);
/// The table as a file to save, with its first line.
http::Response csv_file(const std::string& name, std::string lines);

}  // namespace medskapa::web
