#include "domain/decision/sami_consultation.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
namespace {

using SamiOutcome = SamiConsultation::Outcome;

const Day today = *time::read_day("2026-05-14");

SamiConsultation with(
    SamiOutcome outcome, const std::string& motive, std::vector<SamiConsultation::Event> events) {
    SamiConsultation c;
    c.counterpart = "Sametinget";
    c.outcome = outcome;
    c.motive = motive;
    c.events = std::move(events);
    return c;
}

const SamiConsultation::Event invitation{
    {}, SamiConsultation::Event::Kind::invitation, today, "Inbjudan sänd.", ""};
const SamiConsultation::Event meeting{
    {}, SamiConsultation::Event::Kind::meeting, today, "Möte i Östersund.", ""};

}  // namespace

TEST_CASE("a consultation ends only after a meeting, and without agreement only with why") {
    CHECK(checked(with(SamiOutcome::ongoing, "", {})));
    for (const auto outcome : {SamiOutcome::agreement, SamiOutcome::consent}) {
        CHECK(checked(with(outcome, "", {meeting})));
        CHECK_FALSE(checked(with(outcome, "", {invitation})));
    }
    CHECK(checked(with(SamiOutcome::not_reached, "Vi ser olika på saken.", {meeting})));
    CHECK_FALSE(checked(with(SamiOutcome::not_reached, " ", {meeting})));
    CHECK_FALSE(checked(with(SamiOutcome::not_reached, "Vi ser olika på saken.", {})));
}

TEST_CASE("that none is needed is said with why, and needs no meeting") {
    CHECK(checked(with(SamiOutcome::not_applicable, "Ändringen är språklig.", {})));
    CHECK_FALSE(checked(with(SamiOutcome::not_applicable, "", {meeting})));
    auto nobody = with(SamiOutcome::not_applicable, "Ändringen är språklig.", {});
    nobody.counterpart = "  ";
    CHECK_FALSE(checked(nobody));
}

TEST_CASE("a decision is warned unless something is settled and nothing goes on") {
    CHECK_FALSE(is_settled({}));
    CHECK_FALSE(is_settled({with(SamiOutcome::ongoing, "", {})}));
    const auto done = with(SamiOutcome::agreement, "", {meeting});
    CHECK(is_settled({done}));
    CHECK_FALSE(is_settled({done, with(SamiOutcome::ongoing, "", {})}));
}

TEST_CASE("an event has words and a day that has been, and minutes have a fingerprint") {
    const std::string digest(64, 'a');
    CHECK(checked(invitation, today));
    CHECK(checked(SamiConsultation::Event{{}, SamiConsultation::Event::Kind::minutes, today, "Protokoll.",
                      std::string(64, 'A')},
              today)
              ->digest == digest);
    CHECK_FALSE(checked(
        SamiConsultation::Event{{}, SamiConsultation::Event::Kind::minutes, today, "Protokoll.", ""}, today));
    for (const auto& wrong : {std::string(63, 'a'), std::string(65, 'a'), std::string(64, 'g')})
        CHECK_FALSE(checked(
            SamiConsultation::Event{{}, SamiConsultation::Event::Kind::minutes, today, "Protokoll.", wrong},
            today));
    CHECK_FALSE(
        checked(SamiConsultation::Event{{}, SamiConsultation::Event::Kind::meeting, today, " ", ""}, today));
    CHECK_FALSE(checked(meeting, today - std::chrono::days{1}));
}
