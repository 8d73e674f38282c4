#include "base/signer.hpp"

#include "base/digest.hpp"

namespace medskapa {
namespace {

constexpr std::size_t characters = 20;  // of five bits each

}  // namespace

std::string signature(std::string_view purpose, std::string_view text, std::string_view secret) {
    const auto message = std::string{purpose} + '\n' + std::string{text};
    return base32(as_text(hmac_sha256(secret, message))).substr(0, characters);
}

bool is_signature(
    std::string_view typed, std::string_view purpose, std::string_view text, std::string_view secret) {
    return same_secret(typed, signature(purpose, text, secret));
}

std::string sign(std::string_view purpose, std::string_view text, std::string_view secret) {
    return std::string{text} + '-' + signature(purpose, text, secret);
}

std::optional<std::string> verify(
    std::string_view purpose, std::string_view signed_text, std::string_view secret) {
    const auto hyphen = signed_text.rfind('-');
    if (hyphen == signed_text.npos) return std::nullopt;
    const auto text = signed_text.substr(0, hyphen);
    if (!is_signature(signed_text.substr(hyphen + 1), purpose, text, secret)) return std::nullopt;
    return std::string{text};
}

}  // namespace medskapa
