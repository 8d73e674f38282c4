#pragma once

#include "base/language/language.hpp"

#include <string>
#include <string_view>

/// Every page has an address in each language: "/kalender", "/en/kalender". Nothing else adds or takes away
/// what a language puts first.
namespace medskapa::web {

/// The language of an address, and its path without the language: "/en" is "/" in English.
struct LanguageAddress {
    Language language;
    std::string path;
};
LanguageAddress language_address(std::string_view path);

/// A path from the root in this language.
std::string in_language(Language, const std::string& path);

}  // namespace medskapa::web
