#include "base/webauthn/public_key.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

namespace medskapa::webauthn {
namespace {

// RFC 9053: parameters of a key, and what they may be.
constexpr std::int64_t key_type = 1;
constexpr std::int64_t key_algorithm = 3;
constexpr std::int64_t curve = -1;
constexpr std::int64_t x_coordinate = -2;
constexpr std::int64_t y_coordinate = -3;
constexpr std::int64_t modulus = -1;
constexpr std::int64_t exponent = -2;
constexpr std::int64_t octet_pair = 1;
constexpr std::int64_t elliptic = 2;
constexpr std::int64_t rsa = 3;
constexpr std::int64_t p256 = 1;
constexpr std::int64_t ed25519 = 6;

constexpr std::size_t coordinate_bytes = 32;
constexpr std::size_t fewest_bits = 2048;
constexpr std::size_t most_bits = 4096;
constexpr std::string_view usual_exponent{"\x01\x00\x01", 3};

using Key = std::shared_ptr<EVP_PKEY>;
using Built = std::unique_ptr<OSSL_PARAM_BLD, decltype(&OSSL_PARAM_BLD_free)>;
using Number = std::unique_ptr<BIGNUM, decltype(&BN_free)>;

const unsigned char* bytes_of(std::string_view s) {
    return reinterpret_cast<const unsigned char*>(s.data());
}

/// Null when the parameters are no public key of the type.
Key made(const char* type, const Built& parts) {
    const std::unique_ptr<OSSL_PARAM, decltype(&OSSL_PARAM_free)> params{
        OSSL_PARAM_BLD_to_param(parts.get()), OSSL_PARAM_free};
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context{
        EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr), EVP_PKEY_CTX_free};
    EVP_PKEY* key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return nullptr;
    return {key, EVP_PKEY_free};
}

bool has(const CborValue& cose, std::int64_t name, std::int64_t value) {
    const auto* found = found_as<std::int64_t>(cose, name);
    return found != nullptr && *found == value;
}

const std::string* bytes_in(const CborValue& cose, std::int64_t name) {
    const auto* found = found_as<CborBytes>(cose, name);
    return found == nullptr ? nullptr : &found->bytes;
}

Key p256_key(const CborValue& cose) {
    const auto* x = bytes_in(cose, x_coordinate);
    const auto* y = bytes_in(cose, y_coordinate);
    if (!has(cose, key_type, elliptic) || !has(cose, curve, p256) || x == nullptr || y == nullptr ||
        x->size() != coordinate_bytes || y->size() != coordinate_bytes)
        return nullptr;
    const auto point = '\x04' + *x + *y;
    const Built parts{OSSL_PARAM_BLD_new(), OSSL_PARAM_BLD_free};
    OSSL_PARAM_BLD_push_utf8_string(parts.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(parts.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
    return made("EC", parts);
}

Key ed25519_key(const CborValue& cose) {
    const auto* x = bytes_in(cose, x_coordinate);
    if (!has(cose, key_type, octet_pair) || !has(cose, curve, ed25519) || x == nullptr ||
        x->size() != coordinate_bytes)
        return nullptr;
    return {EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes_of(*x), x->size()), EVP_PKEY_free};
}

Key rsa_key(const CborValue& cose) {
    const auto* n = bytes_in(cose, modulus);
    const auto* e = bytes_in(cose, exponent);
    if (!has(cose, key_type, rsa) || n == nullptr || e == nullptr || *e != usual_exponent ||
        n->size() > most_bits / 8)
        return nullptr;
    const Number its_modulus{BN_bin2bn(bytes_of(*n), static_cast<int>(n->size()), nullptr), BN_free};
    const Number its_exponent{BN_bin2bn(bytes_of(*e), static_cast<int>(e->size()), nullptr), BN_free};
    if (static_cast<std::size_t>(BN_num_bits(its_modulus.get())) < fewest_bits) return nullptr;
    const Built parts{OSSL_PARAM_BLD_new(), OSSL_PARAM_BLD_free};
    OSSL_PARAM_BLD_push_BN(parts.get(), OSSL_PKEY_PARAM_RSA_N, its_modulus.get());
    OSSL_PARAM_BLD_push_BN(parts.get(), OSSL_PKEY_PARAM_RSA_E, its_exponent.get());
    return made("RSA", parts);
}

struct Kind {
    Algorithm algorithm;
    std::size_t parameters;  // all that such a key may have
    Key (*read)(const CborValue&);
};
constexpr Kind kinds[]{
    {Algorithm::es256, 5, p256_key}, {Algorithm::ed25519, 4, ed25519_key}, {Algorithm::rs256, 4, rsa_key}};

}  // namespace

std::optional<PublicKey> PublicKey::from(const CborValue& cose) {
    const auto* entries = std::get_if<CborMap>(&cose.held);
    if (entries == nullptr) return std::nullopt;
    for (const auto& kind : kinds) {
        if (!has(cose, key_algorithm, static_cast<std::int64_t>(kind.algorithm))) continue;
        auto key = entries->size() == kind.parameters ? kind.read(cose) : nullptr;
        if (!key) return std::nullopt;
        return PublicKey{kind.algorithm, std::move(key)};
    }
    return std::nullopt;
}

std::optional<PublicKey> PublicKey::from(std::string_view cose) {
    const auto value = read_cbor(cose);
    return value && cose.empty() ? from(*value) : std::nullopt;
}

bool PublicKey::has_signed(std::string_view message, std::string_view signature) const {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
    const auto* digest = algorithm_ == Algorithm::ed25519 ? nullptr : EVP_sha256();
    return context && EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key_.get()) == 1 &&
           EVP_DigestVerify(
               context.get(), bytes_of(signature), signature.size(), bytes_of(message), message.size()) == 1;
}

}  // namespace medskapa::webauthn
