#include "engine/pictures/redraw.hpp"

#include "engine/pictures/raster.hpp"
#include "support/pictures.hpp"

#include <doctest/doctest.h>

using namespace medskapa::pictures;
using namespace std::string_view_literals;

namespace {

std::string big_endian(std::uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFFU);
    return bytes;
}

/// A PNG that says it is so large, with a right check sum, and holds nothing of it.
std::string png_of(std::uint32_t width, std::uint32_t height) {
    const auto head = "IHDR" + big_endian(width) + big_endian(height) + std::string{"\x08\x06\0\0\0", 5};
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : head) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return "\x89PNG\r\n\x1A\n" + big_endian(13) + head + big_endian(~crc) + big_endian(0) + "IDAT" +
           big_endian(0x35AF061E);
}

/// The JPEG with another size in its frame.
std::string with_size(std::string jpeg, std::uint16_t width, std::uint16_t height) {
    const auto frame = jpeg.find("\xFF\xC0\x00\x11\x08"sv);
    jpeg.replace(frame + 5, 4, big_endian(std::uint32_t{height} << 16U | width));
    return jpeg;
}

}  // namespace

TEST_CASE("a photo comes out as a picture and nothing else: no place, no name, nothing after its end") {
    const auto photo = example::photo();
    REQUIRE(photo.find("Exif") != photo.npos);
    REQUIRE(photo.find("Anna Berg") != photo.npos);

    const auto redrawn = redraw(photo);

    REQUIRE(redrawn.outcome == Drawn::whole);
    for (const auto trace : {"Exif"sv, "Anna Berg"sv, "<script>"sv, "GPS"sv})
        CHECK(redrawn.bytes.find(trace) == redrawn.bytes.npos);
    CHECK(redrawn.bytes.ends_with("\xFF\xD9"sv));
}

TEST_CASE("a photo that the camera took on its side comes out upright") {
    CHECK(orientation_of(example::photo()) == Orientation::turned_left);
    const auto redrawn = redraw(example::photo());
    CHECK(orientation_of(redrawn.bytes) == Orientation::upright);
    const auto frame = redrawn.bytes.find("\xFF\xC0\x00\x11\x08"sv);
    // The file says 48 wide and 32 high.
    CHECK(redrawn.bytes.substr(frame + 5, 4) == "\0\x30\0\x20"sv);
}

TEST_CASE("each way to hold a camera is turned back") {
    // 1 2 3
    // 4 5 6
    const Raster file{3, 2, 1, {1, 2, 3, 4, 5, 6}};
    const auto seen = [&](Orientation how) { return turned(file, how).bytes; };
    using Bytes = std::vector<unsigned char>;
    CHECK(seen(Orientation::upright) == Bytes{1, 2, 3, 4, 5, 6});
    CHECK(seen(Orientation::mirrored) == Bytes{3, 2, 1, 6, 5, 4});
    CHECK(seen(Orientation::upside_down) == Bytes{6, 5, 4, 3, 2, 1});
    CHECK(seen(Orientation::upside_down_mirrored) == Bytes{4, 5, 6, 1, 2, 3});
    CHECK(seen(Orientation::left_mirrored) == Bytes{1, 4, 2, 5, 3, 6});
    CHECK(seen(Orientation::turned_left) == Bytes{4, 1, 5, 2, 6, 3});
    CHECK(seen(Orientation::right_mirrored) == Bytes{6, 3, 5, 2, 4, 1});
    CHECK(seen(Orientation::turned_right) == Bytes{3, 6, 2, 5, 1, 4});
    CHECK(turned(file, Orientation::turned_left).width == 2);
}

TEST_CASE("a screenshot keeps its pixels and loses its words") {
    const auto redrawn = redraw(example::screenshot());
    REQUIRE(redrawn.outcome == Drawn::whole);
    CHECK(redrawn.bytes.starts_with("\x89PNG"sv));
    CHECK(redrawn.bytes.find("Anna Berg") == redrawn.bytes.npos);
    CHECK(redraw(redrawn.bytes).bytes == redrawn.bytes);
}

TEST_CASE("a picture that says it is enormous is refused before any of it is held") {
    CHECK(redraw(png_of(100'000, 100'000)).outcome == Drawn::too_large);
    CHECK(redraw(png_of(5'001, 5'000)).outcome == Drawn::too_large);
    CHECK(redraw(png_of(5'000, 5'000)).outcome == Drawn::not_a_picture);
    CHECK(redraw(with_size(example::photo(), 65'000, 65'000)).outcome == Drawn::too_large);
}

TEST_CASE("a JPEG larger than what is held becomes smaller") {
    Bounds small;
    small.held = 48 * 32 / 4;
    const auto redrawn = redraw(example::photo(), small);
    REQUIRE(redrawn.outcome == Drawn::whole);
    const auto frame = redrawn.bytes.find("\xFF\xC0\x00\x11\x08"sv);
    CHECK(redrawn.bytes.substr(frame + 5, 4) == "\0\x18\0\x10"sv);
}

TEST_CASE("a picture that is cut short is none") {
    const auto photo = example::photo();
    const auto screenshot = example::screenshot();
    const auto end = photo.find("<script>");
    for (std::size_t size = 0; size + 2 < end; size += 7) {
        CAPTURE(size);
        CHECK(redraw(std::string_view{photo}.substr(0, size)).outcome == Drawn::not_a_picture);
    }
    const auto pixels = screenshot.find("IDAT") - 4;
    const auto end_of_pixels = pixels + 8 + static_cast<unsigned char>(screenshot[pixels + 3]);
    for (std::size_t size = 0; size < end_of_pixels; size += 5) {
        CAPTURE(size);
        CHECK(redraw(std::string_view{screenshot}.substr(0, size)).outcome == Drawn::not_a_picture);
    }
}

TEST_CASE("what is called a picture and is none is none") {
    for (const auto other : {""sv, "%PDF-1.7"sv, "GIF89a"sv, "<svg xmlns='http://www.w3.org/2000/svg'/>"sv,
             "\xFF\xD8\xFF"sv, "\x89PNG\r\n\x1A\n"sv, "\xFF\xD8\xFF<script>"sv, "RIFF\0\0\0\0WEBPVP8 "sv})
        CHECK(redraw(other).outcome == Drawn::not_a_picture);
}

TEST_CASE("an Exif block that leads outside itself, or round in circles, says nothing") {
    auto photo = example::photo();
    const auto tiff = photo.find("MM");
    for (const auto place : {std::uint32_t{0}, std::uint32_t{8}, 0xFFFFFFF0U, 0x7FFFFFFFU}) {
        photo.replace(tiff + 4, 4, big_endian(place));
        CHECK_NOTHROW((void)orientation_of(photo));
        CHECK(redraw(photo).outcome == Drawn::whole);
    }
    for (std::size_t size = 0; size < 200; ++size)
        CHECK_NOTHROW((void)orientation_of(std::string_view{photo}.substr(0, size)));
}
