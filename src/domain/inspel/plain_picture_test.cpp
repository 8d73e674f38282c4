#include "domain/inspel/plain_picture.hpp"

#include "support/pictures.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace std::string_literals;

namespace {

/// What drawing anew makes of the two pictures.
const auto plain_photo = example::picture("photo-drawn.jpg");
const auto plain_screenshot = example::picture("screen-drawn.png");

std::string with(std::string bytes, std::size_t at, const std::string& more) {
    return bytes.insert(at, more);
}

}  // namespace

TEST_CASE("a picture that was drawn anew is plain") {
    CHECK(is_plain_jpeg(plain_photo));
    CHECK(is_plain_png(plain_screenshot));
}

TEST_CASE("a picture that says where it was taken, or by whom, is not plain") {
    CHECK_FALSE(is_plain_jpeg(example::photo()));
    CHECK_FALSE(is_plain_png(example::screenshot()));
    CHECK_FALSE(is_plain_jpeg(with(plain_photo, 2,
        "\xFF\xE1\0\x08"
        "Exif\0\0"s)));
    CHECK_FALSE(is_plain_jpeg(with(plain_photo, 2,
        "\xFF\xE0\0\x07"
        "JFXX\0"s)));
    CHECK_FALSE(is_plain_jpeg(with(plain_photo, 2,
        "\xFF\xFE\0\x06"
        "Anna"s)));
    CHECK_FALSE(is_plain_jpeg(with(plain_photo, plain_photo.size() - 2,
        "\xFF\xFE\0\x06"
        "Anna"s)));
    CHECK_FALSE(is_plain_png(with(plain_screenshot, 33,
        "\0\0\0\x05"
        "eXIfMM\0*\0crcc"s)));
}

TEST_CASE("what follows a picture's end, or stands before its beginning, makes it more than a picture") {
    for (const auto& more : {"<script>"s, "%PDF-1.7"s, "PK\x03\x04"s, "\0"s}) {
        CHECK_FALSE(is_plain_jpeg(plain_photo + more));
        CHECK_FALSE(is_plain_png(plain_screenshot + more));
        CHECK_FALSE(is_plain_jpeg(more + plain_photo));
        CHECK_FALSE(is_plain_png(more + plain_screenshot));
    }
}

TEST_CASE("a picture that is cut, or says that a part is longer than it is, is not plain") {
    for (std::size_t size = 0; size < plain_photo.size(); ++size)
        CHECK_FALSE(is_plain_jpeg(std::string_view{plain_photo}.substr(0, size)));
    for (std::size_t size = 0; size < plain_screenshot.size(); ++size)
        CHECK_FALSE(is_plain_png(std::string_view{plain_screenshot}.substr(0, size)));
    auto longer = plain_screenshot;
    longer.replace(33, 4, "\xFF\xFF\xFF\xFF");
    CHECK_FALSE(is_plain_png(longer));
}
