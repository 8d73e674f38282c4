#include "engine/openid/keys.hpp"

#include "base/base64url.hpp"
#include "engine/openid/json.hpp"

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <algorithm>
#include <memory>

namespace medskapa::openid {
namespace {

constexpr std::size_t coordinate_bytes = 32;
constexpr std::size_t smallest_modulus = 2048 / 8;
constexpr std::size_t largest_modulus = 8192 / 8;
constexpr std::size_t largest_exponent = 4;

template <auto release>
struct Freed {
    template <class T>
    void operator()(T* thing) const {
        release(thing);
    }
};
template <class T, auto release>
using Owned = std::unique_ptr<T, Freed<release>>;
using EvpKey = Owned<EVP_PKEY, EVP_PKEY_free>;
using EvpKeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using EvpDigest = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;
using Params = Owned<OSSL_PARAM, OSSL_PARAM_free>;
using ParamsBuilder = Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;
using Number = Owned<BIGNUM, BN_free>;
using EcdsaSignature = Owned<ECDSA_SIG, ECDSA_SIG_free>;

const unsigned char* bytes_of(std::string_view s) {
    return reinterpret_cast<const unsigned char*>(s.data());
}

Number number_of(std::string_view bytes) {
    return Number{BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr)};
}

std::string without_zeros(const std::string& bytes) {
    return bytes.substr(std::min(bytes.find_first_not_of('\0'), bytes.size()));
}

std::optional<PublicKey> rsa_key(const Json& json) {
    const auto modulus = from_base64url(text_in(json, "n"));
    const auto exponent = from_base64url(text_in(json, "e"));
    if (!modulus || !exponent) return std::nullopt;
    PublicKey key{Algorithm::rs256, text_in(json, "kid"), without_zeros(*modulus), without_zeros(*exponent)};
    const bool has_size = key.first.size() >= smallest_modulus && key.first.size() <= largest_modulus;
    const bool is_exponent = !key.second.empty() && key.second.size() <= largest_exponent &&
                             (static_cast<unsigned char>(key.second.back()) & 1U) != 0 &&
                             key.second != "\x01";
    return has_size && is_exponent ? std::optional{key} : std::nullopt;
}

std::optional<PublicKey> ec_key(const Json& json) {
    const auto x = from_base64url(text_in(json, "x"));
    const auto y = from_base64url(text_in(json, "y"));
    if (text_in(json, "crv") != "P-256" || !x || !y) return std::nullopt;
    if (x->size() != coordinate_bytes || y->size() != coordinate_bytes) return std::nullopt;
    return PublicKey{Algorithm::es256, text_in(json, "kid"), *x, *y};
}

/// A key for signing, of a kind that we know; nothing for another.
std::optional<PublicKey> key_in(const Json& json) {
    if (!json.is_object()) return std::nullopt;
    const auto use = text_in(json, "use");
    if (!use.empty() && use != "sig") return std::nullopt;
    const auto kind = text_in(json, "kty");
    const auto key = kind == "RSA" ? rsa_key(json) : kind == "EC" ? ec_key(json) : std::nullopt;
    const auto algorithm = text_in(json, "alg");
    if (key && !algorithm.empty() && algorithm != name_of(key->algorithm)) return std::nullopt;
    return key;
}

Params rsa_params(const PublicKey& key, OSSL_PARAM_BLD* builder) {
    const auto modulus = number_of(key.first);
    const auto exponent = number_of(key.second);
    OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, modulus.get());
    OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, exponent.get());
    return Params{OSSL_PARAM_BLD_to_param(builder)};
}

Params ec_params(const PublicKey& key, OSSL_PARAM_BLD* builder) {
    const auto point = '\x04' + key.first + key.second;
    OSSL_PARAM_BLD_push_utf8_string(builder, OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(builder, OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
    return Params{OSSL_PARAM_BLD_to_param(builder)};
}

/// Nothing for numbers that are no key, as a point beside the curve.
EvpKey as_openssl(const PublicKey& key) {
    const bool is_rsa = key.algorithm == Algorithm::rs256;
    const ParamsBuilder builder{OSSL_PARAM_BLD_new()};
    const auto params = is_rsa ? rsa_params(key, builder.get()) : ec_params(key, builder.get());
    const EvpKeyContext context{EVP_PKEY_CTX_new_from_name(nullptr, is_rsa ? "RSA" : "EC", nullptr)};
    EVP_PKEY* made = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1) return {};
    if (EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, params.get()) != 1) return {};
    return EvpKey{made};
}

/// A token holds the two numbers one after the other, where OpenSSL wants DER.
std::string as_der(std::string_view two_numbers) {
    const EcdsaSignature signature{ECDSA_SIG_new()};
    auto r = number_of(two_numbers.substr(0, coordinate_bytes));
    auto s = number_of(two_numbers.substr(coordinate_bytes));
    if (!signature || ECDSA_SIG_set0(signature.get(), r.get(), s.get()) != 1) return {};
    // The signature owns them now.
    (void)r.release();
    (void)s.release();
    std::string der(static_cast<std::size_t>(std::max(0, i2d_ECDSA_SIG(signature.get(), nullptr))), '\0');
    auto* to = reinterpret_cast<unsigned char*>(der.data());
    i2d_ECDSA_SIG(signature.get(), &to);
    return der;
}

}  // namespace

Outcome<std::vector<PublicKey>> read_keys(std::string_view text) {
    const auto json = object_in(text);
    const auto listed = json ? json->find("keys") : Json::const_iterator{};
    if (!json || listed == json->end() || !listed->is_array()) return refuse_for(Fault::no_keys);
    if (listed->size() > most_keys) return refuse_for(Fault::no_keys, "there are too many");
    std::vector<PublicKey> keys;
    for (const auto& one : *listed)
        if (auto key = key_in(one)) keys.push_back(*std::move(key));
    return keys;
}

const PublicKey* key_for(const std::vector<PublicKey>& keys, Algorithm algorithm, std::string_view id) {
    const PublicKey* found = nullptr;
    for (const auto& key : keys) {
        if (key.algorithm != algorithm || (!id.empty() && key.id != id)) continue;
        if (!id.empty()) return &key;
        if (found != nullptr) return nullptr;
        found = &key;
    }
    return found;
}

bool is_signed(const PublicKey& key, std::string_view message, std::string_view signature) {
    const auto with = as_openssl(key);
    const bool is_ec = key.algorithm == Algorithm::es256;
    if (!with || (is_ec && signature.size() != 2 * coordinate_bytes)) return false;
    const auto bytes = is_ec ? as_der(signature) : std::string{signature};
    const EvpDigest digest{EVP_MD_CTX_new()};
    if (!digest || EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, with.get()) != 1)
        return false;
    return EVP_DigestVerify(digest.get(), bytes_of(bytes), bytes.size(), bytes_of(message), message.size()) ==
           1;
}

}  // namespace medskapa::openid
