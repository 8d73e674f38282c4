#include "app/inspel/inspel.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "support/test_conversation.hpp"

#include <doctest/doctest.h>

using namespace example;

TEST_CASE("the map is shown as it was drawn: a vote since then changes nothing on it") {
    in_each_conversation([](const TestConversation& pages) {
        CHECK(contains(
            pages.get("/resultat"), "Kartan visas när minst 20 personer har svarat på 7 påståenden"));
        vote_in_camps(pages.conversation, 12);
        pages.draw();
        const auto page = pages.get("/resultat");
        CHECK(contains(page, "Ungefär 25 personer är med: de som har svarat på minst 7 påståenden"));
        CHECK(contains(page, "<title id=\"karta-t\">Åsiktskarta med 2 grupper</title>"));
        CHECK(contains(page, "Varje märke är minst 5 personer"));
        CHECK(header(page, "Cache-Control").starts_with("public"));

        const auto me = cookie_of(pages.vote(1, "1"));
        pages.draw();
        CHECK(contains(pages.get("/resultat"), "Ungefär 25 personer"));
        CHECK(contains(pages.get("/resultat/jag"), "Rösta på 7 påståenden till"));
        for (int number = 2; number <= 6; ++number) (void)pages.vote(number, "1", me);
        CHECK(contains(pages.get("/resultat/jag", me), "Rösta på 1 påstående till"));
        CHECK_FALSE(contains(pages.get("/resultat/jag", me), "class=\"me\""));
        (void)pages.vote(7, "1", me);
        const auto own = pages.get("/resultat/jag", me);
        CHECK(header(own, "Cache-Control") == "no-store");
        CHECK(contains(own, "Du ligger närmast Grupp"));
        CHECK(contains(own, "när vi lottar bland dina svar hamnar du närmast den"));
        CHECK(contains(own, "class=\"me\""));
    });
}

TEST_CASE("the page shows statements that leave nobody out, with three figures, and how far the map lies") {
    in_each_conversation([](const TestConversation& pages) {
        vote_in_camps(pages.conversation, 12);
        pages.draw();
        const auto page = pages.get("/resultat");
        CHECK(contains(page, "<h2 id=\"urval\">Påståenden som inte lämnar någon utanför</h2>"));
        CHECK(contains(page, "har instämt i minst ett av dem"));
        CHECK(contains(page, "om de som inte har svarat på alla instämmer i resten"));
        CHECK(contains(page, "kan väntas ha instämt, efter hur de som svarar lika har svarat"));
        CHECK(contains(page, "Svarar grannar på kartan lika?"));
        CHECK(contains(page, " % av det som skiljer svaren åt"));
    });
}

TEST_CASE("the page says in fives how many wait for the next map, before and after the first") {
    in_each_conversation([](const TestConversation& pages) {
        vote_in_camps(pages.conversation, 6);
        pages.draw();
        CHECK(contains(pages.get("/resultat"), "Hittills har minst 10 gjort det"));
        const auto vote = [&](int from, int to) {
            for (int person = from; person < to; ++person)
                for (int s = 1; s <= 8; ++s) (void)pages.conversation.vote(key_of(person), s, Stance::agree);
            pages.draw();
        };
        vote(20, 50);
        CHECK(contains(pages.get("/resultat"), "Ungefär 40 personer är med"));
        vote(50, 54);
        CHECK_FALSE(contains(pages.get("/resultat"), "nästa karta."));
        vote(54, 57);
        CHECK(contains(
            pages.get("/resultat"), "Minst 5 personer har svarat eller ändrat sina svar sedan dess"));
    });
}

TEST_CASE("the page and the figures say the same before and after one voter has come, and gone") {
    in_each_conversation([](const TestConversation& pages) {
        vote_in_camps(pages.conversation, 12);
        pages.draw();
        const auto published = [&] {
            pages.draw();
            return pages.get("/resultat").body + pages.get("/resultat.json").body;
        };
        const auto before = published();
        const auto me = cookie_of(pages.vote(1, "1"));
        for (int s = 2; s <= 16; ++s) (void)pages.vote(s, "-1", me);
        (void)pages.conversation.act(app::propose_statement, std::string{"Nytt."}, std::string{"a"});
        CHECK(published() == before);
        CHECK(pages.send("/mina-roster/bort", {}, me).status == 303);
        CHECK(published() == before);
    });
}

TEST_CASE(
    "the result says how sure it is who voted, and what it is without those participants with an unusual "
    "voting pattern") {
    in_each_conversation([](const TestConversation& pages) {
        pages.conversation.seed_up_to(15);
        for (int person = 0; person < 20; ++person)
            for (int s = 1; s <= 8; ++s)
                (void)pages.conversation.vote(
                    key_of(person), s, s == 1 || (person + s) % 2 == 0 ? Stance::disagree : Stance::pass);
        for (int person = 50; person < 60; ++person)
            for (int s = 1; s <= 15; ++s) (void)pages.conversation.vote(key_of(person), s, Stance::agree);
        pages.draw();

        const auto page = pages.get("/resultat");

        CHECK(contains(page, "Anonym, med en nyckel i webbläsaren</th><td class=\"n\">30</td>"));
        CHECK(contains(page, "Ungefär 10 deltagare har svarat"));
        CHECK(contains(page, "<td class=\"n\">33,3 %</td><td class=\"n\">0,0 %</td>"));
    });
}

