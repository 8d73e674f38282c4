#include "base/webauthn/public_key.hpp"

#include "support/test_passkey.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::webauthn;
using test::cbor_bytes;
using test::cbor_head;
using test::cbor_number;
using test::TestPasskey;

namespace {

using Parameters = std::vector<std::pair<std::int64_t, std::string>>;

bool is_key(const Parameters& parameters) {
    auto cose = cbor_head(5, parameters.size());
    for (const auto& [name, value] : parameters) cose += cbor_number(name) + value;
    return PublicKey::from(std::string_view{cose}).has_value();
}

/// The standard point of P-256, which lies on the curve.
const std::string x = from_hex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296").value();
const std::string y = from_hex("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5").value();

Parameters p256_key() {
    return {{1, cbor_number(2)}, {3, cbor_number(-7)}, {-1, cbor_number(1)}, {-2, cbor_bytes(x)},
        {-3, cbor_bytes(y)}};
}
Parameters ed25519_key() {
    return {{1, cbor_number(1)}, {3, cbor_number(-8)}, {-1, cbor_number(6)}, {-2, cbor_bytes(x)}};
}
Parameters rsa_key(std::size_t bytes = 256, const std::string& exponent = {"\x01\x00\x01", 3}) {
    return {{1, cbor_number(3)}, {3, cbor_number(-257)}, {-1, cbor_bytes(std::string(bytes, '\xc5'))},
        {-2, cbor_bytes(exponent)}};
}
Parameters with(Parameters key, std::int64_t name, const std::string& value) {
    for (auto& [its_name, its_value] : key)
        if (its_name == name) its_value = value;
    return key;
}

}  // namespace

TEST_CASE("a point of P-256 is a key with both coordinates, on the curve, for its own way of signing alone") {
    CHECK(is_key(p256_key()));
    CHECK_FALSE(is_key(with(p256_key(), -3, cbor_bytes(x))));     // beside the curve
    CHECK_FALSE(is_key(with(p256_key(), -3, cbor_head(7, 21))));  // one coordinate and a sign
    CHECK_FALSE(is_key(with(p256_key(), -2, cbor_bytes(x.substr(1)))));
    CHECK_FALSE(is_key(with(p256_key(), -2, cbor_bytes('\0' + x))));
    CHECK_FALSE(is_key(with(p256_key(), -2, cbor_bytes(std::string(32, '\xff')))));  // beyond the field
    CHECK_FALSE(is_key(with(p256_key(), -1, cbor_number(2))));                       // P-384
    CHECK_FALSE(is_key(with(p256_key(), -1, cbor_number(8))));                       // secp256k1
    CHECK_FALSE(is_key(with(p256_key(), 1, cbor_number(1))));
    for (const auto algorithm : {-8, -35, -257, -65'535, 0})
        CHECK_FALSE(is_key(with(p256_key(), 3, cbor_number(algorithm))));
    auto more = p256_key();
    more.insert(more.begin() + 2, {4, cbor_head(4, 0)});
    CHECK_FALSE(is_key(more));
    more = p256_key();
    more.pop_back();
    CHECK_FALSE(is_key(more));
}

TEST_CASE("a key of Ed25519 has 32 bytes of its own curve") {
    CHECK(is_key(ed25519_key()));
    CHECK_FALSE(is_key(with(ed25519_key(), -2, cbor_bytes(x + 'x'))));
    CHECK_FALSE(is_key(with(ed25519_key(), -1, cbor_number(4))));  // X25519
    CHECK_FALSE(is_key(with(ed25519_key(), -1, cbor_number(7))));  // Ed448
    CHECK_FALSE(is_key(with(ed25519_key(), 3, cbor_number(-7))));
}

TEST_CASE("an RSA key is of 2048 to 4096 bits, with the usual exponent") {
    CHECK(is_key(rsa_key()));
    CHECK(is_key(rsa_key(512)));
    CHECK_FALSE(is_key(rsa_key(255)));
    CHECK_FALSE(is_key(rsa_key(513)));
    CHECK_FALSE(is_key(rsa_key(0)));
    CHECK_FALSE(is_key(with(rsa_key(), -1, cbor_bytes(std::string(200, '\0') + std::string(56, '\xc5')))));
    for (const std::string exponent : {"", "\x01", "\x03", "\x01\x01"})
        CHECK_FALSE(is_key(rsa_key(256, exponent)));
    CHECK_FALSE(is_key(with(rsa_key(), 3, cbor_number(-37))));      // another padding
    CHECK_FALSE(is_key(with(rsa_key(), 3, cbor_number(-65'535))));  // SHA-1
}

TEST_CASE("what is no map, or has more behind it, is no key") {
    const TestPasskey passkey;
    CHECK(PublicKey::from(std::string_view{passkey.cose()}));
    for (const std::string& bytes : {std::string{}, std::string{"\xa0"}, std::string{"\x80"},
             passkey.cose() + '\0', passkey.cose().substr(1)})
        CHECK_FALSE(PublicKey::from(std::string_view{bytes}));
}

TEST_CASE("each kind of key knows its own signatures") {
    for (const auto algorithm : {Algorithm::es256, Algorithm::ed25519, Algorithm::rs256}) {
        const TestPasskey passkey{algorithm};
        const TestPasskey other{algorithm};
        const auto cose = passkey.cose();
        const auto key = PublicKey::from(std::string_view{cose});
        REQUIRE(key);
        CHECK(key->algorithm() == algorithm);
        CHECK(key->has_signed("havet", passkey.signature_of("havet")));
        CHECK_FALSE(key->has_signed("haven", passkey.signature_of("havet")));
        CHECK_FALSE(key->has_signed("havet", other.signature_of("havet")));
        CHECK_FALSE(key->has_signed("havet", ""));
    }
}
