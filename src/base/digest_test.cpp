#include "base/digest.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

TEST_CASE("SHA-256 of abc is FIPS 180-2's") {
    CHECK(hex(as_text(sha256("abc"))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("HMAC-SHA-256 agrees with RFC 4231, cases 1 to 4, 6 and 7") {
    CHECK(hex(as_text(hmac_sha256(std::string(20, '\x0b'), "Hi There"))) ==
          "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    CHECK(hex(as_text(hmac_sha256("Jefe", "what do ya want for nothing?"))) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(hex(as_text(hmac_sha256(std::string(20, '\xaa'), std::string(50, '\xdd')))) ==
          "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
    const auto rising = from_hex("0102030405060708090a0b0c0d0e0f10111213141516171819").value();
    CHECK(hex(as_text(hmac_sha256(rising, std::string(50, '\xcd')))) ==
          "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
    CHECK(hex(as_text(hmac_sha256(std::string(131, '\xaa'),
              "This is a test using a larger than block-size key and a larger than block-size data. The key "
              "needs to be hashed before being used by the HMAC algorithm."))) ==
          "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
    CHECK(hex(as_text(hmac_sha256(
              std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First"))) ==
          "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("base 64 agrees with RFC 4648") {
    CHECK(base64("").empty());
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foobar") == "Zm9vYmFy");
}

TEST_CASE("base 64 is read back only as it is written") {
    CHECK(from_base64("Zm9vYmFy") == "foobar");
    CHECK(from_base64("Zm8=") == "fo");
    CHECK(from_base64("")->empty());

    for (const auto* wrong :
        {"Zm8", "Zm9=", "Zm8=\n", "Zm 8=", "Zm-_", "Zm8==", "=", "Z", "Zm9\xAF", "\xC3\xA5Zm"})
        CHECK_FALSE(from_base64(wrong));
}

TEST_CASE("hexadecimal digits are read in pairs") {
    CHECK(from_hex("00fFa5") == std::string("\x00\xff\xa5", 3));
    CHECK(from_hex("")->empty());

    for (const auto* wrong : {"0", "0g", "0 0", "0x00"}) CHECK_FALSE(from_hex(wrong));
}

TEST_CASE("a digest is 32 bytes, no fewer and no more") {
    CHECK(as_digest(std::string(32, 'a')));
    CHECK_FALSE(as_digest(std::string(31, 'a')));
    CHECK_FALSE(as_digest(std::string(33, 'a')));
}

TEST_CASE("a code read aloud is understood however it is written down") {
    CHECK(base32(std::string{"\x00\x44\x32\x14\xC7", 5}) == "01234567");
    CHECK(base32_normalised(" k7qf-m2tr oil ") == "K7QFM2TR011");
}

TEST_CASE("random bytes are as many as asked for and not twice the same") {
    CHECK(random_bytes(16).size() == 16);
    CHECK(random_bytes(16) != random_bytes(16));
}

TEST_CASE("a digest of pieces is that of the whole") {
    Sha256 pieces;
    for (const char* piece : {"", "medskapa", " i ", "bitar"}) pieces.add(piece);

    CHECK(pieces.finish() == sha256("medskapa i bitar"));
}
