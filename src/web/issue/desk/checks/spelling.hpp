#pragma once

#include <string>
#include <vector>

namespace medskapa::web::issue::desk {

/// Words of a Swedish text that hunspell does not know, each once, in the order of the text and at most
/// twelve. Names, abbreviations and codes, which no dictionary has, are left out. None where hunspell or its
/// dictionary is not installed. The program gets the text in a file and runs confined.
std::vector<std::string> misspelled(const std::string& text);

}  // namespace medskapa::web::issue::desk
