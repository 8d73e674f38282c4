#pragma once

#include <string>
#include <string_view>

namespace medskapa::text {

/// Whether text stands on its line, above it or below it.
enum class Script { none, above, below };

/// Raised or lowered text that keeps its meaning where every character stands on the line: "⁶" and "₂" where
/// Unicode has the signs, else "^ab" and "_ab", with parentheses around more than a word.
std::string on_the_line(std::string_view text, Script);

}  // namespace medskapa::text
