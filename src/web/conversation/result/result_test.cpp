#include "app/inspel/inspel.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "support/test_conversation.hpp"

#include <doctest/doctest.h>

using namespace example;

TEST_CASE("the map is shown as it was drawn: a vote since then changes nothing on it") {
    in_each_conversation([](const TestConversation& room) {
        CHECK(says(room.get("/resultat"), "Kartan visas när 5 personer"));
        vote_in_camps(room.talk, 12);
        room.draw();
        const auto page = room.get("/resultat");
        CHECK(says(page, "24 personer har röstat"));
        CHECK(says(page, "<title id=\"karta-t\">Åsiktskarta med 2 grupper</title>"));
        CHECK(header(page, "Cache-Control").starts_with("public"));

        const auto me = cookie_of(room.vote(1, "1"));
        CHECK(says(room.get("/resultat"), "24 personer har röstat"));
        CHECK(says(room.get("/resultat/jag"), "Rösta på 7 påståenden till"));
        for (int number = 2; number <= 6; ++number) (void)room.vote(number, "1", me);
        CHECK(says(room.get("/resultat/jag", me), "Rösta på 1 påstående till"));
        CHECK_FALSE(says(room.get("/resultat/jag", me), "class=\"me\""));
        (void)room.vote(7, "1", me);
        const auto own = room.get("/resultat/jag", me);
        CHECK(header(own, "Cache-Control") == "no-store");
        CHECK(says(own, "Du ligger närmast Grupp"));
        CHECK(says(own, "class=\"me\""));
    });
}

TEST_CASE("the result says how sure it is who voted, and what it is without those who stand out") {
    in_each_conversation([](const TestConversation& room) {
        for (int s = 3; s <= 15; ++s) room.talk.seed("Påstående nummer " + std::to_string(s));
        for (int person = 0; person < 10; ++person) (void)room.talk.vote(key_of(person), 1, Stance::disagree);
        for (int person = 50; person < 56; ++person)
            for (int s = 1; s <= 15; ++s) (void)room.talk.vote(key_of(person), s, Stance::agree);
        room.draw();

        const auto page = room.get("/resultat");

        CHECK(says(page, "Anonym, med en nyckel i webbläsaren</th><td class=\"n\">16</td>"));
        CHECK(says(page, "6 deltagare svarar"));
        CHECK(says(page, "<td class=\"n\">37,5 %</td><td class=\"n\">0,0 %</td>"));
    });
}

TEST_CASE("the votes are weighted beside the unweighted once staff have told how many live where") {
    in_each_conversation([](const TestConversation& room) {
        const auto leader = room.house.session(Role::process_leader, room.house.world.revision);
        const auto& desk = voting_desk;
        for (int person = 0; person < 15; ++person) {
            const auto me = cookie_of(room.vote(1, person < 5 ? "1" : "-1"));
            (void)room.send("/om-mig", {{"alder", person < 5 ? "0-24" : "65-"}}, me);
        }
        room.draw();
        CHECK_FALSE(says(room.get("/resultat"), "Om de som röstat vore som länet"));

        const web::http::Fields population{{"alder-0-24", "3 000"}, {"alder-65-", "1000"}};
        CHECK(room.house.post(desk + "/befolkning", leader, {{"alder-0-24", "många"}}).status == 422);
        CHECK(room.house.post(desk + "/befolkning", leader, population).status == 303);
        CHECK(says(room.house.get(desk, leader), "value=\"3000\""));
        room.draw();

        const auto page = room.get("/resultat");
        CHECK(says(page, "Om de som röstat vore som länet"));
        CHECK(says(page, "<td class=\"n\">33 %</td><td class=\"n\">75 %</td>"));
    });
}

TEST_CASE("pages stay small however many the statements are") {
    in_each_conversation([](const TestConversation& room) {
        (void)room.talk.home.act(room.talk.process, [&](auto& act) -> Result<bool> {
            const auto at = room.talk.occasion();
            for (int n = 3; n <= 1'000; ++n)
                (void)app::seed_statement(act, at, "Påstående nummer " + std::to_string(n));
            return true;
        });
        for (int person = 0; person < 6; ++person) (void)room.talk.vote(key_of(person), 1, Stance::agree);
        room.draw();
        const auto me = cookie_of(room.vote(1, "1"));
        const auto leader = room.house.session(Role::process_leader, room.house.world.revision);
        const auto& desk = voting_desk;

        constexpr std::size_t small = 60'000;
        CHECK(room.get("/pastaenden", me).body.size() < small);
        CHECK(room.get("/resultat").body.size() < small);
        CHECK(room.get("/granskning").body.size() < small);
        CHECK(room.house.get(desk, leader).body.size() < 2 * small);
    });
}

TEST_CASE("a statement becomes an inspel by one press, and the two pages lead to each other") {
    in_each_conversation([](const TestConversation& room) {
        vote_in_camps(room.talk, 6);
        room.draw();
        const auto press = std::string{"/processer/rus-2050/handlaggning/pastaenden/rosta/1/inspel"};
        const auto handler = room.house.session(Role::handler, room.house.world.revision);
        CHECK(room.house.post(press, "", {}).status == 403);
        CHECK(room.house.post(press, handler, {}).status == 303);
        CHECK(room.house.post(press, handler, {}).status == 409);
        const auto statement = store::statement_numbered(*room.talk.home.db, room.talk.activity.id, 1);
        const auto inspel = store::find_inspel(*room.talk.home.db, statement->inspel).value();
        const auto address = "/processer/rus-2050/inspel/" + std::to_string(inspel.number);
        CHECK_FALSE(says(room.get("/resultat"), address));

        (void)room.talk.home.act(
            room.talk.process, [&](auto& act) { return app::publish_inspel(act, inspel.number); });

        CHECK(says(room.get("/resultat"), address));
        CHECK(says(room.house.get(address), "/aktiviteter/rosta/resultat#p1"));
    });
}

TEST_CASE(
    "the table of many statements is shown a part at a time, and a statement's link leads to its part") {
    in_each_conversation([](const TestConversation& room) {
        for (int s = 3; s <= 60; ++s) room.talk.seed("Påstående nummer " + std::to_string(s));
        for (int person = 0; person < 5; ++person) (void)room.talk.vote(key_of(person), 60, Stance::agree);
        room.draw();
        auto later = room.house.request(web::http::Method::get, voting_place + "/resultat");
        later.query = {{"fran", "51"}};

        const auto first = room.get("/resultat");
        const auto second = room.house.answer(later);

        CHECK(says(first, "id=\"p50\""));
        CHECK_FALSE(says(first, "id=\"p51\""));
        CHECK(says(first, "/resultat?fran=51#alla\" rel=\"next\""));
        CHECK_FALSE(says(second, "id=\"p50\""));
        CHECK(says(second, "id=\"p60\""));
        CHECK(says(second, "/resultat#alla\" rel=\"prev\""));
        CHECK_FALSE(says(second, "rel=\"next\""));
    });
}
