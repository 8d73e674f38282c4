#pragma once

#include <string>
#include <string_view>

/// Words in another language than their page's carry marks from where they are found until the page is
/// whole. Only then is it known whether they stand in an element, which gets lang="sv", or in an attribute,
/// which cannot say its language. No text of a person holds these characters (text::cleaned).
namespace medskapa::web {

/// The words between marks that name their language.
std::string with_language_marks(std::string_view words, std::string_view tag);

bool has_language_marks(std::string_view);

/// A page of HTML in which marks have become lang attributes: of the element that holds the words alone,
/// else of a span around them. They are gone from attributes and from elements that hold only text.
std::string marks_to_lang(std::string_view page);

/// The text without marks, for what is not HTML.
std::string without_language_marks(std::string_view);

}  // namespace medskapa::web
