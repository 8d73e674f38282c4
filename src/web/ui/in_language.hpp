#pragma once

#include "web/markup/html.hpp"
#include "web/words/words.hpp"

/// Words that people wrote, marked where their language is not the page's, so that they are read aloud right.
namespace medskapa::web::ui {

inline Html in_language(std::string_view text, std::string_view language, const Words& words) {
    const auto lang = words.lang(language);
    return lang.empty() ? html("{}", text) : html("<span{}>{}</span>", lang, text);
}

inline Html in_language(const Localized& text, const Words& words) {
    return in_language(text.in(words.language()), text.language_in(words.language()).tag(), words);
}

}  // namespace medskapa::web::ui
