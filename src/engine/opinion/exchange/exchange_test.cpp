#include "engine/opinion/exchange/json.hpp"
#include "engine/opinion/exchange/polis_export.hpp"
#include "engine/opinion/exchange/write_export.hpp"
#include "engine/opinion/report/classic_state.hpp"
#include "support/votes.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <sstream>

using namespace medskapa;
using namespace medskapa::opinion;
using namespace medskapa::opinion::exchange;

namespace {

/// A text in pieces of seven bytes.
Pieces pieces(std::string text) {
    return [text = std::move(text), piece = std::string{}, at = std::size_t{0}]() mutable {
        piece = text.substr(std::min(at, text.size()), 7);
        at += 7;
        return std::string_view{piece};
    };
}

std::string complaint(const Failure& failure) {
    const auto& first = failure.complaints.front();
    std::string words = first.message;
    for (const auto& hole : first.holes) words += " | " + plain(hole);
    return words;
}

constexpr auto head = "participant,group-id,n-comments,n-votes,n-agree,n-disagree";

}  // namespace

TEST_CASE("a matrix is read with its gaps, its passes and its published groups") {
    const auto matrix =
        read_matrix(pieces(std::string{head} + ",0,7,3\n5,1,0,2,1,0,1,,0\n2,,0,1,0,1,,-1,\n8,,0,0,0,0,,,\n"));

    REQUIRE(matrix);
    CHECK(matrix->conversation.statements() == std::vector<StatementId>{0, 3, 7});
    CHECK(matrix->conversation.participants() == std::vector<ParticipantId>{5, 2});
    CHECK(matrix->conversation.ballots(0)[1] == Ballot{1, Vote::pass});
    CHECK(matrix->conversation.ballots(1)[0] == Ballot{2, Vote::disagree});
    CHECK(matrix->groups == std::vector<std::pair<ParticipantId, int>>{{5, 1}});
}

TEST_CASE("a matrix that cannot be read says on which line and why") {
    const auto refused = [](const std::string& text) { return complaint(read_matrix(pieces(text)).error()); };

    CHECK(refused("").starts_with("The file is empty"));
    CHECK(refused("who,0\n1,1\n") == "Line {}: there is no column \"{}\". | 1 | participant");
    CHECK(refused("participant,0\n1,NaN\n").ends_with("| 2 | NaN"));
    CHECK(refused("participant,group-id,0\n1,-2,1\n").ends_with("| 2 | -2"));
    CHECK(refused("participant,0\n1,2\n").ends_with("| 2 | 2"));
    CHECK(refused("participant,0\n1,0.5\n").ends_with("| 2 | 0.5"));
    CHECK(refused("participant,0\nx,1\n").ends_with("| 2 | x"));
    CHECK(refused("participant,0\n1,1\n2,1,1\n").ends_with("| 3"));
    CHECK(refused("participant,0\n1,1\n1,1\n").ends_with("stands twice. | 3 | 1"));
    CHECK(refused("participant,0,0\n1,1,1\n").ends_with("stands twice. | 1 | 0"));
    CHECK(refused("participant,opinion\n1,1\n").starts_with("Line {}: no column is called by the number"));
    CHECK(refused("participant,0\n1,\"1\n").ends_with("take it away. | 2"));
    CHECK(refused("participant,0\n99999999999999999999,1\n").ends_with("| 2 | 99999999999999999999"));
}

TEST_CASE("a matrix reads the same in the exports of different years and as other programs saved it again") {
    const auto plain = read_matrix(pieces(std::string{head} + ",0,7\n5,1,0,2,1,0,1,-1\n2,,0,1,0,1,,0\n"));
    REQUIRE(plain);
    const std::string others[] = {
        "participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,0,7\n5,user5,1,0,2,1,0,1,-1\n2,,,0,1,"
        "0,1,,0\n",
        "\xEF\xBB\xBFParticipant;group_id;0;7;\r\n5;1;1;-1;\r\n2;-1;;0;\r\n;;;;\r\n",
        "participant,group-id,0.0,7.0\n5.0,1.0,1.0,-1.0\n2.0,, ,0.0\n",
        "participant,0,bg-id,7\n5, 1,x,-1\n2,,y, 0\n",
        std::string{"\xFF\xFEp\0a\0r\0t\0i\0c\0i\0p\0a\0n\0t\0\t\0"
                    "0\0\t\0"
                    "7\0\n\0"
                    "5\0\t\0"
                    "1\0\t\0-\0"
                    "1\0\n\0"
                    "2\0\t\0\t\0"
                    "0\0\n\0",
            58}};
    for (const auto& text : others) {
        CAPTURE(text);
        const auto again = read_matrix(pieces(text));
        REQUIRE(again);
        CHECK(again->conversation.statements() == plain->conversation.statements());
        CHECK(again->conversation.participants() == plain->conversation.participants());
        for (std::size_t p = 0; p < 2; ++p)
            CHECK(std::ranges::equal(again->conversation.ballots(p), plain->conversation.ballots(p)));
    }
    CHECK(read_matrix(pieces(others[1]))->groups == plain->groups);
}

TEST_CASE("comments are read with quoted line ends and Chinese, and moderation reaches the conversation") {
    const auto comments = read_comments(
        pieces("timestamp,comment-id,author-id,moderated,is-meta,is-seed,comment-body\n"
               "1,0,4,-1,0,1,\"two\nlines, \"\"quoted\"\"\"\n2,1,4,1,true,0,計程車\n3,9,4,0,0,0,none\n"));

    REQUIRE(comments);
    CHECK(comments->at(0).body == "two\nlines, \"quoted\"");
    CHECK(comments->at(0).is_seed);
    CHECK(comments->at(1).body == "計程車");
    auto conversation = test::voted({"++"});
    apply(*comments, conversation);
    CHECK(conversation.standing(0) == Standing{Standing::Verdict::rejected, false});
    CHECK(conversation.standing(1).is_left_out());
    CHECK(conversation.statements().size() == 2);
}

