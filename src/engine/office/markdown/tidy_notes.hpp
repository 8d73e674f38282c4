#pragma once

#include <string>
#include <vector>

namespace medskapa::office {

/// Footnotes with numbers, on one line each, after the paragraph that calls them first: as they were where
/// they stand so already. What nobody calls stays where it is.
std::vector<std::string> with_notes_in_place(std::vector<std::string> rows);

}  // namespace medskapa::office
