#include "base/signer.hpp"
#include "support/test_conversation.hpp"

#include <doctest/doctest.h>
#include <atomic>
#include <thread>

using namespace example;

TEST_CASE("the first vote gives a key that scripts cannot read, the next ones use it") {
    in_each_conversation([](const TestConversation& pages) {
        const auto first = pages.vote(1, "1");

        CHECK(first.status == 303);
        CHECK(header(first, "Location").ends_with("/pastaenden#att-svara-pa"));
        const auto set = header(first, "Set-Cookie");
        CHECK(set.find("; HttpOnly; SameSite=Lax") != std::string::npos);
        const auto second = pages.vote(2, "0", cookie_of(first));
        CHECK(header(second, "Set-Cookie").empty());
        CHECK(pages.conversation.rows("participant") == 1);
        CHECK(pages.conversation.rows("vote") == 2);
    });
}

TEST_CASE("a key is never taken from what a request holds, nor from a cookie that is none of ours") {
    in_each_conversation([](const TestConversation& pages) {
        auto request = pages.site.request(web::http::Method::post, voting_place + "/rost");
        request.form = {{"nummer", "1"}, {"rost", "1"}, {"deltar", key_of(7)}, {"nyckel", key_of(7)}};
        request.query = {{"deltar", key_of(7)}};
        const auto ours = cookie_of(pages.vote(1, "1"));
        const auto key = ours.substr(0, ours.size() - 21);
        const auto changed = ours.substr(0, 7) + (ours[7] == '0' ? '1' : '0') + ours.substr(8);
        const auto elsewhere = "deltar=" + sign("medskapa.voter.v1", key_of(7), std::string(32, 'x'));
        for (const auto& cookie : {std::string{"deltar=../../etc"}, "deltar=" + key_of(7), key, changed,
                 elsewhere, "deltar=" + sign("medskapa.form.v1", key_of(7), secret), key + '-', ours + '0',
                 std::string{"deltar="}, std::string{"deltar=-"}}) {
            CAPTURE(cookie);
            request.headers["cookie"] = cookie;
            const auto before = pages.conversation.rows("participant");

            const auto answer = pages.site.answer(request);

            CHECK(cookie_of(answer).size() == std::string{"deltar="}.size() + 32 + 1 + 20);
            CHECK(cookie_of(answer).find(key_of(7)) == std::string::npos);
            CHECK(cookie_of(answer).find(key) == std::string::npos);
            CHECK(pages.conversation.rows("participant") == before + 1);
        }
    });
}

TEST_CASE("a refused vote gives no cookie, and what the statement was is not shown") {
    in_each_conversation([](const TestConversation& pages) {
        for (const auto& [number, stance, status] : std::vector<std::tuple<int, const char*, int>>{
                 {99, "1", 404}, {0, "1", 404}, {1, "2", 422}, {1, "", 422}}) {
            const auto answer = pages.vote(number, stance);
            CHECK(answer.status == status);
            CHECK(header(answer, "Set-Cookie").empty());
        }
        CHECK(pages.conversation.rows("participant") == 0);
    });
}

TEST_CASE("a vote from another site's page is refused") {
    in_each_conversation([](const TestConversation& pages) {
        auto request = pages.site.request(web::http::Method::post, voting_place + "/rost");
        request.form = {{"nummer", "1"}, {"rost", "1"}};
        request.headers["origin"] = "https://example.org";
        CHECK(pages.site.answer(request).status == 403);
        CHECK(pages.conversation.rows("vote") == 0);
    });
}

TEST_CASE("four hundred newcomers at once are four hundred participants") {
    in_each_conversation([](const TestConversation& pages) {
        std::atomic<int> accepted{0};
        std::vector<std::thread> people;
        for (int i = 0; i < 64; ++i)
            people.emplace_back([&pages, &accepted, i] {
                const auto db = sql::open(pages.conversation.database.where, sql::Access::read_only);
                for (int person = i; person < 400; person += 64) {
                    auto request = pages.site.request(web::http::Method::post, voting_place + "/rost");
                    request.form = {{"nummer", "1"}, {"rost", "1"}};
                    if (pages.site.router.answer(pages.site.web_site, *db, request).status == 303) ++accepted;
                }
            });
        for (auto& person : people) person.join();

        CHECK(accepted == 400);
        CHECK(pages.conversation.rows("participant") == 400);
    });
}

