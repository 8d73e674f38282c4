#pragma once

#include "engine/office/text/marked.hpp"

namespace medskapa::office {

/// Whether Markdown, read by the parser that shows it, is one paragraph with these words in these looks.
/// O(text).
bool reads_back(std::string_view markdown, const std::vector<Run>&);

}  // namespace medskapa::office
