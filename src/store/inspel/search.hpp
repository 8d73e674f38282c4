#pragma once

#include "domain/site/process.hpp"
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

/// A stem that is searched for.
struct AskedStem {
    std::string text;
    bool begins_words;  // those that begin with it are meant too; not of a short one: "sam", of "samer"

    /// Whether a word of this stem is meant.
    bool means(std::string_view stem) const { return begins_words ? stem.starts_with(text) : stem == text; }
};

/// What a search for the words asks for: for each of the first of them the stems of which one must be there.
/// Empty when the words hold no letter or digit.
std::vector<std::vector<AskedStem>> asked_stems(std::string_view words);

/// Something else that a row is found by than its words: "_t12" for a topic. A mark begins with '_', which no
/// word can, and goes on in lower-case letters, digits and '_'.
using Mark = std::string;

/// Puts the text and the marks under the row's number, in place of what was there. Each process is searched
/// by itself.
void index_text(
    sql::Transaction&, std::int64_t row, Id<Process>, std::string_view text, const std::vector<Mark>&);
void remove_from_index(sql::Transaction&, std::int64_t row);

/// What to ask the index for: every word must be there, each as a beginning, and every mark. Empty when there
/// is no mark and the words hold no letter or digit: then nothing is asked.
std::string search_expression(sql::Dialect, Id<Process>, std::string_view words, const std::vector<Mark>&);

}  // namespace medskapa::store