TEST_CASE("a voter is shown what is left, sees the answers given, and can change them") {
    in_each_conversation([](const TestConversation& pages) {
        const auto me = cookie_of(pages.vote(1, "1"));

        const auto page = pages.get("/pastaenden", me);

        CHECK(contains(page,
            "<blockquote id=\"att-svara-pa\" tabindex=\"-1\">Skolan i byn ska finnas kvar.</blockquote>"));
        CHECK(contains(page, "Du har svarat på 1 av 2"));
        CHECK(header(page, "Cache-Control") == "no-store");
        (void)pages.vote(2, "0", me);
        const auto end = pages.get("/pastaenden", me);
        CHECK(contains(end, "<h1 id=\"att-svara-pa\" tabindex=\"-1\">Du har svarat på alla"));
        CHECK(contains(end, "Sedan stängs röstningen"));
        auto again = pages.site.request(web::http::Method::get, voting_place + "/pastaenden");
        again.query = {{"nummer", "1"}};
        again.headers["cookie"] = me;
        CHECK(contains(pages.site.answer(again), "ska gå varje timme.</blockquote>"));
    });
}

TEST_CASE("the chance that a statement had is kept with the vote only where we proved it") {
    in_each_conversation([](const TestConversation& pages) {
        const auto page = pages.get("/pastaenden").body;
        const auto at = page.find("name=\"visad\" value=\"") + 20;
        const auto proof = page.substr(at, page.find('"', at) - at);
        const int number = page.find("name=\"nummer\" value=\"1\"") != page.npos ? 1 : 2;
        const auto send = [&](int statement, const std::string& with) {
            auto request = pages.site.request(web::http::Method::post, voting_place + "/rost");
            request.form = {{"nummer", std::to_string(statement)}, {"rost", "1"}, {"visad", with}};
            CHECK(pages.site.answer(request).status == 303);
            const auto rows = pages.conversation.database.db->run(
                "SELECT probability FROM vote_cast ORDER BY id DESC LIMIT 1");
            return rows.front().is_null("probability") ? -1 : rows.front().real("probability");
        };
        CHECK(send(number, proof) == doctest::Approx(0.5));
        CHECK(send(3 - number, proof) == -1);
        CHECK(send(number, "0.9" + proof.substr(proof.find('-'))) == -1);
        CHECK(send(number, "") == -1);
    });
}

namespace {

web::Response propose(const TestConversation& pages, const std::string& text, const std::string& anyway) {
    const auto page = pages.get("/pastaenden").body;
    const auto at = page.rfind("name=\"nyckel\" value=\"") + 21;
    return pages.send("/pastaenden",
        {{"pastaende", text}, {"anda", anyway}, {"nyckel", page.substr(at, page.find('"', at) - at)}}, "");
}

}  // namespace

TEST_CASE("what nearly stands there is shown before a statement is taken") {
    in_each_conversation([](const TestConversation& pages) {
        const auto send = [&](const char* text, const char* anyway) { return propose(pages, text, anyway); };
        const auto alike = send("Bussarna ska gå varje timme", "");
        CHECK(alike.status == 200);
        CHECK(contains(alike, "Det finns redan ett liknande påstående"));
        CHECK(pages.conversation.rows("statement") == 2);

        CHECK(send("Bussarna ska gå varje timme", "ja").status == 303);
        CHECK(send("Fler laddstolpar", "").status == 303);
        CHECK(send("", "").status == 422);
        CHECK(pages.conversation.rows("statement") == 4);
    });
}

TEST_CASE("a voter says where they live and takes back their votes, once they have voted") {
    in_each_conversation([](const TestConversation& pages) {
        CHECK_FALSE(contains(pages.get("/pastaenden"), "Ta tillbaka dina röster"));
        const auto me = cookie_of(pages.vote(1, "1"));
        CHECK(contains(pages.get("/pastaenden", me), "Ta tillbaka dina röster"));

        CHECK(pages.send("/om-mig", {{"kommun", "outside"}, {"vem", "citizen"}}, me).status == 303);
        CHECK(pages.send("/om-mig", {{"kommun", "x"}, {"vem", ""}}, me).status == 422);
        const auto& desk = voting_desk;
        const auto viewer = pages.site.session(Role::viewer, pages.site.world.revision);
        CHECK(contains(pages.site.get(desk, viewer), "Minst 0 personer har inte berättat var de bor"));

        CHECK(pages.send("/mina-roster/bort", {}, "").status == 404);
        CHECK(pages.conversation.rows("vote") == 1);
        CHECK(pages.send("/mina-roster/bort", {}, me).status == 303);
        CHECK(pages.conversation.rows("vote") == 0);
        CHECK(contains(pages.get("/pastaenden", me), "Du har svarat på 0 av 2"));
    });
}
