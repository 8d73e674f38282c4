#pragma once

#include <string>
#include <string_view>

namespace medskapa::text {

enum class Encoding { utf8, utf8_and_windows, utf16_low_first, utf16_high_first, windows_1252, mac, dos };

/// UTF-16 by its mark or, without one, by the zeros that every other byte of Latin text is; UTF-8 when it is
/// that, and also when a few bytes among its letters are Windows' own, as where lines of two files were put
/// together. Anything else is Windows-1252, which holds Latin-1, or what a Mac or an old DOS program (code
/// page 850) wrote, whichever makes more of its bytes Swedish letters within words.
Encoding encoding_of(std::string_view bytes);
/// "UTF-8", "Windows-1252".
const char* name_of(Encoding);

/// The text in UTF-8 without a byte order mark, by `encoding_of`.
std::string as_utf8(std::string_view bytes);
/// The same without a copy where nothing has to change.
std::string as_utf8(std::string&& bytes);

/// Writes a character, not half a pair of UTF-16, after the text.
void append_utf8(std::string&, char32_t);

/// The text of an old DOS program (code page 850) in UTF-8.
std::string from_dos(std::string_view bytes);

}  // namespace medskapa::text
