#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace medskapa::text {

/// Length as a reader counts it: code points, so that "å" is one, not two. Expects valid UTF-8.
std::size_t length(std::string_view utf8);

/// Without blanks, tabs and line ends at either end.
std::string trimmed(std::string_view);

/// True for well-formed UTF-8 (RFC 3629) without NUL: the only text that is accepted from outside.
bool is_valid_utf8(std::string_view);

/// Well-formed text as we keep it: line ends are LF, other control characters, what Unicode says is none and
/// what hides or turns text around (bidi overrides, zero-width characters, soft hyphens) are gone. Emoji
/// joiners inside a word stay.
std::string cleaned(std::string_view utf8);

/// What XML can hold of it (XML 1.0, 2.2): well-formed, without control characters but tabs and line ends,
/// and without U+FFFE, U+FFFF and their like. For every file that we give out.
std::string for_xml(std::string_view utf8);

/// One line of it: line ends and tabs become blanks, runs of blanks become one, ends are trimmed.
std::string one_line(std::string_view utf8);

/// The first `letters` code points, cut at a word's end where one is near, followed by "…" when cut.
std::string excerpt(std::string_view utf8, std::size_t letters);

/// Lower case by Unicode's simple mapping for Latin letters, å ä ö and their like included.
std::string lower(std::string_view utf8);

/// Whether a word mixes letters of the Latin, Greek and Cyrillic alphabets, as a name does that wants to be
/// taken for another.
bool mixes_alphabets(std::string_view utf8);

std::vector<std::string> split(std::string_view, char separator);

/// The host of "Example.org:8080" or "[::1]:8080", in lower case: "example.org".
std::string host_without_port(std::string_view host);

}  // namespace medskapa::text
