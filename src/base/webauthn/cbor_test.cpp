#include "base/webauthn/cbor.hpp"

#include "base/digest.hpp"
#include "support/cbor_writer.hpp"

#include <doctest/doctest.h>
#include <limits>

using namespace medskapa;
using namespace medskapa::webauthn;

namespace {

/// Of bytes in hexadecimal digits, of which nothing is left over.
std::optional<CborValue> read(const std::string& digits) {
    const auto bytes = from_hex(digits).value();
    std::string_view rest{bytes};
    auto value = read_cbor(rest);
    return rest.empty() ? value : std::nullopt;
}

std::int64_t number_in(const std::string& digits) {
    const auto value = read(digits);
    REQUIRE(value);
    return std::get<std::int64_t>(value->held);
}

std::string lists_within(int depth) {
    std::string digits;
    for (int i = 1; i < depth; ++i) digits += "81";
    return digits + "80";
}

}  // namespace

TEST_CASE("numbers are read as RFC 8949 writes them, to the ends of what 64 bits hold") {
    CHECK(number_in("00") == 0);
    CHECK(number_in("17") == 23);
    CHECK(number_in("1818") == 24);
    CHECK(number_in("1903e8") == 1000);
    CHECK(number_in("1a000f4240") == 1'000'000);
    CHECK(number_in("1b000000e8d4a51000") == 1'000'000'000'000);
    CHECK(number_in("1b7fffffffffffffff") == std::numeric_limits<std::int64_t>::max());
    CHECK(number_in("20") == -1);
    CHECK(number_in("390100") == -257);
    CHECK(number_in("3b7fffffffffffffff") == std::numeric_limits<std::int64_t>::min());
    for (const auto* digits : {"1b8000000000000000", "3b8000000000000000", "1bffffffffffffffff"})
        CHECK_FALSE(read(digits));
}

TEST_CASE("a text, bytes, a list, a map and what is true are read as what they are") {
    CHECK(std::get<std::string>(read("6161")->held) == "a");
    CHECK(std::get<std::string>(read("62c3a5")->held) == "å");
    CHECK(std::get<CborBytes>(read("42ff00")->held).bytes == std::string("\xff\0", 2));
    CHECK(std::get<CborList>(read("83010203")->held).size() == 3);
    CHECK(std::get<bool>(read("f5")->held));
    CHECK_FALSE(std::get<bool>(read("f4")->held));
    const auto map = read("a3012020026161f5");
    REQUIRE(map);
    CHECK(*found_as<std::int64_t>(*map, 1) == -1);
    CHECK(*found_as<std::int64_t>(*map, -1) == 2);
    CHECK(*found_as<bool>(*map, "a"));
    CHECK(found_in(*map, "b") == nullptr);
    CHECK(found_as<bool>(*map, 1) == nullptr);
    CHECK(found_in(*read("80"), 1) == nullptr);
}

TEST_CASE("what is written in another way than the shortest is refused") {
    for (const auto* digits : {"1800", "1817", "190018", "1900ff", "1a0000ffff", "1b00000000ffffffff", "3817",
             "580161", "780161", "980101", "b8010102", "f814", "f815"}) {
        CAPTURE(digits);
        CHECK_FALSE(read(digits));
    }
}

TEST_CASE("keys come in one order, each of them once") {
    CHECK(read("a201000200"));
    CHECK_FALSE(read("a202000100"));
    CHECK_FALSE(read("a201000100"));
    CHECK(read("a20100190100f5"));  // shorter ones first
    CHECK(read("a2190100f520f5"));  // but numbers from zero up before those below it
    CHECK_FALSE(read("a220f5190100f5"));
    CHECK_FALSE(read("a2626161006162f5"));
}

TEST_CASE("what ends too early, or promises more than there is, is refused at once") {
    for (const auto* digits : {"", "18", "19ff", "1a00", "1bffff", "41", "6261", "82", "8201", "a1", "a101",
             "a20100", "5bffffffffffffffff", "7bffffffffffffffff", "9bffffffffffffffff", "bbffffffffffffffff",
             "5affffffff00", "9affffffff00"}) {
        CAPTURE(digits);
        CHECK_FALSE(read(digits));
    }
}

TEST_CASE(
    "what WebAuthn has no use for is refused: no end said, tags, fractions, nothing, texts that are none") {
    for (const auto* digits : {"5f4161ff", "7f6161ff", "9f01ff", "bf0102ff", "c000", "d8184100", "f6", "f7",
             "f0", "f93c00", "fa3f800000", "fb3ff0000000000000", "ff", "1c", "61ff", "6100"}) {
        CAPTURE(digits);
        CHECK_FALSE(read(digits));
    }
}

TEST_CASE("lists within lists are read four deep, and no deeper") {
    CHECK(read(lists_within(4)));
    CHECK_FALSE(read(lists_within(5)));
    CHECK_FALSE(read(lists_within(4000)));
    CHECK_FALSE(read("a101a101a101a101a10101"));
}

TEST_CASE("what follows a value is left, and of what is none nothing is taken") {
    std::string_view two{"\x01\x02", 2};
    REQUIRE(read_cbor(two));
    CHECK(two == "\x02");
    std::string_view none{"\x82\x01", 2};
    CHECK_FALSE(read_cbor(none));
    CHECK(none.size() == 2);
}
