#include "support/test_conversation.hpp"

#include <doctest/doctest.h>
#include <atomic>
#include <thread>

using namespace example;

TEST_CASE("the first vote gives a key that scripts cannot read, the next ones use it") {
    in_each_conversation([](const TestConversation& room) {
        const auto first = room.vote(1, "1");

        CHECK(first.status == 303);
        CHECK(header(first, "Location").ends_with("/pastaenden#att-svara-pa"));
        const auto set = header(first, "Set-Cookie");
        CHECK(set.find("; HttpOnly; SameSite=Lax") != std::string::npos);
        const auto second = room.vote(2, "0", cookie_of(first));
        CHECK(header(second, "Set-Cookie").empty());
        CHECK(room.talk.rows("participant") == 1);
        CHECK(room.talk.rows("vote") == 2);
    });
}

TEST_CASE("a key is never taken from what a request holds, nor from a cookie that is none of ours") {
    in_each_conversation([](const TestConversation& room) {
        auto request = room.house.request(web::http::Method::post, voting_place + "/rost");
        request.form = {{"nummer", "1"}, {"rost", "1"}, {"deltar", key_of(7)}, {"nyckel", key_of(7)}};
        request.query = {{"deltar", key_of(7)}};
        request.headers["cookie"] = "deltar=../../etc";

        const auto answer = room.house.answer(request);

        CHECK(cookie_of(answer).size() == std::string{"deltar="}.size() + 32);
        CHECK(cookie_of(answer).find(key_of(7)) == std::string::npos);
    });
}

TEST_CASE("a refused vote gives no cookie, and what the statement was is not told") {
    in_each_conversation([](const TestConversation& room) {
        for (const auto& [number, stance, status] : std::vector<std::tuple<int, const char*, int>>{
                 {99, "1", 404}, {0, "1", 404}, {1, "2", 422}, {1, "", 422}}) {
            const auto answer = room.vote(number, stance);
            CHECK(answer.status == status);
            CHECK(header(answer, "Set-Cookie").empty());
        }
        CHECK(room.talk.rows("participant") == 0);
    });
}

TEST_CASE("a vote from another site's page is refused") {
    in_each_conversation([](const TestConversation& room) {
        auto request = room.house.request(web::http::Method::post, voting_place + "/rost");
        request.form = {{"nummer", "1"}, {"rost", "1"}};
        request.headers["origin"] = "https://example.org";
        CHECK(room.house.answer(request).status == 403);
        CHECK(room.talk.rows("vote") == 0);
    });
}

TEST_CASE("four hundred newcomers at once are four hundred participants") {
    in_each_conversation([](const TestConversation& room) {
        std::atomic<int> accepted{0};
        std::vector<std::thread> people;
        for (int i = 0; i < 64; ++i)
            people.emplace_back([&room, &accepted, i] {
                const auto db = sql::open(room.talk.home.where, sql::Access::read_only);
                for (int person = i; person < 400; person += 64) {
                    auto request = room.house.request(web::http::Method::post, voting_place + "/rost");
                    request.form = {{"nummer", "1"}, {"rost", "1"}};
                    if (room.house.router.answer(room.house.site, *db, request).status == 303) ++accepted;
                }
            });
        for (auto& person : people) person.join();

        CHECK(accepted == 400);
        CHECK(room.talk.rows("participant") == 400);
    });
}

TEST_CASE("a voter is shown what is left, sees the answers given, and can change them") {
    in_each_conversation([](const TestConversation& room) {
        const auto me = cookie_of(room.vote(1, "1"));

        const auto page = room.get("/pastaenden", me);

        CHECK(says(page,
            "<blockquote id=\"att-svara-pa\" tabindex=\"-1\">Skolan i byn ska finnas kvar.</blockquote>"));
        CHECK(says(page, "Du har svarat på 1 av 2"));
        CHECK(header(page, "Cache-Control") == "no-store");
        (void)room.vote(2, "0", me);
        const auto end = room.get("/pastaenden", me);
        CHECK(says(end, "<h1 id=\"att-svara-pa\" tabindex=\"-1\">Du har svarat på alla"));
        CHECK(says(end, "Sedan stängs röstningen"));
        auto again = room.house.request(web::http::Method::get, voting_place + "/pastaenden");
        again.query = {{"nummer", "1"}};
        again.headers["cookie"] = me;
        CHECK(says(room.house.answer(again), "ska gå varje timme.</blockquote>"));
    });
}

