#include "web/http/target.hpp"

#include "base/address.hpp"

#include "web/http/head.hpp"

#include <doctest/doctest.h>

using namespace medskapa::web;

TEST_CASE("a plain path is decoded, å ä ö too") {
    CHECK(http::path_of("/processer/rus-2050?q=1") == "/processer/rus-2050");
    CHECK(http::path_of("/%C3%A5re") == "/åre");
    CHECK(http::path_of("/") == "/");
    CHECK(http::path_of("/a/") == "/a/");
}

TEST_CASE("a path with more than one reading is refused") {
    for (const auto* target :
        {"", "x", "http://example.org/", "*", "//evil", "/a//b", "/a//", "//", "/./a", "/a/../b", "/%2e%2e/a",
            "/a%2Fb", "/a%2fb", "/a\\b", "/a%5Cb", "/%", "/%4", "/%GG", "/%00", "/%FF", "/%C0%AF"}) {
        CAPTURE(target);
        CHECK_FALSE(http::path_of(target));
    }
}

TEST_CASE("fields come in their order, decoded") {
    const auto fields = http::fields_of("a=1&b=%C3%A5+x&a=2&&c", 10);

    REQUIRE(fields);
    CHECK(*fields == http::Fields{{"a", "1"}, {"b", "å x"}, {"a", "2"}, {"c", ""}});
}

TEST_CASE("more fields than allowed, or broken ones, are refused") {
    CHECK(http::fields_of("a=1&b=2", 2));
    CHECK_FALSE(http::fields_of("a=1&b=2&c=3", 2));
    CHECK_FALSE(http::fields_of("a=%ZZ", 2));
    CHECK_FALSE(http::fields_of("a=%E5", 2));  // Latin-1
}

TEST_CASE("an address that we write is escaped and read back the same") {
    const std::string odd = "a b/c?d&e=å%";
    CHECK(http::decoded(medskapa::percent_encoded(odd), http::Plus::is_plus) == odd);
}

TEST_CASE("a multipart form gives its fields and its files") {
    const auto parts = http::multipart_of(
        "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nett\r\n--B\r\nContent-Disposition: "
        "form-data; "
        "name=\"fil\"; filename=\"x.csv\"\r\nContent-Type: text/csv\r\n\r\n1\r\n2\r\n--B--\r\n",
        "multipart/form-data; boundary=B", 10);

    REQUIRE(parts);
    CHECK(parts->form == http::Fields{{"a", "ett"}});
    REQUIRE(parts->uploads.size() == 1);
    CHECK(parts->uploads[0].file_name == "x.csv");
    CHECK(parts->uploads[0].bytes == "1\r\n2");
}

TEST_CASE("a broken multipart form is refused") {
    for (const auto* body :
        {"", "--B", "--B\r\n", "x--B\r\n\r\n--B--", "--B\r\nno blank line\r\n--B--", "--B\r\n--B--"}) {
        CAPTURE(body);
        CHECK_FALSE(http::multipart_of(body, "multipart/form-data; boundary=B", 10));
    }
    CHECK_FALSE(http::multipart_of("--B--", "multipart/form-data", 10));
}

TEST_CASE("a head with more than one reading is refused") {
    const auto ok = [](const char* lines) {
        return http::is_unambiguous(std::string{"GET / HTTP/1.1\r\n"} + lines + "\r\n");
    };
    CHECK(ok("Host: a\r\nX: y\r\n"));
    CHECK_FALSE(ok("X: y\r\n"));
    CHECK_FALSE(ok("Host: a\r\nHost: b\r\n"));
    CHECK_FALSE(ok("Host: a\r\nX: y\nZ: w\r\n"));
    CHECK_FALSE(ok("Host: a\r\nX: y\r\n folded\r\n"));
    CHECK_FALSE(ok("Host : a\r\n"));
    CHECK_FALSE(ok("Host: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n"));
    CHECK_FALSE(ok("Host: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n"));
    CHECK_FALSE(ok("Host: a\r\nX: \x01\r\n"));
}

TEST_CASE("a header of ours cannot hold a line end") {
    http::Response response;
    response.headers = {{"X", "a\r\nSet-Cookie: b"}};
    CHECK_THROWS_AS(http::response_head(response, {}), std::logic_error);
}
