#include "base/base64url.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

TEST_CASE("bytes are written for addresses and forms: without padding, plus and slash") {
    CHECK(base64url("") == "");
    CHECK(base64url("f") == "Zg");
    CHECK(base64url("fo") == "Zm8");
    CHECK(base64url("foo") == "Zm9v");
    CHECK(base64url("\xfb\xef\xff") == "--__");
    for (const std::string& bytes : {std::string{}, std::string(1, '\0'), std::string("\xff\xfe\x00\x01", 4)})
        CHECK(from_base64url(base64url(bytes)) == bytes);
}

TEST_CASE("there is one way to write some bytes") {
    for (const auto* text : {"Zg==", "Zh", "Z", "Zm9vZ", "Zm9 v", "++__", "//__", "Zm9v\n", "Zm\xc3\xa5v"})
        CHECK_FALSE(from_base64url(text));
}
