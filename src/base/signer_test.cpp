#include "base/signer.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

TEST_CASE("what was signed for a purpose is verified for that purpose alone") {
    const auto link = sign("medskapa.link.v1\nparty", "K7", "secret");

    CHECK(link.starts_with("K7-"));
    CHECK(link.size() == 3 + 20);
    CHECK(verify("medskapa.link.v1\nparty", link, "secret") == "K7");
    CHECK_FALSE(verify("medskapa.link.v1\ndraft", link, "secret"));
    CHECK_FALSE(verify("medskapa.link.v1\nparty", link, "another"));
}

TEST_CASE("a text may hold hyphens, and may be empty") {
    CHECK(verify("p", sign("p", "a-b-", "s"), "s") == "a-b-");
    CHECK(verify("p", sign("p", "", "s"), "s") == "");
}

TEST_CASE("what is changed, cut or lengthened is not verified") {
    const auto link = sign("p", "K7", "s");
    for (std::size_t at = 0; at < link.size(); ++at) {
        auto changed = link;
        changed[at] = changed[at] == '0' ? '1' : '0';
        CHECK_FALSE(verify("p", changed, "s"));
        CHECK_FALSE(verify("p", link.substr(0, at), "s"));
    }
    CHECK_FALSE(verify("p", link + "0", "s"));
}
