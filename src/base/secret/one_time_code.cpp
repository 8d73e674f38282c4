#include "base/secret/one_time_code.hpp"

#include "base/digest.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <array>
#include <stdexcept>

namespace medskapa {
namespace {

constexpr std::chrono::seconds life_of_code{30};
constexpr std::size_t digits = 6;
constexpr std::uint32_t one_more_than_largest = 1'000'000;

using Hash = std::array<unsigned char, 20>;

Hash hmac_sha1(std::string_view key, std::string_view message) {
    Hash out{};
    unsigned size = 0;
    if (HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()),
            reinterpret_cast<const unsigned char*>(message.data()), message.size(), out.data(),
            &size) == nullptr)
        throw std::runtime_error{"OpenSSL could not compute HMAC-SHA-1"};
    return out;
}

std::string as_eight_bytes(std::int64_t number) {
    std::string bytes(8, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[bytes.size() - 1 - i] =
            static_cast<char>((static_cast<std::uint64_t>(number) >> (8 * i)) & 255U);
    return bytes;
}

std::string percent_encoded_part(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                              c == '-' || c == '.' || c == '_' || c == '~';
        out += is_plain ? std::string{c} : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

}  // namespace

std::int64_t one_time_step(Instant now) {
    return std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()) / life_of_code;
}

std::string one_time_code(std::string_view key, std::int64_t step) {
    const auto hash = hmac_sha1(key, as_eight_bytes(step));
    const std::size_t at = hash.back() & 15U;  // RFC 4226, 5.3
    const auto four = (hash[at] & 127U) << 24U | std::uint32_t{hash[at + 1]} << 16U |
                      std::uint32_t{hash[at + 2]} << 8U | hash[at + 3];
    return fmt::format("{:06}", four % one_more_than_largest);
}

std::optional<std::int64_t> step_of_code(
    std::string_view key, std::string_view typed, Instant now, std::int64_t last_used) {
    std::string code;
    for (const char c : typed)
        if (c != ' ') code += c;
    if (code.size() != digits) return std::nullopt;
    std::optional<std::int64_t> found;
    const auto step = one_time_step(now);
    for (const auto one : {step - 1, step, step + 1})
        if (same_secret(code, one_time_code(key, one)) && one > last_used) found = one;
    return found;
}

std::string base32_of_key(std::string_view key) {
    constexpr std::string_view signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string out;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const char c : key) {
        held = held << 8U | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 5; bits -= 5) out += signs[held >> (bits - 5) & 31U];
        held &= (1U << bits) - 1;
    }
    if (bits > 0) out += signs[held << (5 - bits) & 31U];
    return out;
}

std::string one_time_address(std::string_view key, std::string_view issuer, std::string_view account) {
    const auto from = percent_encoded_part(issuer);
    return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}", from, percent_encoded_part(account),
        base32_of_key(key), from);
}

}  // namespace medskapa
