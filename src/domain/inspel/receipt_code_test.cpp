#include "domain/inspel/receipt_code.hpp"

#include "base/digest.hpp"
#include "domain/inspel/inspel.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

const auto code = receipt_code("K7QFM2TR9XHD01ABCDEF");

}  // namespace

TEST_CASE("a receipt code is found however it is typed, said, pasted or written down") {
    REQUIRE(code.size() == 21);
    const auto readable = readable_code(code);
    CHECK(readable.size() == 27);
    for (const auto& typed : {code, readable, " " + readable + ".", "Kvittenskod: " + readable,
             "k7q fm2 tr9 xhd oia bcd ef" + code.substr(20),
             "K7Q–FM2‑TR9\u00A0XHD\u200B0LA-BCD-EF" + code.substr(20),
             "https://rus.example.org/processer/oversyn/kvittens/" + code + "?sparad=ja",
             "/processer/oversyn/kvittens/" + code + "/kvitto.txt"})
        CHECK_MESSAGE(read_receipt_code(typed) == code, typed);
    CHECK(read_receipt_code(code.substr(0, 20)) == code);  // as codes once were
}

TEST_CASE("one wrong character, one too few or too many, and two that changed places are seen") {
    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for (std::size_t at = 0; at < code.size(); ++at)
        for (const char other : alphabet) {
            auto slip = code;
            slip[at] = other;
            CHECK((other == code[at]) == read_receipt_code(slip).has_value());
        }
    for (std::size_t one = 0; one < code.size(); ++one)
        for (std::size_t two = one + 1; two < code.size(); ++two) {
            auto slip = code;
            std::swap(slip[one], slip[two]);
            CHECK((slip == code) == read_receipt_code(slip).has_value());
        }
    CHECK_FALSE(read_receipt_code(code + "7"));
    CHECK_FALSE(read_receipt_code(code.substr(0, 19)));
    CHECK_FALSE(read_receipt_code(""));
}
