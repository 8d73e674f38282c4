#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Secrets of people that must be read again, and so cannot be hashed: encrypted by XChaCha20-Poly1305 under
/// a key that follows from the installation's secret. Whoever has the database alone has nothing.
///
/// A purpose is "medskapa.one-time-key.v1", and on a line of its own whose it is: what was encrypted for one
/// is not read for another.
namespace medskapa {

/// 40 bytes longer than the text, and another each time.
std::string encrypted(std::string_view purpose, std::string_view text, std::string_view secret);
/// Nothing when it was not encrypted for this purpose with this secret, or has been changed since.
std::optional<std::string> decrypted(
    std::string_view purpose, std::string_view bytes, std::string_view secret);

}  // namespace medskapa
