#pragma once

#include <string>

namespace medskapa {

enum class Language { sv, en };

/// The same words in each language of the site. Swedish comes first and always exists.
struct Localized {
    std::string sv;
    std::string en;

    const std::string& in(Language language) const {
        return language == Language::en && !en.empty() ? en : sv;
    }
    bool operator==(const Localized&) const = default;
};

}  // namespace medskapa
