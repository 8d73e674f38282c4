#include "domain/organisation/mandate.hpp"

#include <doctest/doctest.h>
#include "domain/field.hpp"

using namespace medskapa;
using State = Mandate::State;

namespace {

const Day today{std::chrono::days{20'000}};
const Instant now{std::chrono::sys_days{std::chrono::days{20'000}}};

Mandate asked() {
    Mandate mandate;
    mandate.speaker = "Eva Ek";
    return mandate;
}

Result<Mandate> yes(const Confirmation& confirmation, bool asks_second = false) {
    Organisation organisation;
    organisation.asks_second = asks_second;
    return confirmed(asked(), confirmation, organisation, now, today);
}

const Confirmation by_bo{"Bo By", Mandate::Scope::process, today};

}  // namespace

TEST_CASE("a mandate stands when the organisation has said yes, until its last day") {
    CHECK(asked().state() == State::asked);
    const auto mandate = yes(by_bo).value();

    CHECK(mandate.state() == State::stands);
    CHECK(mandate.stood_from() == now);
    CHECK(mandate.is_representative(today));
    CHECK_FALSE(mandate.is_representative(today + std::chrono::days{1}));
}

TEST_CASE("who may say one inspel may not confirm others") {
    auto confirmation = by_bo;
    confirmation.scope = Mandate::Scope::inspel;
    CHECK_FALSE(yes(confirmation)->is_representative(today));
}

TEST_CASE("a yes without a name, or until a day that has been or lies too far away, is refused") {
    CHECK_FALSE(yes({" ", Mandate::Scope::inspel, today}));
    CHECK_FALSE(yes({"Bo", Mandate::Scope::inspel, std::nullopt}));
    CHECK_FALSE(yes({"Bo", Mandate::Scope::inspel, today - std::chrono::days{1}}));
    CHECK_FALSE(yes({"Bo", Mandate::Scope::inspel, today + std::chrono::days{5 * 366}}));
}

TEST_CASE("a second person is somebody else than who confirmed it, and than whom it is about") {
    const auto half = yes(by_bo, true).value();
    CHECK(half.state() == State::half);
    CHECK_FALSE(half.stood_from());
    CHECK_FALSE(half.is_representative(today));

    for (const auto* same : {"", "bo  by", "EVA EK"}) {
        CAPTURE(same);
        CHECK(approved(half, same, now).error().complaints.front().place == Field::approved_by);
    }
    CHECK(approved(half, "Siv", now)->state() == State::stands);
}

TEST_CASE("what was withdrawn says since when, and that it stood") {
    auto mandate = yes(by_bo).value();
    mandate.withdrawn_at = now;
    CHECK(mandate.state() == State::withdrawn);
    CHECK(mandate.stood_from() == now);
    CHECK_FALSE(mandate.is_representative(today));
}

TEST_CASE("who asks has a name and an address of their own") {
    CHECK(checked(MandateRequest{" Eva  Ek ", "Eva@Exempel.se"})->speaker == "Eva Ek");
    CHECK(checked(MandateRequest{"", "070-123"}).error().complaints.size() == 2);
}
