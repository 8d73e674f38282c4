#pragma once

#include "base/language/language.hpp"

#include <string>
#include <string_view>

/// Words in several languages as one column: a JSON object with a text by the tag of each language,
/// {"en":"Travel","sv":"Resor"}. In the order of the tags, so that equal words are equal columns.
namespace medskapa::sql {

std::string json_of(const Localized&);

/// Throws std::logic_error for what is no such object. Texts in a language that is not in the list are left
/// out.
Localized localized_from(std::string_view json);

}  // namespace medskapa::sql
