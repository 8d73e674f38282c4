#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace medskapa {

/// What is known of a language before its catalog is read.
struct LanguageDescription {
    std::string_view tag;     // BCP 47; names its catalog, locale/<tag>.po
    std::string_view name;    // in the language itself
    std::string_view prefix;  // of its addresses, without a slash at its end
};

/// The languages of the program, in the order in which they are offered. The first is what people write in
/// when they write in one language only, so it is what all others fall back to.
inline constexpr auto known_languages = std::to_array<LanguageDescription>({
    {"sv", "Svenska", ""},
    {"en", "English", "/en"},
    {"sma", "Åarjelsaemien", "/sma"},
});

/// One language, as a handle to its description, which must live as long as the program.
class Language {
public:
    static const Language sv;
    static const Language en;  // of the sentences in the source

    constexpr explicit Language(const LanguageDescription& description) : description_{&description} {}

    constexpr std::string_view tag() const { return description_->tag; }
    constexpr std::string_view name() const { return description_->name; }
    constexpr std::string_view prefix() const { return description_->prefix; }

    bool operator==(const Language&) const = default;

private:
    const LanguageDescription* description_;
};

inline constexpr Language Language::sv{known_languages[0]};
inline constexpr Language Language::en{known_languages[1]};

using Languages = std::vector<Language>;

/// Every language of the list, in its order.
const Languages& all_languages();
/// The language of the list with this tag, or the one that all fall back to.
Language language_with_tag(std::string_view tag);
/// "sv en sma" to languages, in the list's order and always with the first; what is not in the list is left
/// out.
Languages languages_from(std::string_view tags);
/// The other way: "sv en".
std::string tags_of(const Languages&);

/// Words that people have written in one language or several.
class Localized {
public:
    using Text = std::pair<Language, std::string>;

    Localized() = default;
    explicit Localized(std::string swedish);
    Localized(std::string swedish, std::string english);

    /// The words in this language, or where there are none in the one that all fall back to.
    const std::string& in(Language) const;
    /// The language that in() answers in.
    Language language_in(Language) const;
    /// The words in the language that all fall back to.
    const std::string& original() const { return only_in(Language::sv); }
    /// Whether original() is.
    bool empty() const { return original().empty(); }
    /// The words in exactly this language; empty where nobody has written any.
    const std::string& only_in(Language) const;
    /// Empty words are none.
    void set(Language, std::string words);
    /// Every text with its language, in an order that depends on nothing else than which there are.
    std::span<const Text> texts() const { return texts_; }
    /// Puts what `change` makes of each text in its place.
    template <class Change>
    void change_each(Change change) {
        for (auto& [language, words] : texts_) words = change(words);
        std::erase_if(texts_, [](const Text& text) { return text.second.empty(); });
    }

    bool operator==(const Localized&) const = default;

private:
    std::vector<Text> texts_;  // by tag, none empty
};

}  // namespace medskapa