TEST_CASE("the votes are weighted next to the unweighted once staff have stated how many live where") {
    in_each_conversation([](const TestConversation& pages) {
        const auto leader = pages.site.session(Role::process_leader, pages.site.world.revision);
        const auto& desk = voting_desk;
        pages.conversation.seed_up_to(7);
        const auto answer = [&](int from, int to) {
            for (int person = from; person < to; ++person) {
                const bool is_young = person % 3 == 0;
                const auto me = cookie_of(pages.vote(1, is_young ? "1" : "-1"));
                for (int s = 2; s <= 7; ++s) (void)pages.vote(s, is_young ? "1" : "-1", me);
                (void)pages.send("/om-mig", {{"alder", is_young ? "0-24" : "65-"}}, me);
            }
        };
        answer(0, 30);
        auto keeps = updater_of(pages.conversation);
        keeps.refresh();
        CHECK_FALSE(contains(pages.get("/resultat"), "Om de som röstat vore som regionens invånare"));

        const web::http::Fields population{{"alder-0-24", "3 000"}, {"alder-65-", "1000"}};
        CHECK(pages.site.post(desk + "/befolkning", leader, {{"alder-0-24", "många"}}).status == 422);
        CHECK(pages.site.post(desk + "/befolkning", leader, population).status == 303);
        CHECK(contains(pages.site.get(desk, leader), "value=\"3000\""));
        answer(30, 60);
        keeps.refresh();

        const auto page = pages.get("/resultat");
        CHECK(contains(page, "Om de som röstat vore som regionens invånare"));
        CHECK(contains(page, "<td class=\"n\">33 %</td><td class=\"n\">75 %</td>"));
    });
}

namespace {

void seed_in_one_act(const RunningConversation& conversation, int last) {
    (void)conversation.database.act(conversation.process, [&](auto& act) -> Result<bool> {
        for (int n = 3; n <= last; ++n)
            (void)app::seed_statement(act, conversation.occasion(), "Påstående nummer " + std::to_string(n));
        return true;
    });
}

/// The inspel that the first statement became.
Inspel inspel_of_statement(const RunningConversation& conversation) {
    const auto statement = store::statement_numbered(*conversation.database.db, conversation.activity.id, 1);
    return store::find_inspel(*conversation.database.db, statement->inspel).value();
}

}  // namespace

TEST_CASE("pages stay small however many the statements are") {
    in_each_conversation([](const TestConversation& pages) {
        seed_in_one_act(pages.conversation, 1'000);
        for (int person = 0; person < 20; ++person)
            pages.conversation.vote_up_to(60, key_of(person), Stance::agree);
        pages.draw();
        const auto me = cookie_of(pages.vote(1, "1"));
        const auto leader = pages.site.session(Role::process_leader, pages.site.world.revision);
        const auto& desk = voting_desk;

        constexpr std::size_t small = 60'000;
        CHECK(pages.get("/pastaenden", me).body.size() < small);
        CHECK(pages.get("/resultat").body.size() < small);
        CHECK(pages.get("/granskning").body.size() < small);
        CHECK(pages.site.get(desk, leader).body.size() < 2 * small);
    });
}

TEST_CASE("a statement becomes an inspel by one press, and the two pages lead to each other") {
    in_each_conversation([](const TestConversation& pages) {
        vote_in_camps(pages.conversation, 12);
        pages.draw();
        const auto press = std::string{"/processer/rus-2050/handlaggning/pastaenden/rosta/1/inspel"};
        const auto handler = pages.site.session(Role::handler, pages.site.world.revision);
        CHECK(pages.site.post(press, "", {}).status == 403);
        CHECK(pages.site.post(press, handler, {}).status == 303);
        CHECK(pages.site.post(press, handler, {}).status == 409);
        const auto inspel = inspel_of_statement(pages.conversation);
        const auto address = "/processer/rus-2050/inspel/" + std::to_string(inspel.number);
        CHECK_FALSE(contains(pages.get("/resultat"), address));

        (void)pages.conversation.database.act(
            pages.conversation.process, [&](auto& act) { return app::publish_inspel(act, inspel.number); });

        CHECK(contains(pages.get("/resultat"), address));
        CHECK(contains(pages.site.get(address), "/aktiviteter/rosta/resultat#p1"));
    });
}

TEST_CASE(
    "the table of many statements is shown a part at a time, and a statement's link leads to its part") {
    in_each_conversation([](const TestConversation& pages) {
        pages.conversation.seed_up_to(60);
        for (int person = 0; person < 20; ++person)
            pages.conversation.vote_up_to(60, key_of(person), Stance::agree);
        pages.draw();
        const auto first = pages.get("/resultat");
        const auto second = pages.site.get(voting_place + "/resultat", "", {{"fran", "51"}});

        CHECK(contains(first, "id=\"p50\""));
        CHECK_FALSE(contains(first, "id=\"p51\""));
        CHECK(contains(first, "/resultat?fran=51#alla\" rel=\"next\""));
        CHECK_FALSE(contains(second, "id=\"p50\""));
        CHECK(contains(second, "id=\"p60\""));
        CHECK(contains(second, "/resultat#alla\" rel=\"prev\""));
        CHECK_FALSE(contains(second, "rel=\"next\""));
    });
}
