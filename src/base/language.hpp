#pragma once

#include <string>

namespace medskapa {

/// The languages the house speaks.
enum class Language { sv, en };

/// Words written by people in both languages. What has no English is read in Swedish.
struct Localized {
    std::string sv;
    std::string en = {};

    const std::string& in(Language language) const {
        return language == Language::en && !en.empty() ? en : sv;
    }
    bool operator==(const Localized&) const = default;
};

}  // namespace medskapa
