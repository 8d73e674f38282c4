#pragma once

#include <string_view>
#include <vector>

namespace medskapa::text {

enum class Capitals { as_written, any };

/// Bytes of a text, from `begin` up to `end`.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Where the passage stands in a text as a reader sees it, in order, none over another. Blanks of every kind
/// and line ends are one blank, however many; composed and decomposed letters are the same, and so are
/// hyphens and dashes, quotation marks and apostrophes of different shapes; what cannot be seen does not
/// count. A letter is found as a whole or not at all. Both texts are well-formed UTF-8.
std::vector<Span> spans_of(std::string_view passage, std::string_view text, Capitals);

/// Where the end of a text that was cut, "Ring Per Olovs…", is the beginning of the passage; nothing where it
/// is not. Two characters and more are a beginning, and they follow after no letter or digit.
std::vector<Span> cut_span_of(std::string_view passage, std::string_view text, Capitals);

}  // namespace medskapa::text
