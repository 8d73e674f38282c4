#pragma once

#include "store/sql/connection.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace medskapa::store {

/// The stems of a text's words by Snowball's Swedish rules, in order; å ä ö stay. One stemmer of our own for
/// both databases, so that a search finds the same on each.
std::vector<std::string> stems(std::string_view text);

/// A stem without å ä ö and accents, for those who type on a foreign keyboard.
std::string folded(std::string_view stem);

/// Puts the text under the row's number, in place of what was there.
void index_text(sql::Transaction&, std::int64_t row, std::string_view text);
void remove_from_index(sql::Transaction&, std::int64_t row);

/// What to ask the index for the visitor's words: every word must be there, each as a beginning. Empty when
/// the words hold no letter or digit: then nothing is asked.
std::string search_expression(sql::Dialect, std::string_view words);

}  // namespace medskapa::store
