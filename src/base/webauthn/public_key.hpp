#pragma once

#include "base/webauthn/cbor.hpp"

#include <memory>
#include <optional>
#include <string_view>

struct evp_pkey_st;

namespace medskapa::webauthn {

/// How a passkey signs, by its number in the register of COSE.
enum class Algorithm : std::int64_t { es256 = -7, ed25519 = -8, rs256 = -257 };
/// Those that we take, the one that we would rather have first.
inline constexpr Algorithm algorithms[]{Algorithm::ed25519, Algorithm::es256, Algorithm::rs256};

/// What a passkey's signatures are checked with.
class PublicKey {
public:
    /// Of a COSE_Key (RFC 9052) with what WebAuthn asks for and nothing else: P-256 with both coordinates,
    /// Ed25519, or RSA of 2048 to 4096 bits with the exponent 65537. Nothing for any other, and for a point
    /// that is not on its curve.
    static std::optional<PublicKey> from(const CborValue& cose);
    static std::optional<PublicKey> from(std::string_view cose);

    Algorithm algorithm() const { return algorithm_; }
    bool has_signed(std::string_view message, std::string_view signature) const;

private:
    PublicKey(Algorithm algorithm, std::shared_ptr<evp_pkey_st> key)
        : algorithm_{algorithm}, key_{std::move(key)} {}

    Algorithm algorithm_;
    std::shared_ptr<evp_pkey_st> key_;
};

}  // namespace medskapa::webauthn