TEST_CASE("the chance that a statement had is kept with the vote only where we proved it") {
    in_each_conversation([](const TestConversation& room) {
        const auto page = room.get("/pastaenden").body;
        const auto at = page.find("name=\"visad\" value=\"") + 20;
        const auto proof = page.substr(at, page.find('"', at) - at);
        const int number = page.find("name=\"nummer\" value=\"1\"") != page.npos ? 1 : 2;
        const auto send = [&](int statement, const std::string& with) {
            auto request = room.house.request(web::http::Method::post, voting_place + "/rost");
            request.form = {{"nummer", std::to_string(statement)}, {"rost", "1"}, {"visad", with}};
            CHECK(room.house.answer(request).status == 303);
            const auto rows =
                room.talk.home.db->run("SELECT probability FROM vote_cast ORDER BY id DESC LIMIT 1");
            return rows.front().is_null("probability") ? -1 : rows.front().real("probability");
        };
        CHECK(send(number, proof) == doctest::Approx(0.5));
        CHECK(send(3 - number, proof) == -1);
        CHECK(send(number, "0.9" + proof.substr(proof.find('-'))) == -1);
        CHECK(send(number, "") == -1);
    });
}

TEST_CASE("what nearly stands there is shown before a statement is taken") {
    in_each_conversation([](const TestConversation& room) {
        const auto send = [&](const std::string& text, const char* anyway) {
            const auto page = room.get("/pastaenden").body;
            const auto at = page.rfind("name=\"nyckel\" value=\"") + 21;
            auto request = room.house.request(web::http::Method::post, voting_place + "/pastaenden");
            request.form = {
                {"pastaende", text}, {"anda", anyway}, {"nyckel", page.substr(at, page.find('"', at) - at)}};
            return room.house.answer(request);
        };
        const auto alike = send("Bussarna ska gå varje timme", "");
        CHECK(alike.status == 200);
        CHECK(says(alike, "Det här är nästan sagt redan"));
        CHECK(room.talk.rows("statement") == 2);

        CHECK(send("Bussarna ska gå varje timme", "ja").status == 303);
        CHECK(send("Fler laddstolpar", "").status == 303);
        CHECK(send("", "").status == 422);
        CHECK(room.talk.rows("statement") == 4);
    });
}

TEST_CASE("a voter tells where they live and takes back their votes, once they have voted") {
    in_each_conversation([](const TestConversation& room) {
        CHECK_FALSE(says(room.get("/pastaenden"), "Ta tillbaka dina röster"));
        const auto me = cookie_of(room.vote(1, "1"));
        CHECK(says(room.get("/pastaenden", me), "Ta tillbaka dina röster"));

        CHECK(room.send("/om-mig", {{"kommun", "outside"}, {"vem", "citizen"}}, me).status == 303);
        CHECK(room.send("/om-mig", {{"kommun", "x"}, {"vem", ""}}, me).status == 422);
        const auto& desk = voting_desk;
        const auto viewer = room.house.session(Role::viewer, room.house.world.revision);
        CHECK(says(room.house.get(desk, viewer), "0 personer har inte berättat var de bor"));

        CHECK(room.send("/mina-roster/bort", {}, "").status == 404);
        CHECK(room.talk.rows("vote") == 1);
        CHECK(room.send("/mina-roster/bort", {}, me).status == 303);
        CHECK(room.talk.rows("vote") == 0);
        CHECK(says(room.get("/pastaenden", me), "Du har svarat på 0 av 2"));
    });
}
