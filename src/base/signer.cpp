#include "base/signer.hpp"

#include "base/digest.hpp"

namespace medskapa::app {
namespace {

constexpr std::size_t seal_signs = 20;  // of five bits each

std::string seal_of(std::string_view purpose, const std::string& public_id, const std::string& secret) {
    const auto message = "medskapa.link.v1\n" + std::string{purpose} + '\n' + public_id;
    return base32(as_text(hmac_sha256(secret, message))).substr(0, seal_signs);
}

}  // namespace

std::string sealed(std::string_view purpose, const std::string& public_id, const std::string& secret) {
    return public_id + '-' + seal_of(purpose, public_id, secret);
}

std::optional<std::string> unsealed(
    std::string_view purpose, std::string_view link, const std::string& secret) {
    const auto hyphen = link.find('-');
    if (hyphen == link.npos) return std::nullopt;
    auto public_id = std::string{link.substr(0, hyphen)};
    if (!same_secret(link.substr(hyphen + 1), seal_of(purpose, public_id, secret))) return std::nullopt;
    return public_id;
}

}  // namespace medskapa::app
