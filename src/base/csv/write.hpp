#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace medskapa::csv {

/// A field as it must stand in a file, whichever separator that has: quoted when it holds one, a quotation
/// mark or a line end.
std::string field(std::string_view);

/// For texts that others have written: one that a spreadsheet would take for a formula begins with an
/// apostrophe, after those that it has.
std::string guarded(std::string_view);
/// The text that guarded() made this of.
std::string unguarded(std::string_view);

/// One line of a table for others to open in a spreadsheet, its end included: every cell guarded and quoted.
std::string line(std::span<const std::string> cells);
std::string line(std::initializer_list<std::string> cells);

}  // namespace medskapa::csv
