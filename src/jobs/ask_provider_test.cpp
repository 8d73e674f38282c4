#include "jobs/ask_provider.hpp"

#include "support/raw_http.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace std::chrono_literals;
using example::RawHttp;

namespace {

const std::string head = "HTTP/1.1 200 OK\r\nConnection: close\r\n";

openid::Ask patient() {
    return jobs::asking_providers({.connecting = 500ms, .whole = 1000ms, .most_bytes = 1000});
}

}  // namespace

TEST_CASE("a provider is asked, with a form and a header where there are such, and its answer is heard") {
    const RawHttp provider{head + "Content-Length: 2\r\n\r\n{}"};
    const auto answer =
        patient()({.url = provider.url() + "/token", .form = "code=1", .authorization = "Basic eA=="});
    CHECK(answer.status == 200);
    CHECK(answer.body == "{}");
    const auto heard = provider.heard();
    CHECK(heard.starts_with("POST /token HTTP/1.1\r\n"));
    CHECK(heard.find("Authorization: Basic eA==\r\n") != heard.npos);
    CHECK(heard.find("application/x-www-form-urlencoded") != heard.npos);
    CHECK(heard.find("Cookie") == heard.npos);
}

TEST_CASE("a redirect is not followed: our secret goes to nobody else") {
    const RawHttp other{head + "Content-Length: 2\r\n\r\n{}"};
    const RawHttp provider{"HTTP/1.1 307 Go\r\nLocation: " + other.url() + "/\r\nContent-Length: 0\r\n\r\n"};
    CHECK(patient()({.url = provider.url(), .form = "code=1", .authorization = "Basic eA=="}).status == 307);
    CHECK(other.heard().empty());
}

TEST_CASE("an answer without end is not heard to its end, whether it says its length or not") {
    for (const auto* more : {"\r\n", "Content-Length: 100000000\r\n\r\n"}) {
        const RawHttp provider{head + more + std::string(100'000, 'x'), 100};
        CHECK_THROWS_AS((void)patient()({provider.url()}), std::runtime_error);
    }
}

TEST_CASE("a provider that is silent, or speaks another tongue, is left") {
    const RawHttp silent{""};
    CHECK_THROWS_AS((void)patient()({silent.url()}), std::runtime_error);
    const RawHttp strange{"SSH-2.0-OpenSSH_9.2\r\n"};
    CHECK_THROWS_AS((void)patient()({strange.url()}), std::runtime_error);
    CHECK_THROWS_AS((void)patient()({"http://127.0.0.1:1/"}), std::runtime_error);
}

TEST_CASE("nothing is asked without encryption of another machine, or in another way than by http") {
    for (const auto* url :
        {"http://login.example/", "file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/"})
        CHECK_THROWS_WITH_AS((void)patient()({url}), "the address is not https", std::runtime_error);
}
