#include "domain/decision/completeness.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

Gate gate(const Missing& missing, int newest_inspel = 7) {
    return {missing, newest_inspel, {}};
}

}  // namespace

TEST_CASE("the gate is open only when nothing at all lacks an answer") {
    CHECK(pass(gate({})).value() == Id<Waiver>{});
    for (const auto& missing : {Missing{1, 0, 0}, Missing{0, 1, 0}, Missing{0, 0, 1}}) {
        const auto refused = pass(gate(missing));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Failure::Kind::conflict);
    }
    CHECK(pass(gate({1, 2, 3})).error().complaints.at(0).holes == Holes{1, 2, 3});
}

TEST_CASE("a waiver needs a reason, and something that is missing") {
    CHECK_FALSE(waive(gate({0, 0, 1}), " \n "));
    CHECK_FALSE(waive(gate({0, 0, 1}), std::string(5'001, 'x')));
    CHECK_FALSE(waive(gate({}), "Tiden räcker inte."));
    CHECK(waive(gate({0, 0, 1}), "  Tiden räcker inte.  ")->reason == "Tiden räcker inte.");
}

TEST_CASE("a waiver lets through what it was made for and less, never more or what came later") {
    auto at = gate({1, 2, 3});
    at.waiver = waive(at, "Tiden räcker inte.").value();
    at.waiver->id = {5};
    CHECK(pass(at).value() == Id<Waiver>{5});

    at.missing = {0, 2, 1};
    CHECK(pass(at));
    for (const auto& more : {Missing{2, 2, 3}, Missing{1, 3, 3}, Missing{1, 2, 4}}) {
        at.missing = more;
        CHECK_FALSE(pass(at));
    }
    at.missing = {1, 2, 3};
    at.newest_inspel = 8;
    CHECK_FALSE(pass(at));
}

TEST_CASE("a waiver stands for the gaps that there were, not for others of as many") {
    const AssessmentGap unanswered{AssessmentGap::Kind::unanswered, "barn", 3, "2"};
    const AssessmentGap other{AssessmentGap::Kind::unanswered, "barn", 3, "4"};
    const AssessmentGap old{AssessmentGap::Kind::old, "barn", 3, "1", {7}};
    const AssessmentGap older{AssessmentGap::Kind::old, "barn", 3, "1", {9}};
    auto at = gate({0, 0, 0, 2, lines_of({old, unanswered})});
    at.waiver = waive(at, "Tiden räcker inte.").value();
    at.waiver->id = {5};
    CHECK(pass(at));
    at.missing = {0, 0, 0, 1, lines_of({unanswered})};
    CHECK(pass(at));
    for (const auto& gaps :
        {std::vector{unanswered, other}, std::vector{older, unanswered}, std::vector{other}}) {
        at.missing = {0, 0, 0, static_cast<std::int64_t>(gaps.size()), lines_of(gaps)};
        CHECK_FALSE(pass(at));
    }
    CHECK(lines_of({old, unanswered}) == lines_of({unanswered, old}));
    at.waiver->missing.gaps.clear();  // of before it was kept which they were
    at.missing = {0, 0, 0, 1, lines_of({unanswered})};
    CHECK_FALSE(pass(at));
}

TEST_CASE("who needs no waiver is not said to have used one") {
    auto at = gate({1, 0, 0});
    at.waiver = waive(at, "Tiden räcker inte.").value();
    at.waiver->id = {5};
    at.missing = {};
    CHECK(pass(at).value() == Id<Waiver>{});
}
