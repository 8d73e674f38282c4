#pragma once

#include "web/markup/html.hpp"
#include "web/words/words.hpp"

#include <string_view>

namespace medskapa::web::ui {

/// Two texts in one, word by word: what is removed struck through and what is added underlined, each said in
/// hidden words too.
Html diff(std::string_view before, std::string_view after, const Words&);

}  // namespace medskapa::web::ui
