#include "cli/opinion/opinion.hpp"

#include "support/command_line.hpp"

using namespace medskapa;

namespace {

using test::Desk;

test::Ended run(std::vector<std::string> words) {
    words.insert(words.begin(), "opinion");
    return test::run(cli::add_opinion, std::move(words));
}

/// A made-up conversation in the folder `talk`.
struct Talk : Desk {
    explicit Talk(int participants = 120, int statements = 20, const char* density = "0.6") {
        const auto made = run({"synth", "--participants", std::to_string(participants), "--statements",
            std::to_string(statements), "--density", density, "--seed", "3", "--out", path("talk")});
        REQUIRE(made.code == 0);
    }
    std::string folder() const { return path("talk"); }
};

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// What the statements of a matrix' one participant are: `cells` after the participant's name.
test::Ended mapped(const Desk& desk, const std::string& matrix) {
    return run({"map", desk.put("matrix.csv", matrix)});
}

}  // namespace

TEST_CASE("a map has the same bytes with one thread and with two") {
    const Talk talk{300, 400, "0.3"};

    const auto one = run({"map", talk.folder(), "--threads", "1"});
    const auto two = run({"map", talk.folder(), "--threads", "2"});

    REQUIRE(one.code == 0);
    CHECK(one.out == two.out);
}

TEST_CASE("a replay in batches ends in the same bytes as the map, by either rules") {
    const Talk talk;
    for (const std::string mode : {"robust", "polis"}) {
        const auto map = run({"map", talk.folder(), "--mode", mode});
        REQUIRE(map.code == 0);
        CHECK(run({"replay", talk.folder(), "--mode", mode, "--batch", "300"}).out == map.out);
    }
}

TEST_CASE("a replay that goes on from a stored state ends as one that was never stopped") {
    const Talk talk;
    const auto all = talk.contents("talk/votes.csv");
    const auto replay = [&](const std::string& state) {
        return run(
            {"replay", talk.folder(), "--mode", "polis", "--batch", "200", "--state", talk.path(state)});
    };
    const auto whole = replay("whole.csv");
    auto half = all.begin();
    for (int line = 0; line < 601; ++line) half = std::find(half, all.end(), '\n') + 1;
    talk.put("talk/votes.csv", {all.begin(), half});
    CHECK(replay("stopped.csv").code == 0);
    talk.put("talk/votes.csv", all);

    const auto resumed = replay("stopped.csv");

    CHECK(resumed.code == 0);
    CHECK(resumed.out == whole.out);
    CHECK(talk.contents("stopped.csv") == talk.contents("whole.csv"));
}

TEST_CASE("a state goes with the classic rules only, and a broken one is refused by line") {
    const Talk talk;
    CHECK(run({"replay", talk.folder(), "--state", talk.path("state.csv")}).code == 2);

    talk.put("state.csv", "part,count,cluster,member\nmood,0,0,0\n");
    check_refused(run({"replay", talk.folder(), "--mode", "polis", "--state", talk.path("state.csv")}),
        "Line 2: \"mood\" is no part of a replay's state");
}

TEST_CASE("signals are told with the map's difference, from the matrix alone or with times") {
    const Talk talk;
    const auto told = run({"signals", talk.folder()});

    CHECK(told.code == 0);
    for (const auto* key :
        {"\"straight_liners\":[]", "\"rings\":[]", "\"flagged\":[]", "\"left_out\":0", "\"ari\":1"})
        CHECK(holds(told.out, key));
    std::filesystem::remove(talk.path("talk/votes.csv"));
    CHECK(run({"signals", talk.folder()}).code == 0);
    CHECK(run({"signals", talk.path("nowhere")}).code == 1);
}

TEST_CASE("conversations of one, of one statement, of all alike and of passes alone get a map") {
    const Desk desk;
    for (const std::string matrix :
        {"participant,0,1\n7,1,-1\n", "participant,0\n7,1\n8,-1\n", "participant,0,1\n1,1,1\n2,1,1\n3,1,1\n",
            "participant,0,1\n1,0,0\n2,0,0\n", "participant,0\n"}) {
        const auto ended = mapped(desk, matrix);
        CHECK(ended.code == 0);
        CHECK_FALSE(holds(ended.out, "nan"));
        CHECK_FALSE(holds(ended.out, "null"));
    }
}

TEST_CASE("what is no vote is refused in one sentence") {
    const Desk desk;
    test::check_refused(mapped(desk, "participant,0\n1,NaN\n"), "is not a vote");
    test::check_refused(mapped(desk, ""), "The file is empty");
    test::check_refused(run({"map", desk.path("nowhere")}), "could not be read");
}

TEST_CASE("many who voted once get a map, and so do many statements") {
    const Desk desk;
    std::string once = "participant,0,1,2\n";
    for (int i = 0; i < 20'000; ++i) once += std::to_string(i) + (i % 3 == 0 ? ",1,,\n" : ",,-1,\n");
    const auto crowd = mapped(desk, once);
    CHECK(crowd.code == 0);
    CHECK(holds(crowd.out, "\"participants\":20000,"));

    const Talk wide{60, 3100, "0.05"};
    const auto map = run({"map", wide.folder()});
    CHECK(map.code == 0);
    CHECK(holds(map.out, "\"statements\":3100,"));
}
