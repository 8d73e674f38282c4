#pragma once

#include <string>
#include <vector>

namespace medskapa {

/// What may be the names of persons in a text, each once, in the order of the text: two or three words in a
/// row that begin with a capital, of which the first is a common given name or the last ends as surnames do.
/// A guess, to be looked at by somebody: names that stand alone are not found, and some places are. O(text).
std::vector<std::string> possible_names_in(const std::string& text);

}  // namespace medskapa
