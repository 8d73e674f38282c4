#include "store/log/log_store.hpp"
#include "support/test_conversation.hpp"

#include <doctest/doctest.h>

using namespace example;

TEST_CASE("the staff review with one press, and only those who may steer close the conversation") {
    in_each_conversation([](const TestConversation& pages) {
        (void)pages.conversation.act(app::propose_statement, std::string{"Nytt."}, std::string{"a"});
        const auto& desk = voting_desk;
        const auto moderator = pages.site.session(Role::moderator, pages.site.world.revision);
        const auto leader = pages.site.session(Role::process_leader, pages.site.world.revision);

        CHECK(contains(pages.site.get(desk, moderator), "data-key=\"2\""));
        const auto ruled = pages.site.post(desk + "/3/beslut", moderator, {{"beslut", "leading"}});
        CHECK(ruled.status == 303);
        CHECK(header(ruled, "Location").ends_with(desk + "?gjort=3&var=pending"));
        CHECK(contains(pages.get("/granskning"), "Är en ledande fråga"));
        CHECK(pages.site.post(desk + "/3/beslut", moderator, {{"beslut", "pending"}}).status == 303);
        CHECK_FALSE(contains(pages.get("/granskning"), "Är en ledande fråga"));
        CHECK(pages.site.post(desk + "/2/beslut", moderator, {{"beslut", "hejsan"}}).status == 422);

        CHECK(pages.site.post(desk + "/lage", moderator, {{"gor", "stang"}}).status == 403);
        CHECK(pages.site.post(desk + "/lage", leader, {{"gor", "stang"}}).status == 303);
        CHECK(pages.vote(1, "1").status == 409);
        CHECK(contains(pages.get("/pastaenden"), "Just nu går det inte att rösta"));
    });
}

TEST_CASE("a statement is taken away by one of the reasons, and that can be undone") {
    in_each_conversation([](const TestConversation& pages) {
        const auto& desk = voting_desk;
        const auto moderator = pages.site.session(Role::moderator, pages.site.world.revision);
        const auto with = [&](web::http::Fields query) {
            return pages.site.get(desk, moderator, std::move(query));
        };
        CHECK(contains(pages.site.get(desk, moderator), "?las=1#att-svara-pa"));
        CHECK_FALSE(contains(pages.site.get(desk, moderator), "value=\"duplicate\""));

        const auto reading = with({{"las", "1"}});
        CHECK(contains(reading, "value=\"duplicate\" data-key=\"2\""));
        CHECK_FALSE(contains(reading, "value=\"accepted\""));

        const auto done = with({{"gjort", "1"}, {"var", "accepted"}});
        CHECK(contains(done, "Ångra"));
        CHECK(contains(done, "name=\"beslut\" value=\"accepted\""));
    });
}

TEST_CASE(
    "single persons' votes are for those who lead the process, and the log says that they were fetched") {
    in_each_conversation([](const TestConversation& pages) {
        (void)pages.vote(1, "1");
        const auto desk = voting_desk + '/';
        const auto leader = pages.site.session(Role::process_leader, pages.site.world.revision);
        for (const auto role : {Role::viewer, Role::moderator, Role::handler, Role::editor}) {
            const auto session = pages.site.session(role, pages.site.world.revision);
            CHECK_FALSE(contains(pages.site.get(voting_desk, session), "participants-votes.csv"));
            for (const auto* file : {"comments.csv", "votes.csv", "participants-votes.csv"})
                CHECK(pages.site.post(desk + file, session, {}).status == 403);
        }
        CHECK(contains(pages.site.get(voting_desk, leader), "participants-votes.csv"));
        for (const std::string file : {"comments.csv", "votes.csv", "participants-votes.csv"}) {
            CHECK(pages.site.get(desk + file, leader).status == 404);
            const auto before = store::log_size(*pages.conversation.database.db);
            const auto fetched = pages.site.post(desk + file, leader, {});
            CHECK(fetched.status == 200);
            CHECK(header(fetched, "Cache-Control") == "no-store");
            REQUIRE(store::log_size(*pages.conversation.database.db) == before + 1);
            const auto entry = store::log_entries(*pages.conversation.database.db, before, 1).front();
            CHECK(entry.find("type votes.exported") != std::string::npos);
            CHECK(entry.find("file " + file) != std::string::npos);
        }
    });
}

TEST_CASE("nobody fetches single votes past the log by asking for a later part of them") {
    in_each_conversation([](const TestConversation& pages) {
        (void)pages.vote(1, "1");
        (void)pages.vote(2, "1");
        const auto leader = pages.site.session(Role::process_leader, pages.site.world.revision);
        for (const auto* part : {"1", "1-AAAAAAAAAAAAAAAAAAAA"}) {
            const auto before = store::log_size(*pages.conversation.database.db);
            auto request = pages.site.request(web::http::Method::post, voting_desk + "/votes.csv", leader);
            request.query = {{"efter", part}};
            const auto all = pages.site.answer(request);
            REQUIRE(all.status == 200);
            CHECK(contains(all, "timestamp,datetime,comment-id,voter-id,vote"));
            CHECK(store::log_size(*pages.conversation.database.db) == before + 1);
        }
    });
}
