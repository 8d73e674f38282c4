#pragma once

#include "base/text/script.hpp"

#include <string>
#include <string_view>

namespace medskapa::office {

using text::on_the_line;
using text::Script;

/// The Unicode character of a sign in a font that has its own ("Symbol", "Wingdings"), by its code from 0x20
/// to 0xFF or from 0xF020 to 0xF0FF. Empty when it is not known.
std::string sign_of_font(std::string_view font, unsigned code);
/// Text with the characters of private use that such a font shows as signs. `unknown` counts those that are
/// left out.
std::string with_signs_of_font(std::string_view text, std::string_view font, int& unknown);

}  // namespace medskapa::office
