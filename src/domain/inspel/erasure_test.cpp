#include "domain/inspel/erasure.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

TEST_CASE("an erasure states how much, on which ground and by which decision") {
    const auto erasure = compose_erasure("destroyed", "retention", " RUN/413/2020 ");

    REQUIRE(erasure);
    CHECK(erasure->level == Erasure::Level::destroyed);
    CHECK(erasure->ground == Erasure::Ground::retention);
    CHECK(erasure->decision == "RUN/413/2020");
}

TEST_CASE("an erasure with nothing chosen is refused with all that is missing at once") {
    const auto erasure = compose_erasure("", "", "");

    REQUIRE_FALSE(erasure);
    CHECK(erasure.error().complaints.size() == 3);
}

TEST_CASE("nothing but a number in the register can be written where it stays for ever") {
    for (const auto* decision :
        {"Eva Ek bad om det", "diarienummer", "RUN/413/2020\nEva", "413 2020", "åäö1"})
        CHECK_FALSE(compose_erasure("destroyed", "retention", decision));
    CHECK(compose_erasure("destroyed", "retention", std::string(40, '1')));
    CHECK_FALSE(compose_erasure("destroyed", "retention", std::string(41, '1')));
}
