#pragma once

#include "domain/document/document.hpp"

/// A heading with all that stands under it, as one thing.
namespace medskapa {

/// One past the last line that stands under the heading at this place; for a paragraph one past itself.
std::size_t end_of_section(const Lines&, std::size_t heading);
/// Moves a heading with all that stands under it to stand after the section that `after` is in, at its own
/// depth. Refuses the document's title, and a move into itself.
Result<Lines> section_moved(Lines, Id<Node> heading, Id<Node> after);
/// A code that no node of the document has had, for a new heading: "RUS-x3".
std::string next_heading_code(
    const std::string& document, const Lines&, const std::vector<std::string>& taken);

/// The words of `before` that `after` lacks, each as often as it lacks it, whether in capitals or not; empty
/// where all are kept.
std::string words_lost(std::string_view before, std::string_view after);

}  // namespace medskapa
