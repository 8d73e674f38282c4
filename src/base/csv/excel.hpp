#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace medskapa::csv {

/// What a column is called for people; the name itself when nobody knows better.
using Title = std::function<std::string(std::string_view name)>;

/// A table of ours (comma, decimal point) as a spreadsheet with Swedish settings opens it by itself:
/// semicolons, decimal commas in columns that hold numbers alone and, where the first record names columns, a
/// byte order mark and titles for people. A record names columns when each of its cells is a name, in small
/// letters, digits, "_" and "-", that begins with a letter.
std::string for_excel(std::string_view csv, const Title&);

}  // namespace medskapa::csv
