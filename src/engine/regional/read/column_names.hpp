#pragma once

#include <string_view>

/// What the names of a table's columns say about them, in lower case, in Swedish and English.
namespace medskapa::regional::read {

/// The column of the amounts: value, antal.
bool names_the_amount(std::string_view name);
/// An amount of a certain thing, of which there may be several: folkmängd, andel.
bool names_a_content(std::string_view name);
bool names_a_status(std::string_view name);
/// Columns of digits that count nothing.
bool names_a_dimension(std::string_view name);
/// Those of them that hold years, months and the like.
bool names_a_time(std::string_view name);
/// What SDMX-CSV says of the file in every row.
bool names_the_file(std::string_view name);
bool names_a_dataflow(std::string_view name);

}  // namespace medskapa::regional::read
