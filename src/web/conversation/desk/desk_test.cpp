#include "support/test_conversation.hpp"

#include <doctest/doctest.h>

using namespace example;

TEST_CASE("the staff review with one press, and only those who may steer close the conversation") {
    in_each_conversation([](const TestConversation& room) {
        (void)room.talk.act(app::propose_statement, std::string{"Nytt."}, std::string{"a"});
        const auto& desk = voting_desk;
        const auto moderator = room.house.session(Role::moderator, room.house.world.revision);
        const auto leader = room.house.session(Role::process_leader, room.house.world.revision);

        CHECK(says(room.house.get(desk, moderator), "data-key=\"2\""));
        const auto ruled = room.house.post(desk + "/3/beslut", moderator, {{"beslut", "leading"}});
        CHECK(ruled.status == 303);
        CHECK(header(ruled, "Location").ends_with(desk + "?gjort=3&var=pending"));
        CHECK(says(room.get("/granskning"), "Är en ledande fråga"));
        CHECK(room.house.post(desk + "/3/beslut", moderator, {{"beslut", "pending"}}).status == 303);
        CHECK_FALSE(says(room.get("/granskning"), "Är en ledande fråga"));
        CHECK(room.house.post(desk + "/2/beslut", moderator, {{"beslut", "hejsan"}}).status == 422);

        CHECK(room.house.post(desk + "/lage", moderator, {{"gor", "stang"}}).status == 403);
        CHECK(room.house.post(desk + "/lage", leader, {{"gor", "stang"}}).status == 303);
        CHECK(room.vote(1, "1").status == 409);
        CHECK(says(room.get("/pastaenden"), "Röster tas inte emot just nu"));
    });
}

TEST_CASE("a statement is taken away by one of the reasons, and that can be undone") {
    in_each_conversation([](const TestConversation& room) {
        const auto& desk = voting_desk;
        const auto moderator = room.house.session(Role::moderator, room.house.world.revision);
        const auto with = [&](web::http::Fields query) {
            return room.house.get(desk, moderator, std::move(query));
        };
        CHECK(says(room.house.get(desk, moderator), "?las=1#att-svara-pa"));
        CHECK_FALSE(says(room.house.get(desk, moderator), "value=\"duplicate\""));

        const auto reading = with({{"las", "1"}});
        CHECK(says(reading, "value=\"duplicate\" data-key=\"2\""));
        CHECK_FALSE(says(reading, "value=\"accepted\""));

        const auto done = with({{"gjort", "1"}, {"var", "accepted"}});
        CHECK(says(done, "Ångra"));
        CHECK(says(done, "name=\"beslut\" value=\"accepted\""));
    });
}

TEST_CASE("single persons' votes are for those who work with the process") {
    in_each_conversation([](const TestConversation& room) {
        (void)room.vote(1, "1");
        const auto desk = voting_desk + '/';
        const auto viewer = room.house.session(Role::viewer, room.house.world.revision);
        for (const auto* file : {"comments.csv", "votes.csv", "participants-votes.csv"}) {
            CHECK(room.house.get(desk + file).status == 403);
            CHECK(room.house.get(desk + file, viewer).status == 200);
        }
        CHECK(
            says(room.house.get(desk + "votes.csv", viewer), "timestamp,datetime,comment-id,voter-id,vote"));
    });
}
