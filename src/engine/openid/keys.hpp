#pragma once

#include "engine/openid/fault.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::openid {

/// How tokens may be signed (RFC 7518). Nothing else is read: neither "none", nor what a shared secret signs.
enum class Algorithm { rs256, es256 };

/// A public key of a provider: the modulus and exponent of RSA, or the point of P-256, as big-endian bytes.
struct PublicKey {
    Algorithm algorithm;
    std::string id;  // empty: it has none
    std::string first;
    std::string second;
};

inline constexpr std::size_t most_keys = 100;

/// The signing keys of a JSON Web Key Set (RFC 7517). Keys of other kinds and uses are left out; RSA keys
/// below 2048 bits and above 8192 too. Refused when it is none, or holds more than `most_keys`.
Outcome<std::vector<PublicKey>> read_keys(std::string_view json);

/// The key that the token names; without a name the only one for its algorithm. A name is compared and never
/// looked up anywhere.
const PublicKey* key_for(const std::vector<PublicKey>&, Algorithm, std::string_view id);

/// Whether the holder of the key has signed the message: PKCS #1 v1.5, or the two numbers of ECDSA.
bool is_signed(const PublicKey&, std::string_view message, std::string_view signature);

}  // namespace medskapa::openid

namespace medskapa {
template <>
inline constexpr auto names_of<openid::Algorithm> = names<openid::Algorithm>({
    {openid::Algorithm::rs256, "RS256"},
    {openid::Algorithm::es256, "ES256"},
});
}  // namespace medskapa
