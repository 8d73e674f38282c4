#include "cli/site/dry_run.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace medskapa;
using namespace medskapa::cli;

TEST_CASE("complaints that say the same of several lines are one cause, told by the first and counted") {
    Trial trial;
    trial.rows = 3;
    trial.columns = {{"region", "dimension", {"2321", "2326"}}};
    trial.wrong = {
        {"line 2", "Line {}: no.", {"2"}}, {"line 4", "Line {}: no.", {"4"}}, {"file", "Other.", {}}};

    const auto json = json_of(trial);
    CHECK(json["right"] == false);
    CHECK(json["columns"][0]["read_as"] == "dimension");
    REQUIRE(json["causes"].size() == 2);
    CHECK(json["causes"][0]["count"] == 2);
    CHECK(json["causes"][0]["sentence"] == "Line 2: no.");
    CHECK(json["causes"][1]["count"] == 1);
}

TEST_CASE("a trial without complaints is right and has no causes") {
    const auto json = json_of({.rows = 7, .left_out = {"1 note"}});
    CHECK(json["right"] == true);
    CHECK(json["rows"] == 7);
    CHECK(json["causes"].empty());
    CHECK(json["left_out"][0] == "1 note");
}
