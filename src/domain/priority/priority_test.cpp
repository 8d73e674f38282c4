#include "domain/priority/priority.hpp"

#include "domain/field.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

const Day decision_day = *time::read_day("2026-05-14");

Priority proposal() {
    Priority priority;
    priority.number = 3;
    priority.title = Localized{"Energi"};
    priority.text = Localized{"Sol och vind."};
    return priority;
}

Priority decision(Priority::Outcome outcome, const std::string& became, const std::string& motive) {
    Priority priority;
    priority.outcome = outcome;
    priority.became = became;
    priority.motive = motive;
    priority.decided_on = decision_day;
    return priority;
}

bool complains_of(const Failure& failure, Field field) {
    for (const auto& one : failure.complaints)
        if (one.place == Place{field}) return true;
    return false;
}

}  // namespace

TEST_CASE("a priority needs a title and what it is about, and its jobs are a number of people") {
    CHECK(checked(proposal()));
    CHECK_FALSE(checked(Priority{}));
    auto priority = proposal();
    priority.title = Localized{std::string(121, 'a')};
    CHECK(complains_of(checked(priority).error(), Field::title));
    priority = proposal();
    priority.jobs = 0;
    CHECK(checked(priority));
    priority.jobs = -1;
    CHECK(complains_of(checked(priority).error(), Field::jobs));
    priority.jobs = 100'000'001;
    CHECK(complains_of(checked(priority).error(), Field::jobs));
}

TEST_CASE("nothing is decided without why, and not tomorrow") {
    using enum Priority::Outcome;
    const std::vector<int> known{1, 2, 3};
    const auto fits = [&](const Priority& typed, Day today) {
        return decided(proposal(), typed, known, today);
    };

    CHECK(fits(decision(chosen, "", "Störst."), decision_day));
    CHECK(fits(decision(rejected, "", "För få företag."), decision_day));
    CHECK(complains_of(fits(decision(rejected, "", " "), decision_day).error(), Field::motive));
    CHECK(complains_of(fits(decision(proposed, "", "Vi vet inte."), decision_day).error(), Field::outcome));
    CHECK(complains_of(
        fits(decision(chosen, "", "Störst."), decision_day - std::chrono::days{1}).error(), Field::decided));
}

TEST_CASE("what is merged says into what, which is there and is another") {
    using enum Priority::Outcome;
    const std::vector<int> known{1, 2, 3};
    const auto fits = [&](const std::string& became) {
        return decided(proposal(), decision(merged, became, "Smal för sig."), known, decision_day);
    };

    CHECK(fits("1  2 1")->became == "1 2");
    CHECK(complains_of(fits("").error(), Field::became));
    CHECK(complains_of(fits("P-1").error(), Field::became));
    CHECK(complains_of(fits("3").error(), Field::became));
    CHECK(complains_of(fits("4").error(), Field::became));
    CHECK(numbers_in("2 99999999999999 x 0 -1 2 7") == std::vector<int>{2, 7});
}

TEST_CASE("a meeting where one to four took part says no number") {
    Discovery discovery;
    discovery.sectors = "research business nobody";
    discovery.learned = "Elnätet räcker inte.";
    CHECK(checked(discovery)->sectors == "business research");
    for (const std::int64_t people : {1, 4, -1}) {
        discovery.people = people;
        CHECK(complains_of(checked(discovery).error(), Field::people));
    }
    discovery.people = fewest_told;
    CHECK(checked(discovery));
    discovery.sectors = "";
    CHECK(complains_of(checked(discovery).error(), Field::sectors));
    discovery.sectors = "business";
    discovery.learned = " \n";
    CHECK(complains_of(checked(discovery).error(), Field::learned));
}

TEST_CASE("sectors of several meetings are counted once each") {
    Discovery first;
    first.sectors = "business research";
    Discovery second;
    second.sectors = "civil_society business";
    CHECK(sectors_of({first, second}).size() == 3);
    CHECK(sectors_of({}).empty());
}
