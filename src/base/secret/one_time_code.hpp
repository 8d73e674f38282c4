#pragma once

#include "base/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Codes of an app that a person carries: RFC 6238 with HMAC-SHA-1, six digits and half a minute, which every
/// such app knows.
namespace medskapa {

inline constexpr std::size_t one_time_key_bytes = 20;

/// The number of half minutes since 1970.
std::int64_t one_time_step(Instant);
/// Six digits.
std::string one_time_code(std::string_view key, std::int64_t step);
/// The step whose code was typed, blanks between its digits or none: this one, the one before or the one
/// after, and later than `last_used`. Nothing when it is none of them.
std::optional<std::int64_t> step_of_code(
    std::string_view key, std::string_view typed, Instant now, std::int64_t last_used);

/// RFC 4648 section 6, in capitals and without padding, which such apps read.
std::string base32_of_key(std::string_view key);
/// "otpauth://totp/Region:eva%40example.org?secret=…&issuer=Region"
std::string one_time_address(std::string_view key, std::string_view issuer, std::string_view account);

}  // namespace medskapa
