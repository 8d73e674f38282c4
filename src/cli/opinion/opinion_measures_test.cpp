#include "cli/opinion/opinion.hpp"

#include "support/opinion_commands.hpp"

#include <filesystem>

using namespace medskapa;
using namespace medskapa::test::opinion_commands;

using test::Desk;

TEST_CASE(
    "measures say what would be published and what an attacker reads of it, and wait for enough people") {
    const MadeUpConversation conversation;
    const auto measured = run({"measures", conversation.folder()});
    CHECK(measured.code == 0);
    for (const auto* part : {"\"blocks\":[[", "\"waiting\":0", "\"attack8\":{\"tids\":[", "\"found\":0"})
        CHECK(holds(measured.out, part));

    const MadeUpConversation small{12};
    const auto waits = run({"measures", small.folder()});
    CHECK(waits.code == 0);
    CHECK(holds(waits.out, "\"published\":0,\"waiting\":12"));
    CHECK_FALSE(holds(waits.out, "\"marks\""));
}

TEST_CASE("measures say what bridges, how sure that is, whom a slate leaves out and how far the map lies") {
    const MadeUpConversation conversation;
    const auto measured = run({"measures", conversation.folder(), "--k", "3"});

    CHECK(measured.code == 0);
    for (const auto* part : {"\"axes\":{\"centre\":[",
             "\"bridging\":{\"lo\":", "\"reliability\":{\"eligible\":20", "\"slate\":{\"k\":3",
             "\"mes_completed\":{\"tids\":[", "\"ejrplus\":true", "\"distortion\":{\"k\":10", "\"words\":\""})
        CHECK(holds(measured.out, part));
    CHECK_FALSE(holds(measured.out, "nan"));
    CHECK(run({"measures", conversation.folder(), "--k", "3"}).out == measured.out);
    CHECK(run({"measures", conversation.folder(), "--k", "3", "--seed", "5"}).out != measured.out);
    CHECK(run({"measures", conversation.folder(), "--k", "11"}).code == 2);
    CHECK(run({"measures", conversation.folder(), "--k", "0"}).code == 2);
}

TEST_CASE(
    "measures of nobody, of one and of all alike say why a figure is absent, and write no number for it") {
    const Desk workspace;
    for (const std::string matrix :
        {"participant,0,1\n", "participant,0\n7,1\n", "participant,0,1\n1,1,1\n2,1,1\n3,1,1\n",
            "participant,0,1\n1,0,0\n2,0,0\n3,0,0\n4,0,0\n5,0,0\n"}) {
        CAPTURE(matrix);
        const auto measured = run({"measures", workspace.put("matrix.csv", matrix)});
        CHECK(measured.code == 0);
        CHECK(holds(measured.out, "\"flag\":\"no axis\""));
        CHECK(holds(measured.out, "\"absent\""));
        CHECK_FALSE(holds(measured.out, "nan"));
        CHECK_FALSE(holds(measured.out, "inf"));
    }
    check_refused(run({"measures", workspace.put("matrix.csv", "participant\n7\n")}),
        "no column is called by the number of a statement");
}

TEST_CASE("a planted conversation is written, the same for the same seed, and its sides are found") {
    const Desk workspace;
    REQUIRE(run({"planted", "clear", "--seed", "4", "--out", workspace.path("a")}).code == 0);
    REQUIRE(run({"planted", "clear", "--seed", "4", "--out", workspace.path("b")}).code == 0);

    CHECK(workspace.contents("a/votes.csv") == workspace.contents("b/votes.csv"));
    const auto measured = run({"measures", workspace.path("a")});
    CHECK(holds(measured.out, "\"participants\":400"));
    CHECK(holds(measured.out, "\"votes\":16000"));
    CHECK(run({"planted", "easy", "--seed", "4", "--out", workspace.path("c")}).code == 2);
}

TEST_CASE("points are weighed with the weights that are asked for, and a weight that is none is refused") {
    const Desk workspace;
    std::string csv = "sector,roads,schools\n";
    for (int i = 0; i < 5; ++i) csv += "citizen,60,40\nbusiness,20,80\n";
    csv += "citizen,60,60\n";
    const auto file = workspace.put("points.csv", csv);

    const auto equal = run({"weigh", "points", file});
    CHECK(equal.code == 0);
    for (const auto* part : {"\"items\":[\"roads\",\"schools\"]", "\"accepted\":10", "\"refused\":1",
             "\"total\":{\"mean\":[40,60]"})
        CHECK(holds(equal.out, part));
    const auto weighted = run({"weigh", "points", file, "--weights", "citizen=3,business=1"});
    CHECK(holds(weighted.out, "\"total\":{\"mean\":[50,50]"));
    for (const std::string wrong :
        {"citizen", "=2", "citizen=x", "citizen=-1", "citizen=nan", "citizen=1e99"})
        check_refused(run({"weigh", "points", file, "--weights", wrong}), "is not a weight");
    check_refused(run({"weigh", "points", workspace.path("nowhere.csv")}), "could not be read");
    check_refused(
        run({"weigh", "points", workspace.put("bad.csv", "a,b\n1,2\n")}), "there is no column \"sector\"");
}

TEST_CASE("best and worst are weighed, and few people are marked as not to be shown") {
    const Desk workspace;
    std::string csv = "person,s1,s2,s3,s4,best,worst\n";
    for (int person = 0; person < 4; ++person) csv += std::to_string(person) + ",0,1,2,3,2,0\n";
    const auto few = run({"weigh", "best-worst", workspace.put("few.csv", csv)});
    const auto five =
        run({"weigh", "best-worst", workspace.put("five.csv", csv + "4,0,1,2,3,2,2\n5,0,1,2,3,2,1\n")});

    CHECK(holds(few.out, "\"may_be_shown\":false"));
    CHECK(holds(
        five.out, "\"people\":5,\"refused\":1,\"may_be_shown\":true,\"best\":[0,0,5,0],\"worst\":[4,1,0,0]"));
    CHECK(holds(run({"weigh", "best-worst", workspace.path("few.csv"), "--items", "5"}).out, "\"items\":5"));
    CHECK(run({"weigh", "best-worst", workspace.path("few.csv"), "--items", "3"}).code == 2);
}

TEST_CASE("a design has a set for each item and round, from four items to a hundred") {
    CHECK(run({"weigh", "design", "--items", "5", "--rounds", "1"}).out ==
          "{\"5\":[[0,1,2,3],[1,2,3,4],[0,2,3,4],[0,1,3,4],[0,1,2,4]]}\n");
    CHECK(run({"weigh", "design", "--items", "3"}).code == 2);
    CHECK(run({"weigh", "design", "--items", "101"}).code == 2);
    CHECK(run({"weigh", "design", "--items", "6", "--rounds", "0"}).code == 2);
}
