#include "domain/mail/address.hpp"

#include "base/text.hpp"

#include <unicode/uidna.h>
#include <algorithm>
#include <array>
#include <memory>

namespace medskapa {
namespace {

constexpr std::size_t longest_local = 64;
constexpr std::size_t longest_address = 254;

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// A dot-atom of RFC 5322, 3.2.3.
bool is_local_part(std::string_view local) {
    constexpr std::string_view others = "!#$%&'*+-/=?^_`{|}~.";
    if (local.empty() || local.size() > longest_local) return false;
    if (local.front() == '.' || local.back() == '.' || local.find("..") != local.npos) return false;
    return std::all_of(local.begin(), local.end(),
        [&](char c) { return is_letter_or_digit(c) || others.find(c) != others.npos; });
}

/// Labels of letters, digits and hyphens; at least two, so that "root@localhost" is none.
bool is_domain(std::string_view domain) {
    constexpr std::size_t longest_label = 63;
    const auto labels = text::split(domain, '.');
    return labels.size() > 1 && std::all_of(labels.begin(), labels.end(), [&](const std::string& label) {
        return !label.empty() && label.size() <= longest_label && label.front() != '-' &&
               label.back() != '-' && std::all_of(label.begin(), label.end(), [](char c) {
                   return is_letter_or_digit(c) || c == '-';
               });
    });
}

std::optional<std::string> in_ascii(std::string_view domain) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UIDNA, decltype(&uidna_close)> idna{
        uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_USE_STD3_RULES, &status), uidna_close};
    if (U_FAILURE(status)) return std::nullopt;
    std::array<char, longest_address + 1> ascii{};
    UIDNAInfo found = UIDNA_INFO_INITIALIZER;
    const auto length = uidna_nameToASCII_UTF8(idna.get(), domain.data(), static_cast<int>(domain.size()),
        ascii.data(), static_cast<int>(ascii.size()), &found, &status);
    if (U_FAILURE(status) || found.errors != 0) return std::nullopt;
    return std::string{ascii.data(), static_cast<std::size_t>(length)};
}

}  // namespace

std::optional<std::string> mail_address(std::string_view typed) {
    const auto trimmed = text::trimmed(typed);
    const auto at = trimmed.rfind('@');
    if (at == trimmed.npos || trimmed.size() > 2 * longest_address) return std::nullopt;
    const auto local = trimmed.substr(0, at);
    const auto domain = in_ascii(std::string_view{trimmed}.substr(at + 1));
    if (!domain || !is_domain(*domain) || !is_local_part(local)) return std::nullopt;
    auto address = local + '@' + *domain;
    if (address.size() > longest_address) return std::nullopt;
    return address;
}

}  // namespace medskapa
