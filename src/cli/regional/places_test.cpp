#include "cli/regional/regional.hpp"

#include "support/command_line.hpp"
#include "support/people_desk.hpp"
#include "support/shared_gold2.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

using namespace example;

TEST_CASE("skills, neighbours and places write the reference's keys") {
    const auto folder = test::shared_gold2("related", "the second part from the command line");
    if (!folder) return;
    const Desk workspace;
    const auto gold = test::json_at(*folder / "related.json");
    const auto file = [&](const char* name) { return (*folder / name).string(); };
    const auto written = [&](const std::string& to) {
        return nlohmann::json::parse(workspace.contents(to + "/related.json"));
    };

    CHECK(
        run({"skill", "--flows", file("flows.csv"), "--jobs", file("jobs.csv"), "--out", workspace.path("s")})
            .code == 0);
    CHECK(run({"neighbours", "--variables", file("variables.csv"), "--k", "3", "--out", workspace.path("n")})
              .code == 0);
    CHECK(run({"places", "--jobs", file("jobs_suppressed.csv"), "--priorities",
                  workspace.put("p.json", gold["priority_place"]["priorities"].dump()), "--out",
                  workspace.path("p")})
              .code == 0);

    const auto skills = written("s");
    for (const char* key : {"R", "D", "S", "expected", "few", "share_t025"})
        CHECK(skills[key].size() == gold[key].size());
    CHECK(test::equals_gold(skills["S"][3][4].get<double>(), gold["S"][3][4]));
    CHECK(written("n")["neighbours"]["blocks"] == gold["neighbours"]["blocks"]);
    CHECK(written("n")["neighbours"]["nearest"][8][0][0] == gold["neighbours"]["nearest"][8][0][0]);
    CHECK(written("p")["priority_place"]["result"]["visits"][2]["missing"] ==
          gold["priority_place"]["result"]["visits"][2]["missing"]);
    CHECK(workspace.header("s/related_jobs.csv") == "place,industry,share,jobs,largest");
    CHECK(workspace.header("n/benchmarks.csv") ==
          "region,variable,value,median,low_quartile,high_quartile,rank,of");
    CHECK(workspace.header("p/places.csv") == "priority,place,jobs,at_least,lq,step,few,missing");
}

TEST_CASE("what skills, neighbours and places cannot read is refused in one sentence") {
    const Desk workspace;
    const auto jobs = workspace.put("jobs.csv", "place,1,2\nA,5,\n");
    const auto flows = workspace.put("flows.csv", "from,to,people\n1,2,500\n2,1,300\n");

    check_refused(run({"skill", "--flows", workspace.put("x.csv", "from,to,people\n1,1,5\n"), "--out",
                      workspace.path("s")}),
        "x.csv: Nobody changed work");
    check_refused(run({"places", "--jobs", jobs, "--priorities",
                      workspace.put("p.csv", "priority,industry\nforest,3\n"), "--out", workspace.path("s")}),
        "p.csv: The priority forest names the industry 3");
    check_refused(run({"neighbours", "--variables", workspace.put("v.csv", "region,a\nR,x\n"), "--out",
                      workspace.path("s")}),
        "v.csv: Line 2, column a:");
    CHECK_FALSE(std::filesystem::exists(workspace.path("s")));

    const auto more = run({"skill", "--flows", flows, "--jobs",
        workspace.put("more.csv", "place,1,2,3\nA,5,,4\n"), "--out", workspace.path("s")});
    CHECK(more.code == 0);
    CHECK(more.err.find("1 industries of the jobs stand in no row of the flows") != std::string::npos);
    CHECK(more.err.find("1 cells are missing") != std::string::npos);
}

TEST_CASE("a Swede is refused in Swedish by the second part too") {
    const Desk workspace;

    const auto done =
        run({"places", "--jobs", workspace.put("jobs.csv", "place,1\nA,-5\n"), "--priorities",
                workspace.put("p.csv", "priority,industry\nforest,1\n"), "--out", workspace.path("s")},
            "sv_SE.UTF-8");

    CHECK(done.err.find("Rad 2, kolumn 1: -5 är negativt.") != std::string::npos);
}
