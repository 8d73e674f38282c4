#pragma once

#include "engine/office/blocks.hpp"
#include "engine/office/package.hpp"

namespace medskapa::office {

/// The text of a DOCX (ECMA-376) or ODT (OpenDocument 1.3) file, whatever it is called: headings with their
/// automatic numbers, paragraphs, quotes, lists with their numbers, tables and footnotes, with bold, italic
/// and links. Deleted text, contents lists, comments, page heads and pictures are left out. Refuses, with one
/// sentence each: neither format, a package that does not pass (see Package), parts fetched from elsewhere,
/// broken XML, nesting deeper than 200 elements, more than 5 000 blocks, and a word beyond 10 000 characters.
/// Pure and deterministic; O(unpacked bytes) time, memory of the largest part and the text.
Result<Reading> read(std::string_view bytes);

Result<Reading> read_docx(const Package&);
Result<Reading> read_odt(const Package&);

}  // namespace medskapa::office
