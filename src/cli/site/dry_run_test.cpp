#include "cli/site/dry_run.hpp"

#include "support/databases.hpp"

#include <nlohmann/json.hpp>

using namespace medskapa;
using namespace medskapa::cli;

TEST_CASE("complaints that say the same of several lines are one cause, named by the first and counted") {
    Trial trial;
    trial.rows = 3;
    trial.columns = {{"region", "dimension", {"2321", "2326"}}};
    trial.refusal = Failure{Failure::Kind::invalid,
        {{"line 2", "Line {}: no.", {"2"}}, {"line 4", "Line {}: no.", {"4"}}, {"file", "Other.", {}}}};

    const auto json = json_of(trial);
    CHECK(json["right"] == false);
    CHECK(json["columns"][0]["read_as"] == "dimension");
    REQUIRE(json["causes"].size() == 2);
    CHECK(json["causes"][0]["count"] == 2);
    CHECK(json["causes"][0]["sentence"] == "Line 2: no.");
    CHECK(json["causes"][1]["count"] == 1);
}

TEST_CASE("a refusal that has no complaints is not right: it is said in a sentence, and the exit code is 1") {
    Trial trial{.rows = 2};
    trial.refusal = Failure{Failure::Kind::closed};

    const auto json = json_of(trial);
    CHECK(json["right"] == false);
    REQUIRE(json["causes"].size() == 1);
    CHECK(json["causes"][0]["count"] == 1);
    CHECK_FALSE(json["causes"][0]["sentence"].get<std::string>().empty());
    CHECK(show_trial(trial, {true, false}) == 1);
    CHECK(show_trial(trial, {true, true}) == 1);
}

TEST_CASE("a trial that nothing refuses is right and has no causes") {
    const auto json = json_of({.rows = 7, .left_out = {"1 note"}});
    CHECK(json["right"] == true);
    CHECK(json["rows"] == 7);
    CHECK(json["causes"].empty());
    CHECK(json["left_out"][0] == "1 note");
}

TEST_CASE("a verb that refuses without a word has refused, and one that does it is taken back") {
    example::on_each_database([](example::TestDatabase& database) {
        const auto closed = [](const app::Act&) -> Result<int> { return refuse(Failure::Kind::closed); };
        const auto refusal = refusal_of(*database.writer, {}, closed);
        REQUIRE(refusal);
        CHECK(refusal->kind == Failure::Kind::closed);

        const auto taken = [](const app::Act&) -> Result<int> { return 1; };
        CHECK_FALSE(refusal_of(*database.writer, {}, taken));
    });
}
