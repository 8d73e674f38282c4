#include "base/text/kept_picture.hpp"

#include "support/pictures.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

TEST_CASE("a picture is named by what it holds and how large it is, and its name is read back") {
    const auto name = name_of_picture(example::screenshot());
    REQUIRE(name);
    CHECK(name->width == 40);
    CHECK(name->height == 24);
    CHECK(name->format == KeptPicture::Format::png);
    CHECK(picture_named(file_name(*name)) == name);
    CHECK(picture_at(address_of(*name)) == name);
    const auto photo = name_of_picture(example::photo());
    REQUIRE(photo);
    CHECK(photo->format == KeptPicture::Format::jpeg);
    CHECK(photo->width == 48);
    CHECK(photo->height == 32);
}

TEST_CASE("what names no picture is none: another digest, side or ending, and what leads elsewhere") {
    const std::string digest(64, 'a');
    CHECK(picture_named(digest + "-1x65535.png"));
    for (const auto& name :
        {digest + "-0x1.png", digest + "-1x65536.png", digest + "-01x1.png", digest + "-1x1.gif",
            digest + "-1x1", digest + "-1x-1.png", digest + "x1.png", digest.substr(1) + "-1x1.png",
            std::string(64, 'A') + "-1x1.png", "../" + digest.substr(3) + "-1x1.png", digest + "-1x1.png/..",
            std::string{}, std::string{"x.png"}, std::string{".png"}})
        CHECK_FALSE(picture_named(name));
    CHECK_FALSE(picture_at("https://example.org/" + digest + "-1x1.png"));
    CHECK_FALSE(picture_at("BILD:" + digest + "-1x1.png"));
}

TEST_CASE("bytes that are no whole head of a picture have no name") {
    const auto png = example::screenshot();
    for (const auto size : {0, 4, 8, 20, 23})
        CHECK_FALSE(name_of_picture(std::string_view{png}.substr(0, size)));
    using namespace std::string_view_literals;
    CHECK_FALSE(name_of_picture("\xFF\xD8\xFF\xE0\x00\x00\x00\x00\x00\x00\x00"sv));
    CHECK_FALSE(name_of_picture("GIF89a"sv));
}
