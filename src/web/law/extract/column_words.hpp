#pragma once

#include "store/privacy/person_rows.hpp"
#include "web/words/words.hpp"

#include <string>
#include <string_view>

/// What tables and columns of persons are called by people, and how their values are written.
namespace medskapa::web::law {

/// "Inspel": what a row of the table is. Null for a table that is no person's.
const char* words_of_table(std::string_view table);
/// "When it came in". Null for a column that is shown in no extract.
const char* words_of_column(std::string_view column);

/// Whether a number stands for a moment, or for yes and no, also in a column that is read by no member.
bool is_time(const store::PersonValue&);
bool is_flag(const store::PersonValue&);

/// The value as people read it: days and times in words, choices by what they are called.
std::string shown_value(const Words&, const Clock&, std::string_view table, const store::PersonValue&);

}  // namespace medskapa::web::law
