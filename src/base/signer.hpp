#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Signatures of the installation: what it has signed for a purpose nobody else can make, and nothing of it
/// is stored. Links that are a right, keys of forms, receipt codes.
///
/// A purpose is "medskapa.form.v1": what the signature is good for, and on lines of their own whatever else
/// it is bound to. The secret is the installation's.
namespace medskapa {

/// 20 characters of Crockford's base 32: 100 bits of HMAC-SHA-256.
std::string signature(std::string_view purpose, std::string_view text, std::string_view secret);
bool is_signature(
    std::string_view typed, std::string_view purpose, std::string_view text, std::string_view secret);

/// The text, a hyphen and its signature.
std::string sign(std::string_view purpose, std::string_view text, std::string_view secret);
/// The text, when sign() made this with the same purpose and secret.
std::optional<std::string> verify(
    std::string_view purpose, std::string_view signed_text, std::string_view secret);

}  // namespace medskapa
