#include "engine/regional/places/priority_places.hpp"

#include "engine/regional/read/wide/jobs.hpp"
#include "support/shared_gold2.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::regional;
using Step = PriorityInPlace::Step;

TEST_CASE("priorities by place equal the reference") {
    const auto folder = test::shared_gold2("related", "priorities by place");
    if (!folder) return;
    const auto gold = test::json_at(*folder / "related.json")["priority_place"];
    const auto jobs = read::read_jobs(test::contents(*folder / "jobs_suppressed.csv")).value();
    const auto priorities = read::read_priorities(gold["priorities"].dump()).value();

    const auto rows = priorities_by_place(jobs, priorities).value();

    REQUIRE(rows.size() == gold["result"].size());
    for (const auto& row : rows) {
        const auto& theirs = gold["result"][row.priority];
        REQUIRE(theirs.size() == row.places.size());
        for (std::size_t m = 0; m < theirs.size(); ++m) {
            CHECK(test::equals_gold(row.places[m].jobs, theirs[m]["jobs"]));
            CHECK(test::equals_gold(row.places[m].quotient, theirs[m]["lq"]));
            CHECK(row.places[m].missing == theirs[m]["missing"].get<std::size_t>());
            CHECK(row.places[m].is_few() == theirs[m]["few"].get<bool>());
        }
    }
}

TEST_CASE(
    "a place's quotient is its share of the priority over everybody's, and missing jobs are in no sum") {
    const auto jobs = read::read_jobs("place,1,2,3\na,10,,30\nb,5,5,50\nc,0,0,0\n").value();

    const auto rows = priorities_by_place(jobs, {{"both", {"1", "2", "2"}}, {"one", {"3"}}}).value();

    const auto& both = rows[0].places;
    CHECK(both[0].jobs == 10);
    CHECK(both[0].missing == 1);
    CHECK_FALSE(both[0].is_few());
    CHECK(*both[0].quotient == doctest::Approx((10.0 / 40) / (20.0 / 100)));
    CHECK(*both[1].quotient == doctest::Approx((10.0 / 60) / (20.0 / 100)));
    CHECK_FALSE(both[2].quotient);
    CHECK(both[2].is_few());
}

TEST_CASE("steps of colour are below 0.8, up to 1.2 and above") {
    const auto step = [](double quotient) { return *PriorityInPlace{100, 0, quotient}.step(); };
    CHECK(step(0.799) == Step::low);
    CHECK(step(0.8) == Step::as_all);
    CHECK(step(1.2) == Step::as_all);
    CHECK(step(1.201) == Step::high);
    CHECK_FALSE(PriorityInPlace{}.step());
}

TEST_CASE("a priority that nobody works in has no quotient, and unknown industries are refused") {
    const auto jobs = read::read_jobs("place,1,2\na,10,0\nb,5,0\n").value();

    CHECK_FALSE(priorities_by_place(jobs, {{"none", {"2"}}})->front().places[0].quotient);
    CHECK(in_english(priorities_by_place(jobs, {{"new", {"3"}}}).error().complaints[0]) ==
          "The priority new names the industry 3, which the jobs do not have. Correct the code.");
    CHECK_FALSE(priorities_by_place(jobs, {{"empty", {}}}));
}
