#include "base/webauthn/authenticator_data.hpp"

#include "base/webauthn/cbor.hpp"

namespace medskapa::webauthn {
namespace {

constexpr unsigned user_present = 0x01;
constexpr unsigned user_verified = 0x04;
constexpr unsigned backup_eligible = 0x08;
constexpr unsigned backed_up = 0x10;
constexpr unsigned has_credential = 0x40;
constexpr unsigned has_extensions = 0x80;

constexpr std::size_t digest_bytes = 32;
constexpr std::size_t counter_bytes = 4;
constexpr std::size_t model_bytes = 16;
constexpr std::size_t longest_id = 1023;

std::optional<std::string_view> taken(std::string_view& rest, std::size_t size) {
    if (rest.size() < size) return std::nullopt;
    const auto front = rest.substr(0, size);
    rest.remove_prefix(size);
    return front;
}

std::uint32_t number_of(std::string_view bytes) {
    std::uint32_t number = 0;
    for (const char c : bytes) number = number << 8U | static_cast<unsigned char>(c);
    return number;
}

std::optional<MadeCredential> credential_in(std::string_view& rest) {
    const auto model = taken(rest, model_bytes);
    const auto size = taken(rest, 2);
    if (!model || !size) return std::nullopt;
    const auto id = taken(rest, number_of(*size));
    if (!id || id->empty() || id->size() > longest_id) return std::nullopt;
    const auto from = rest;
    const auto key = read_cbor(rest);
    if (!key || !std::holds_alternative<CborMap>(key->held)) return std::nullopt;
    return MadeCredential{std::string{*id}, std::string{from.substr(0, from.size() - rest.size())}};
}

bool pass_extensions(std::string_view& rest) {
    const auto extensions = read_cbor(rest);
    return extensions && std::holds_alternative<CborMap>(extensions->held);
}

}  // namespace

std::optional<AuthenticatorData> read_authenticator_data(std::string_view rest) {
    const auto digest = taken(rest, digest_bytes);
    const auto flag_byte = taken(rest, 1);
    const auto counter = taken(rest, counter_bytes);
    if (!digest || !flag_byte || !counter) return std::nullopt;
    const unsigned flags = static_cast<unsigned char>(flag_byte->front());
    AuthenticatorData data{std::string{*digest}, (flags & user_present) != 0, (flags & user_verified) != 0,
        (flags & backup_eligible) != 0, (flags & backed_up) != 0, number_of(*counter), {}};
    if ((flags & has_credential) != 0) {
        data.made = credential_in(rest);
        if (!data.made) return std::nullopt;
    }
    if ((flags & has_extensions) != 0 && !pass_extensions(rest)) return std::nullopt;
    if (!rest.empty()) return std::nullopt;
    return data;
}

}  // namespace medskapa::webauthn
