#pragma once

#include "engine/office/blocks.hpp"
#include "engine/office/package.hpp"

namespace medskapa::office {

inline constexpr auto neither_docx_nor_odt =
    N_("The file is neither DOCX nor ODT. Save it again as one of them");

/// The text of a DOCX (ECMA-376) or ODT (OpenDocument 1.3) file, whatever it is called: headings and lists
/// with their automatic numbers, paragraphs, quotes, tables and footnotes, with bold, italic, struck-out,
/// raised and lowered words, signs, equations of one line and links. Noted changes are read as accepted.
/// Hidden and deleted text, contents lists, comments, page heads and pictures that are neither JPEG nor PNG,
/// or more or larger than any text has, are left out and counted (see LeftOut). Refuses, with one sentence
/// each: neither format, a package that does not pass (see Package), broken XML, nesting deeper than 200
/// elements, more than 5 000 blocks, and a word beyond 10 000 characters. No part from elsewhere is ever
/// fetched. Pure and deterministic; O(unpacked bytes) time, memory of the largest part and the text.
Result<Reading> read(std::string_view bytes);

/// `part` is the text's.
Result<Reading> read_docx(const Package&, const std::string& part);
Result<Reading> read_odt(const Package&);

}  // namespace medskapa::office
