#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace medskapa {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view);

/// The same of bytes that come in pieces.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view);
    /// Nothing may be added after.
    Digest finish();

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

Digest hmac_sha256(std::string_view key, std::string_view message);

/// `bytes` bytes from the operating system's random source.
std::string random_bytes(std::size_t bytes);

std::string hex(std::string_view bytes);
/// The bytes of an even number of hexadecimal digits, upper or lower case.
std::optional<std::string> from_hex(std::string_view digits);
/// RFC 4648 section 4, with padding.
std::string base64(std::string_view bytes);
/// The one text that base64() gives for some bytes, and no other: padded, no blanks, no bits left over.
std::optional<std::string> from_base64(std::string_view text);
/// Crockford's base 32: no I, L, O or U, so that a code can be read aloud. Five bits a sign; a last short
/// group is filled with zero bits.
std::string base32(std::string_view bytes);
/// What a person may have meant: lower case, blanks and hyphens go, o is 0, i and l are 1.
std::string base32_normalised(std::string_view typed);

std::string_view as_text(const Digest&);
/// Nothing unless it is 32 bytes.
std::optional<Digest> as_digest(std::string_view bytes);

/// Takes the same time wherever two secrets differ.
bool same_secret(std::string_view, std::string_view);

}  // namespace medskapa
