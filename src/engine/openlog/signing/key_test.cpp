#include "engine/openlog/signing/key.hpp"

#include <doctest/doctest.h>
#include <stdexcept>

using namespace medskapa;
using namespace medskapa::openlog;

namespace {

struct Vector {
    const char* seed;
    const char* public_key;
    const char* message;
    const char* signature;
};

const Vector rfc8032[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25b"
        "f5f0"
        "595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b"
        "2eae"
        "b4302aeeb00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c"
        "15e9"
        "716ed28dc027beceea1ec40a"},
    {"833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d"
        "4423"
        "643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca"
        "179c"
        "138ac17ad9bef1177331a704"},
};

Digest digest(const char* digits) {
    return as_digest(from_hex(digits).value()).value();
}

const std::string vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

}  // namespace

TEST_CASE("signatures agree with RFC 8032, 7.1") {
    for (const auto& vector : rfc8032) {
        const SigningKey key{"rfc", KeyType::ed25519, digest(vector.seed)};
        const auto message = from_hex(vector.message).value();

        CHECK(key.verifier().public_key == digest(vector.public_key));
        CHECK(hex(key.signature_of(message)) == vector.signature);
        CHECK(is_signed(message, from_hex(vector.signature).value(), key.verifier()));
    }
}

TEST_CASE("a signature with any bit turned does not hold") {
    const SigningKey key{"rfc", KeyType::ed25519, digest(rfc8032[1].seed)};
    auto signature = key.signature_of("r");

    for (std::size_t bit = 0; bit < signature.size() * 8; ++bit) {
        signature[bit / 8] = static_cast<char>(signature[bit / 8] ^ (1 << bit % 8));
        CHECK_FALSE(is_signed("r", signature, key.verifier()));
        signature[bit / 8] = static_cast<char>(signature[bit / 8] ^ (1 << bit % 8));
    }
    CHECK_FALSE(is_signed("r", signature.substr(1), key.verifier()));
    CHECK_FALSE(is_signed("s", signature, key.verifier()));
}

TEST_CASE("a key is written as it was read") {
    const auto key = read_verifier_key(vkey);

    REQUIRE(key);
    CHECK(key->name == "PeterNeumann");
    CHECK(key->id == 0xC74F20A3U);
    CHECK(as_vkey(*key) == vkey);
}

TEST_CASE("no part of a key is a key") {
    for (std::size_t begin = 0; begin < vkey.size(); ++begin)
        for (std::size_t length = 0; begin + length <= vkey.size(); ++length)
            if (length < vkey.size()) CHECK_FALSE(read_verifier_key(vkey.substr(begin, length)));
}

TEST_CASE("no key with one byte changed is a key") {
    for (std::size_t i = 0; i < vkey.size(); ++i) {
        auto changed = vkey;
        ++changed[i];
        CHECK_FALSE(read_verifier_key(changed));
    }
}

TEST_CASE("one secret has another id for each name and each purpose") {
    const SigningKey log{"a.example", KeyType::ed25519, digest(rfc8032[0].seed)};
    const SigningKey other{"b.example", KeyType::ed25519, digest(rfc8032[0].seed)};
    const SigningKey witness{"a.example", KeyType::cosignature, digest(rfc8032[0].seed)};

    CHECK(log.verifier().id != other.verifier().id);
    CHECK(log.verifier().id != witness.verifier().id);
    CHECK(read_verifier_key(as_vkey(witness.verifier())) == witness.verifier());
}

TEST_CASE("a key of a type that we cannot check is refused") {
    auto bytes = std::string(33, 'k');
    bytes[0] = '\x06';
    CHECK_FALSE(read_verifier_key("witness.example+00000000+" + base64(bytes)));
}

TEST_CASE("a key's name has no blanks, no plus and no control characters") {
    for (const auto* name : {"a", "log.example.org/medskapa/rus", "Östersund"}) CHECK(is_key_name(name));
    for (const auto* name : {"", "a b", "a+b", "a\nb", "a\tb", "a\u00A0b", "a\u2003b", "a\u3000b", "a\xFF"}) {
        CHECK_FALSE(is_key_name(name));
        CHECK_THROWS_AS(SigningKey(name, KeyType::ed25519, Digest{}), std::logic_error);
    }
}

TEST_CASE("a signing key comes back from its file") {
    const SigningKey key{"log.example.org/medskapa/rus", KeyType::ed25519, digest(rfc8032[0].seed)};
    const auto text = key.as_text();

    REQUIRE(read_signing_key(text));
    CHECK(read_signing_key(text)->verifier() == key.verifier());
    CHECK(read_signing_key(text)->signature_of("x") == key.signature_of("x"));
}

TEST_CASE("a broken key file is refused, and its secret not repeated") {
    const auto text = SigningKey{"a.example", KeyType::ed25519, digest(rfc8032[0].seed)}.as_text();
    for (std::size_t length = 0; length < text.size(); ++length) {
        const auto read = read_signing_key(text.substr(0, length));
        REQUIRE_FALSE(read);
        CHECK(read.error().complaints.front().holes.empty());
    }
}
