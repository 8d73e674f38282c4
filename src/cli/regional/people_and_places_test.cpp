#include "cli/regional/regional.hpp"

#include "support/command_line.hpp"
#include "support/people_desk.hpp"
#include "support/shared_gold2.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

using namespace example;

TEST_CASE("a projection writes totals, events, cells and groups, and says that it was not tested") {
    const Desk workspace;

    const auto done = run({"project", "--people", workspace.put("people.csv", people), "--rates",
        workspace.put("rates.csv", rates), "--years", "2", "--out", workspace.path("p")});

    CHECK(done.code == 0);
    CHECK(workspace.header("p/totals.csv") == "municipality,year,people,low,high,tested_error");
    CHECK(workspace.contents("p/totals.csv").find("\nA,2024,1020,,,not tested\n") != std::string::npos);
    CHECK(workspace.header("p/events.csv") == "municipality,year,births,deaths,in,out,adjusted,raised");
    CHECK(workspace.contents("p/events.csv").find("\nA,2025,") != std::string::npos);
    CHECK(workspace.contents("p/cells.csv").find("\nA,women,0,2024,100,100\n") != std::string::npos);
    CHECK(
        workspace.contents("p/groups.csv").find("\nA,men,five years,0+,2024,510,510\n") != std::string::npos);
    CHECK(workspace.contents("p/run.json").find("\"back_test\": \"not tested\"") != std::string::npos);
    CHECK(workspace.contents("p/run.json").find("\"death_decline\": 0.01") != std::string::npos);
}

TEST_CASE("a back-test gives each year a band and each municipality its error") {
    const Desk workspace;

    const auto done = run({"project", "--people", workspace.put("people.csv", people), "--rates",
        workspace.put("rates.csv", rates), "--years", "5", "--back-test", "5", "--out", workspace.path("p")});

    CHECK(done.code == 0);
    CHECK(done.err.find("The test uses the rates of the projection.") != std::string::npos);
    CHECK(workspace.header("p/back_test.csv") ==
          "municipality,actual,projected,error,unchanged,unchanged_error");
    CHECK(workspace.contents("p/totals.csv").find("not tested") == std::string::npos);
    const auto record = workspace.contents("p/run.json");
    for (const char* fact :
        {"\"back_test\": 5", "\"projection_mape\"", "\"unchanged_mape\"", "\"skill\"", "\"band\""})
        CHECK(record.find(fact) != std::string::npos);
    check_refused(
        run({"project", "--people", workspace.path("people.csv"), "--rates", workspace.path("rates.csv"),
            "--years", "5", "--back-test", "4", "--out", workspace.path("q")}),
        "has nobody of 4 years before the last year");
}

TEST_CASE("the back-test of the reference is met from the command line, with those who came to be") {
    const auto folder = test::shared_gold2("projection", "a back-test from the command line");
    if (!folder) return;
    const Desk workspace;
    const auto gold = test::json_at(*folder / "projection.json");
    const auto start = test::contents(*folder / "people.csv");
    auto actual = start.substr(0, start.find('\n') + 1);
    std::size_t at = actual.size();
    for (const auto& municipality : gold["backtest"]["actual"]) {
        for (const auto& sex : municipality) {
            const auto comma = start.find(',', start.find(',', at) + 1);
            actual += start.substr(at, comma - at);
            for (const auto& number : sex) actual += "," + number.dump();
            actual += "\n";
            at = start.find('\n', at) + 1;
        }
    }

    const auto done = run({"project", "--people", (*folder / "people.csv").string(), "--rates",
        (*folder / "rates.csv").string(), "--years", "10", "--back-test", "5", "--actual",
        workspace.put("actual.csv", actual), "--out", workspace.path("p")});

    REQUIRE(done.code == 0);
    const auto record = nlohmann::json::parse(workspace.contents("p/run.json"));
    CHECK(test::equals_gold(record["projection_mape"].get<double>(), gold["backtest"]["projection"]["mape"]));
    CHECK(test::equals_gold(record["unchanged_mape"].get<double>(), gold["backtest"]["unchanged"]["mape"]));
}

TEST_CASE("a county's figures bind the municipalities, and are reported when the futures differ") {
    const Desk workspace;

    const auto done = run({"project", "--people", workspace.put("people.csv", people), "--rates",
        workspace.put("rates.csv", rates), "--county", workspace.put("county.csv", county), "--years", "1",
        "--out", workspace.path("p")});

    CHECK(done.code == 0);
    CHECK(done.err.find("do not describe the same future") != std::string::npos);
    CHECK(workspace.contents("p/totals.csv").find("\nA,2025,1000,") != std::string::npos);
    check_refused(
        run({"project", "--people", workspace.path("people.csv"), "--rates", workspace.path("rates.csv"),
            "--county", workspace.put("late.csv", "year,sex,0,1,2\n2050,women,1,1,1\n2050,men,1,1,1\n"),
            "--years", "1", "--out", workspace.path("q")}),
        "late.csv: None of its years is among the 1 projected ones.");
}

TEST_CASE("scenarios and assumptions change the future, and wrong ones are wrong usage") {
    const Desk workspace;
    const std::vector<std::string> asked{"project", "--people", workspace.put("people.csv", people),
        "--rates", workspace.put("rates.csv", rates), "--years", "3", "--out", workspace.path("p")};
    const auto total = [&](std::vector<std::string> more) {
        more.insert(more.begin(), asked.begin(), asked.end());
        REQUIRE(run(more).code == 0);
        return nlohmann::json::parse(workspace.contents("p/run.json"))["people_at_end"].get<double>();
    };

    CHECK(total({"--scenario", "low"}) < total({}));
    CHECK(total({"--scenario", "high"}) > total({"--scenario", "main"}));
    CHECK(total({"--assume", "births=0,moving_in=0"}) < total({"--scenario", "no-moving"}));
    for (const char* wrong : {"births=-1", "births", "death_decline=2", "luck=1", "births=x"}) {
        auto words = asked;
        words.insert(words.end(), {"--assume", wrong});
        CHECK(run(words).code == 2);
    }
    auto words = asked;
    words.insert(words.end(), {"--scenario", "best"});
    CHECK(run(words).code == 2);
    words = asked;
    words[6] = "0";
    CHECK(run(words).code == 2);
}

TEST_CASE("people and rates that cannot be projected are refused by file and line, and nothing is written") {
    const Desk workspace;
    const auto with = [&](const std::string& of_people, const std::string& of_rates) {
        return run({"project", "--people", workspace.put("people.csv", of_people), "--rates",
            workspace.put("rates.csv", of_rates), "--years", "2", "--out", workspace.path("p")});
    };
    auto high = rates;
    high.replace(high.find("0.01,0.1"), 4, "1.01");

    check_refused(
        with(people, high), "rates.csv: Line 3, column 1: death risk of women of this age in (all) is 1.01.");
    check_refused(with(people, "municipality,what,sex,born,0,1,2\n(all),fertility,women,,0,0.5,0.1\n"),
        "No row gives death risk of women in A.");
    check_refused(
        with("municipality,sex,0,1\nA,women,1,2\nA,men,1,\n", rates), "people.csv: Line 3, column 1:");
    check_refused(with("municipality,sex,0,1\nA,women,1,2\nA,men,1,2\n", rates), "The rates have 3 ages");
    CHECK_FALSE(std::filesystem::exists(workspace.path("p")));
}
