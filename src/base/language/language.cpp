#include "base/language/language.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace medskapa {
namespace {

bool is_tag_before(const Localized::Text& text, std::string_view tag) {
    return text.first.tag() < tag;
}

}  // namespace

const Languages& all_languages() {
    static const Languages all = [] {
        Languages languages;
        for (const auto& description : known_languages) languages.emplace_back(description);
        return languages;
    }();
    return all;
}

Language language_with_tag(std::string_view tag) {
    for (const auto language : all_languages())
        if (language.tag() == tag) return language;
    return Language::sv;
}

Languages languages_from(std::string_view tags) {
    const auto wanted = text::split(tags, ' ');
    Languages found{Language::sv};
    for (const auto language : all_languages())
        if (language != Language::sv &&
            std::find(wanted.begin(), wanted.end(), language.tag()) != wanted.end())
            found.push_back(language);
    return found;
}

std::string tags_of(const Languages& languages) {
    std::string tags;
    for (const auto language : languages) tags.append(tags.empty() ? "" : " ").append(language.tag());
    return tags;
}

Localized::Localized(std::string swedish) {
    set(Language::sv, std::move(swedish));
}

Localized::Localized(std::string swedish, std::string english) {
    set(Language::sv, std::move(swedish));
    set(Language::en, std::move(english));
}

const std::string& Localized::only_in(Language language) const {
    static const std::string none;
    for (const auto& [of, words] : texts_)
        if (of == language) return words;
    return none;
}

const std::string& Localized::in(Language language) const {
    const auto& words = only_in(language);
    return words.empty() ? original() : words;
}

Language Localized::language_in(Language language) const {
    return only_in(language).empty() ? Language::sv : language;
}

void Localized::set(Language language, std::string words) {
    const auto at = std::lower_bound(texts_.begin(), texts_.end(), language.tag(), is_tag_before);
    const bool is_known = at != texts_.end() && at->first == language;
    if (is_known && words.empty())
        texts_.erase(at);
    else if (is_known)
        at->second = std::move(words);
    else if (!words.empty())
        texts_.emplace(at, language, std::move(words));
}

}  // namespace medskapa
