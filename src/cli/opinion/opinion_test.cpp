#include "cli/opinion/opinion.hpp"

#include "support/opinion_commands.hpp"

#include <filesystem>

using namespace medskapa;
using namespace medskapa::test::opinion_commands;

namespace {

using test::Desk;

/// What the statements of a matrix' one participant are: `cells` after the participant's name.
test::Ended mapped(const Desk& workspace, const std::string& matrix) {
    return run({"map", workspace.put("matrix.csv", matrix)});
}

}  // namespace

TEST_CASE("a map has the same bytes with one thread and with two") {
    const MadeUpConversation conversation{300, 400, "0.3"};

    const auto one = run({"map", conversation.folder(), "--threads", "1"});
    const auto two = run({"map", conversation.folder(), "--threads", "2"});

    REQUIRE(one.code == 0);
    CHECK(one.out == two.out);
}

TEST_CASE("a replay in batches ends in the same bytes as the map, by either rules") {
    const MadeUpConversation conversation;
    for (const std::string mode : {"robust", "polis"}) {
        const auto map = run({"map", conversation.folder(), "--mode", mode});
        REQUIRE(map.code == 0);
        CHECK(run({"replay", conversation.folder(), "--mode", mode, "--batch", "300"}).out == map.out);
    }
}

TEST_CASE("a replay that goes on from a stored state ends as one that was never stopped") {
    const MadeUpConversation conversation;
    const auto all = conversation.contents("talk/votes.csv");
    const auto replay = [&](const std::string& state) {
        return run({"replay", conversation.folder(), "--mode", "polis", "--batch", "200", "--state",
            conversation.path(state)});
    };
    const auto whole = replay("whole.csv");
    auto half = all.begin();
    for (int line = 0; line < 601; ++line) half = std::find(half, all.end(), '\n') + 1;
    conversation.put("talk/votes.csv", {all.begin(), half});
    CHECK(replay("stopped.csv").code == 0);
    conversation.put("talk/votes.csv", all);

    const auto resumed = replay("stopped.csv");

    CHECK(resumed.code == 0);
    CHECK(resumed.out == whole.out);
    CHECK(conversation.contents("stopped.csv") == conversation.contents("whole.csv"));
}

TEST_CASE("a state goes with the classic rules only, and a broken one is refused by line") {
    const MadeUpConversation conversation;
    CHECK(run({"replay", conversation.folder(), "--state", conversation.path("state.csv")}).code == 2);

    conversation.put("state.csv", "part,count,cluster,member\nmood,0,0,0\n");
    check_refused(
        run({"replay", conversation.folder(), "--mode", "polis", "--state", conversation.path("state.csv")}),
        "Line 2: \"mood\" is no part of a replay's state");
}

TEST_CASE("signals are reported with the map's difference, from the matrix alone or with times") {
    const MadeUpConversation conversation;
    const auto signals = run({"signals", conversation.folder()});

    CHECK(signals.code == 0);
    for (const auto* key :
        {"\"straight_liners\":[]", "\"rings\":[]", "\"flagged\":[]", "\"left_out\":0", "\"ari\":1"})
        CHECK(holds(signals.out, key));
    std::filesystem::remove(conversation.path("talk/votes.csv"));
    CHECK(run({"signals", conversation.folder()}).code == 0);
    CHECK(run({"signals", conversation.path("nowhere")}).code == 1);
}

TEST_CASE("conversations of one, of one statement, of all alike and of passes alone get a map") {
    const Desk workspace;
    for (const std::string matrix :
        {"participant,0,1\n7,1,-1\n", "participant,0\n7,1\n8,-1\n", "participant,0,1\n1,1,1\n2,1,1\n3,1,1\n",
            "participant,0,1\n1,0,0\n2,0,0\n", "participant,0\n"}) {
        const auto ended = mapped(workspace, matrix);
        CHECK(ended.code == 0);
        CHECK_FALSE(holds(ended.out, "nan"));
        CHECK_FALSE(holds(ended.out, "null"));
    }
}

TEST_CASE("what is no vote is refused in one sentence") {
    const Desk workspace;
    test::check_refused(mapped(workspace, "participant,0\n1,NaN\n"), "is not a vote");
    test::check_refused(mapped(workspace, ""), "The file is empty");
    test::check_refused(run({"map", workspace.path("nowhere")}), "could not be read");
}

TEST_CASE("many who voted once get a map, and so do many statements") {
    const Desk workspace;
    std::string once = "participant,0,1,2\n";
    for (int i = 0; i < 20'000; ++i) once += std::to_string(i) + (i % 3 == 0 ? ",1,,\n" : ",,-1,\n");
    const auto crowd = mapped(workspace, once);
    CHECK(crowd.code == 0);
    CHECK(holds(crowd.out, "\"participants\":20000,"));

    const MadeUpConversation wide{60, 3100, "0.05"};
    const auto map = run({"map", wide.folder()});
    CHECK(map.code == 0);
    CHECK(holds(map.out, "\"statements\":3100,"));
}

TEST_CASE("an export is known by either name of its matrix, and with a date before its names") {
    const MadeUpConversation conversation;
    const auto expected = run({"map", conversation.folder()});
    REQUIRE(expected.code == 0);
    const std::filesystem::path folder{conversation.folder()};
    for (const std::string before : {"", "2024-05-01-1230-r8xkb-"}) {
        CAPTURE(before);
        std::filesystem::rename(
            folder / "participants-votes.csv", folder / (before + "participant-votes.csv"));
        if (!before.empty()) {
            for (const std::string name : {"comments.csv", "votes.csv"})
                if (std::filesystem::exists(folder / name))
                    std::filesystem::rename(folder / name, folder / (before + name));
        }
        CHECK(run({"map", conversation.folder()}).out == expected.out);
        std::filesystem::rename(
            folder / (before + "participant-votes.csv"), folder / "participants-votes.csv");
    }
    CHECK(run({"replay", conversation.folder()}).code == 0);
}

TEST_CASE("groups of people who have no vote, and people whom the groups forget, are said") {
    const Desk workspace;
    const auto matrix = workspace.put("participants-votes.csv",
        "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n1,,0,2,1,1,1,-1\n2,,0,2,1,1,-1,1\n"
        "3,,0,2,2,0,1,1\n");
    const auto groups = workspace.put("groups.csv", "participant,group\n1,0\n2,1\n77,1\n");

    const auto map = run({"map", matrix, "--groups", groups});

    CHECK(map.code == 0);
    CHECK(holds(map.err, "1 participant of the groups has no vote in the conversation: 77\n"));
    CHECK(holds(map.err, "1 participant of the conversation has no group in the file: 3\n"));
}
