#include "base/webauthn/relying_party.hpp"

#include <doctest/doctest.h>

using namespace medskapa::webauthn;

namespace {

std::string origin_of(std::string_view base_url) {
    const auto site = relying_party(base_url);
    return site ? site->origin + ' ' + site->id : "";
}

}  // namespace

TEST_CASE("a site is known as browsers write it: small letters, and no port that goes without saying") {
    CHECK(origin_of("https://rus.example.org") == "https://rus.example.org rus.example.org");
    CHECK(origin_of("https://RUS.Example.org:443") == "https://rus.example.org rus.example.org");
    CHECK(origin_of("https://rus.example.org:8443") == "https://rus.example.org:8443 rus.example.org");
    CHECK(origin_of("https://rus.example.org/strategi") == "https://rus.example.org rus.example.org");
    CHECK(origin_of("http://localhost:8080") == "http://localhost:8080 localhost");
    CHECK(origin_of("http://localhost:80") == "http://localhost localhost");
    CHECK(origin_of("http://rus.localhost") == "http://rus.localhost rus.localhost");
}

TEST_CASE("there are no passkeys where browsers make none") {
    for (const auto* address : {"", "https://", "http://rus.example.org", "http://127.0.0.1:8080",
             "https://192.0.2.1", "https://[::1]:8080", "https://rus.example.org:x", "ftp://localhost",
             "https://eva@rus.example.org", "https://länet.example", "http://localhost.example.org",
             "http://notlocalhost", "https://.example", "https://rus..1"}) {
        CAPTURE(address);
        CHECK(origin_of(address) == "");
    }
}
