#include "domain/decision/decision.hpp"

#include "domain/field.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

const Day today = *time::read_day("2021-03-01");

Decision a_decision() {
    Decision decision;
    decision.decided_on = *time::read_day("2021-02-17");
    decision.paragraph = "§ 12";
    decision.diary_number = "RS/123/2021";
    decision.text = "Strategin antas.";
    return decision;
}

std::vector<Place> complaints_about(const Decision& decision) {
    std::vector<Place> fields;
    const auto result = checked(decision, today);
    if (!result)
        for (const auto& complaint : result.error().complaints) fields.push_back(complaint.place);
    return fields;
}

}  // namespace

TEST_CASE("a decision names its paragraph, its diary number and its words, and all that is missing is said") {
    CHECK(complaints_about(a_decision()).empty());
    auto empty = Decision{};
    empty.decided_on = today;
    CHECK(complaints_about(empty) == std::vector<Place>{Field::paragraph, Field::case_number, Field::text});
    auto long_one = a_decision();
    long_one.paragraph = std::string(101, 'x');
    long_one.dissent = std::string(50'001, 'x');
    CHECK(complaints_about(long_one) == std::vector<Place>{Field::paragraph, Field::dissent});
}

TEST_CASE("a decision is not of tomorrow, and its notice comes neither before it nor tomorrow") {
    auto decision = a_decision();
    decision.decided_on = today + std::chrono::days{1};
    CHECK(complaints_about(decision) == std::vector<Place>{Field::decided});
    decision.decided_on = today;
    decision.noticed_on = today;
    CHECK(complaints_about(decision).empty());
    decision.noticed_on = today - std::chrono::days{1};
    CHECK(complaints_about(decision) == std::vector<Place>{Field::noticed});
    decision.noticed_on = today + std::chrono::days{1};
    CHECK(complaints_about(decision) == std::vector<Place>{Field::noticed});
}

TEST_CASE("an appeal may come in for three weeks after the notice, and until there is one no day is shown") {
    auto decision = a_decision();
    CHECK_FALSE(decision.last_day_to_appeal());
    decision.noticed_on = *time::read_day("2021-02-22");
    CHECK(time::iso(*decision.last_day_to_appeal()) == "2021-03-15");
    decision.noticed_on = *time::read_day("2026-05-29");  // three weeks later it is Midsummer Eve
    CHECK(time::iso(*decision.last_day_to_appeal()) == "2026-06-22");
}

TEST_CASE("a draft is frozen as adopted only when the text had no version before") {
    const Version known;
    for (const auto kind : {Version::Kind::referral, Version::Kind::proposal, Version::Kind::adopted})
        CHECK(may_freeze_as(kind, std::nullopt));
    CHECK(may_freeze_as(Version::Kind::proposal, known));
    CHECK_FALSE(may_freeze_as(Version::Kind::adopted, known));
    CHECK_FALSE(may_freeze_as(Version::Kind::draft, std::nullopt));
}

TEST_CASE("only a proposal becomes adopted") {
    Version version;
    for (const auto kind : {Version::Kind::draft, Version::Kind::referral, Version::Kind::adopted}) {
        version.kind = kind;
        CHECK_FALSE(adopted(version));
    }
    version.kind = Version::Kind::proposal;
    CHECK(adopted(version)->kind == Version::Kind::adopted);
}
