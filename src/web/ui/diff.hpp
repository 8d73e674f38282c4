#pragma once

#include "engine/office/block_sink.hpp"
#include "web/markup/html.hpp"
#include "web/words/words.hpp"

#include <string_view>

namespace medskapa::web::ui {

/// Two texts in one, word by word: what is removed struck through and what is added underlined, each said in
/// hidden words too. Of a table the words of its rows, of a picture what it shows.
Html diff(std::string_view before, std::string_view after, const Words&);

/// The same for a document that leaves.
office::Spans changed_words(std::string_view before, std::string_view after);

}  // namespace medskapa::web::ui
