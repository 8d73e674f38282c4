#pragma once

#include "web/markup/html.hpp"
#include "web/words/words.hpp"

/// Words that people wrote, marked where their language is not the page's, so that they are read aloud right.
namespace medskapa::web::ui {

inline Html said(std::string_view text, std::string_view language, const Words& words) {
    const auto lang = words.lang(language);
    return lang.empty() ? html("{}", text) : html("<span{}>{}</span>", lang, text);
}

inline Html said(const Localized& text, const Words& words) {
    const bool is_english = words.language() == Language::en && !text.en.empty();
    return said(text.in(words.language()), is_english ? "en" : "sv", words);
}

}  // namespace medskapa::web::ui
