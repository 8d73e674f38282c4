#include "base/address.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

constexpr Address version_page{"/processer/{process}/dokument/{document}/version/{number}"};
constexpr Address log_page{"/logg"};

}  // namespace

TEST_CASE("an address is filled from left to right, and what it is filled with is encoded") {
    CHECK(path_to(version_page, "rus", "RUS", 2) == "/processer/rus/dokument/RUS/version/2");
    CHECK(path_to(version_page, "a/b", std::string{"å?#"}, 10) ==
          "/processer/a%2fb/dokument/%c3%a5%3f%23/version/10");
    CHECK(path_to(log_page) == "/logg");
}

TEST_CASE("an address knows its holes and whether it lies in a process") {
    CHECK(version_page.holes() == 3);
    CHECK(version_page.is_in_process());
    CHECK(log_page.holes() == 0);
    CHECK_FALSE(log_page.is_in_process());
}

TEST_CASE("fields of a query are encoded, stand before the fragment, and are left out when empty") {
    CHECK(with_query("/a", {{"q", "å &"}, {"amne", ""}, {"steg", "2"}}) == "/a?q=%c3%a5%20%26&steg=2");
    CHECK(with_query("/a?b=1#c", {{"d", "2"}}) == "/a?b=1&d=2#c");
    CHECK(with_query("/a#c?", {{"d", "2"}}) == "/a?d=2#c?");
    CHECK(with_query("/a", {{"q", ""}}) == "/a");
}
