#pragma once

#include "engine/office/document_writer.hpp"

/// The parts of an ODT around its text, as we write them (OpenDocument 1.3).
#include <string>
#include <vector>

namespace medskapa::office::odt_parts {

/// With these parts besides.
std::string manifest(const std::vector<std::string>& pictures);
/// A picture within a paragraph, the file's `number`th.
std::string frame(const WrittenPicture&, int number);
std::string meta(const DocumentHead&);
std::string styles(const std::string& language);
/// The text's part up to its first paragraph. Runs have the styles T1 to T7: 1 is bold, 2 italic and 4 struck
/// out, added up; what is new "added"; lists have "Bullets" and "Numbers", cells "cell".
std::string begin_content();

struct StyleOf {
    const char* name;
    const char* shown;
    int level;  // of a heading
    const char* paragraph;
    const char* text;
};
const StyleOf& style_of(DocumentWriter::Style);

/// A list of contents of three levels, up to its lines; whoever brings it up to date adds the page numbers.
std::string contents_begin();

}  // namespace medskapa::office::odt_parts