TEST_CASE("events come in order of time, those of one moment in the order of the file") {
    const auto events = read_events(
        pieces("timestamp,datetime,comment-id,voter-id,vote\n20,x,1,1,1\n10,x,1,1,-1\n20,x,1,1,0\n"));

    REQUIRE(events);
    CHECK(events->at(0).vote == Vote::disagree);
    CHECK(events->at(2).vote == Vote::pass);
    CHECK_FALSE(read_events(pieces("timestamp,comment-id,voter-id,vote\n20,1,1,\n")));
}

TEST_CASE("groups are read from a table and must be small numbers") {
    CHECK(read_groups(pieces("participant,group\n4,0\n5,2\n")) ==
          std::vector<std::pair<ParticipantId, int>>{{4, 0}, {5, 2}});
    CHECK_FALSE(read_groups(pieces("participant,group\n4,-1\n")));
    CHECK_FALSE(read_groups(pieces("participant,group\n4,1000\n")));
}

TEST_CASE("nobody is in two groups") {
    const auto groups = read_groups(pieces("participant,group\n4,0\n5,2\n4,1\n"));
    REQUIRE_FALSE(groups);
    CHECK(groups.error().complaints.front().message == "Line {}: the participant {} stands twice.");
    CHECK(groups.error().complaints.front().holes.size() == 2);
}

TEST_CASE("what is written reads back as the same conversation") {
    const auto conversation = test::voted({"+-0", " + ", "-- "});
    std::stringstream matrix;
    write_matrix(matrix, conversation, {2, {0, Grouping::none, 1}}, {{1, 0, 2, {}, false, ""}});
    CHECK(matrix.str() ==
          std::string{head} + ",0,1,2\n0,0,0,3,1,1,1,-1,0\n1,,0,1,1,0,,1,\n2,1,1,2,0,2,-1,-1,\n");

    const auto again = read_matrix(pieces(matrix.str()));

    REQUIRE(again);
    for (std::size_t p = 0; p < 3; ++p)
        CHECK(std::ranges::equal(again->conversation.ballots(p), conversation.ballots(p)));
}

TEST_CASE("comments and events are written so that they read back") {
    const std::vector<Comment> comments{
        {1'500'000'000'123, 0, 4, {Standing::Verdict::rejected, true}, true, "a, \"b\"\nc"}};
    std::stringstream text;
    write_comments(text, comments, test::voted({"+", "-"}));
    const auto read = read_comments(pieces(text.str()));
    REQUIRE(read);
    CHECK(read->at(0).body == comments[0].body);
    CHECK(read->at(0).standing == comments[0].standing);
    CHECK(read->at(0).timestamp == comments[0].timestamp);

    std::stringstream events;
    EventWriter writer{events};
    writer.write({1'500'000'000'123, 3, 7, Vote::disagree});
    CHECK(events.str() ==
          "timestamp,datetime,comment-id,voter-id,vote\n1500000000123,2017-07-14T02:40:00Z,3,7,-1\n");
}

TEST_CASE("a replay's state is written so that it reads back") {
    const ReplayState state{
        120, {{5, -2, 9}, {-2, 5}, {{0, {5}}, {3, {-2, 9}}}, {{2, {{0, {0}}, {1, {3}}}}}, {2, 7, 2}}};
    std::stringstream text;
    write_replay_state(text, state);

    const auto again = read_replay_state(pieces(text.str()));

    REQUIRE(again);
    CHECK(again->votes == 120);
    CHECK(again->classic.rows == state.classic.rows);
    CHECK(again->classic.in_conversation == state.classic.in_conversation);
    CHECK(again->classic.base == state.classic.base);
    CHECK(again->classic.by_count == state.classic.by_count);
    CHECK(again->classic.smoother == state.classic.smoother);
}

TEST_CASE("a replay's state that cannot be is refused by line") {
    const auto refused = [](const std::string& row) {
        return complaint(read_replay_state(pieces("part,count,cluster,member\n" + row)).error());
    };

    CHECK(refused("base,0,1,5\nbase,0,0,6\n") == "Line {}: the clusters are not in order. | 3");
    CHECK(refused("smoother,2,1,1\n").ends_with("| 2 | smoother"));
    CHECK(refused("groups,6,0,0\n").ends_with("| 2 | groups"));
    CHECK(refused("votes,0,0,-1\n").ends_with("| 2 | votes"));
    CHECK(refused("mood,0,0,0\n").ends_with("| 2 | mood"));
    CHECK(refused("row,0,0,x\n").ends_with("| 2 | x"));
}

TEST_CASE("JSON numbers read back to the same double, and what is not finite is null") {
    std::stringstream out;
    JsonWriter json{out};
    json.open_object();
    json.key("a\"b").value(0.1 + 0.2);
    json.key(-3).open_array();
    json.value(-0.0);
    json.value(std::numeric_limits<double>::infinity());
    json.value(std::int64_t{7});
    json.value(true);
    json.value(std::string_view{"line\n"});
    json.close_array();
    json.close_object();

    CHECK(out.str() == "{\"a\\\"b\":0.30000000000000004,\"-3\":[0,null,7,true,\"line\\u000a\"]}");
    CHECK(std::stod("0.30000000000000004") == 0.1 + 0.2);
}
