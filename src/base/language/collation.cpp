#include "base/language/collation.hpp"

#include <unicode/ucol.h>
#include <stdexcept>
#include <string>

namespace medskapa {
namespace {

/// The alphabet of a language that ICU does not know; empty for others.
std::u16string_view own_rules(Language language) {
    if (language.tag() == "sma") return u"&I<ï<<<Ï&Z<æ<<<Æ<<ä<<<Ä<ö<<<Ö<<ø<<<Ø<å<<<Å";
    return {};
}

UCollator* opened(Language language, UErrorCode& status) {
    const auto rules = own_rules(language);
    if (rules.empty()) return ucol_open(std::string{language.tag()}.c_str(), &status);
    return ucol_openRules(rules.data(), static_cast<int32_t>(rules.size()), UCOL_DEFAULT,
        UCOL_DEFAULT_STRENGTH, nullptr, &status);
}

}  // namespace

void Collation::Close::operator()(UCollator* collator) const {
    ucol_close(collator);
}

Collation::Collation(Language language) {
    auto status = U_ZERO_ERROR;
    collator_.reset(opened(language, status));
    if (U_FAILURE(status))
        throw std::runtime_error{
            "no collation for " + std::string{language.tag()} + ": " + u_errorName(status)};
}

bool Collation::is_before(std::string_view utf8, std::string_view other) const {
    auto status = U_ZERO_ERROR;
    return ucol_strcollUTF8(collator_.get(), utf8.data(), static_cast<int32_t>(utf8.size()), other.data(),
               static_cast<int32_t>(other.size()), &status) == UCOL_LESS;
}

const Collation& collation_of(Language language) {
    static const auto all = [] {
        std::vector<Collation> collations;
        for (const auto one : all_languages()) collations.emplace_back(one);
        return collations;
    }();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all_languages()[i] == language) return all[i];
    return all.front();
}

}  // namespace medskapa
