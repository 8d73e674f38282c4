#include "base/digest.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

TEST_CASE("SHA-256 of abc is FIPS 180-2's") {
    CHECK(hex(as_text(sha256("abc"))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("HMAC-SHA-256 agrees with RFC 4231, cases 1, 2 and 6") {
    CHECK(hex(as_text(hmac_sha256(std::string(20, '\x0b'), "Hi There"))) ==
          "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    CHECK(hex(as_text(hmac_sha256("Jefe", "what do ya want for nothing?"))) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(hex(as_text(hmac_sha256(
              std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First"))) ==
          "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("base 64 agrees with RFC 4648") {
    CHECK(base64("").empty());
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foobar") == "Zm9vYmFy");
}

TEST_CASE("a code read aloud is understood however it is written down") {
    CHECK(base32(std::string{"\x00\x44\x32\x14\xC7", 5}) == "01234567");
    CHECK(base32_normalised(" k7qf-m2tr oil ") == "K7QFM2TR011");
}

TEST_CASE("random bytes are as many as asked for and not twice the same") {
    CHECK(random_bytes(16).size() == 16);
    CHECK(random_bytes(16) != random_bytes(16));
}
