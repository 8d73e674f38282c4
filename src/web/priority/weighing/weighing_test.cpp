#include "support/priorities.hpp"

#include "base/signer.hpp"

using namespace example;
using web::http::Method;

namespace {

/// Somebody in a browser of their own.
struct Person {
    const TestSite& site;
    std::string cookie = {};

    web::Response send(const std::string& address, const web::http::Fields& fields) {
        auto request = site.request(Method::post, address);
        request.form = fields;
        if (!cookie.empty()) request.headers["cookie"] = cookie;
        const auto response = site.answer(request);
        const auto set = header(response, "Set-Cookie");
        if (!set.empty()) cookie = set.substr(0, set.find(';'));
        return response;
    }
    web::Response give(const std::string& points, const std::string& sector = "business") {
        web::http::Fields fields{{"sektor-poang", sector}};
        const auto parts = text::split(points, ' ');
        for (std::size_t k = 0; k < parts.size(); ++k)
            fields.emplace_back("poang-" + std::to_string(k), parts[k]);
        return send(weighing_pages + "/1/poang", fields);
    }
};

void pass_days(TestDatabase& database, int days) {
    database.now += std::chrono::days{days};
}

}  // namespace

TEST_CASE("many weigh by points; nothing is shown before it is over, nor of fewer than five") {
    on_each_database([](TestDatabase& database) {
        const PriorityLeader leader{database};
        leader.propose_four();
        REQUIRE(leader.open_weighing().status == 303);
        CHECK(contains(leader.read(weighing_pages + "/1"), "Vad väger mest?"));
        for (int person = 0; person < 5; ++person)
            REQUIRE(Person{leader.site}.give("70 30 0 0").status == 303);
        for (int person = 0; person < 4; ++person)
            REQUIRE(Person{leader.site}.give("0 0 0 100", "research").status == 303);
        CHECK_FALSE(contains(leader.read(weighing_pages + "/1/resultat"), "70,0"));
        CHECK_FALSE(contains(leader.read(weighing_pages + "/1/resultat.csv"), "P-1"));

        pass_days(database, 22);
        const auto result = leader.read(weighing_pages + "/1/resultat");
        CHECK(contains(result, "Energi väger tyngst: 70,0 av 100"));
        CHECK(contains(result, "Några svar räknas inte med"));
        CHECK_FALSE(contains(result, "Forskning"));
        const auto csv = leader.read(weighing_pages + "/1/resultat.csv").body;
        CHECK(csv.find("\"P-1\",\"Energi\",\"points\",\"business\",\"5\",\"70.0000\"") != csv.npos);
        CHECK(csv.find("research") == csv.npos);
        CHECK(Person{leader.site}.give("100 0 0 0").status == 409);
    });
}

TEST_CASE("a person counts once, may change and take back, and wrong points come back as they were typed") {
    on_each_database([](TestDatabase& database) {
        const PriorityLeader leader{database};
        leader.propose_four();
        REQUIRE(leader.open_weighing().status == 303);
        Person person{leader.site};
        REQUIRE(person.give("100 0 0 0").status == 303);
        REQUIRE(person.give("0 100 0 0").status == 303);
        CHECK(leader.rows("weighing_answer") == 1);
        const auto wrong = person.give("60 60 0 0");
        CHECK(wrong.status == 422);
        CHECK(contains(wrong, "Summan blir 120"));
        CHECK(contains(wrong, "value=\"60\""));
        CHECK(person.give("100 0 0 0", "").status == 422);
        CHECK(Person{leader.site, "deltar=" + std::string(32, 'a')}.give("100 0 0 0").status == 303);
        CHECK(leader.rows("weighing_answer") == 2);
        REQUIRE(person.send(weighing_pages + "/1/bort", {}).status == 303);
        CHECK(leader.rows("weighing_answer") == 1);
    });
}

TEST_CASE("in sets of four the most and the least important are marked, both or neither") {
    on_each_database([](TestDatabase& database) {
        const PriorityLeader leader{database};
        leader.propose_four();
        REQUIRE(leader.open_weighing().status == 303);
        const auto form = form_to(leader.read(weighing_pages + "/1").body, "/val");
        const auto choose = [&](const std::string& best, const std::string& worst) {
            return Person{leader.site}.send(
                form.action, {{"lek", std::string{form.value_of("lek")}}, {"sektor", "research"},
                                 {"mest-0", best}, {"minst-0", worst}});
        };
        CHECK(choose("0", "1").status == 303);
        CHECK(choose("", "").status == 422);
        CHECK(contains(choose("0", ""), "Markera både"));
        CHECK(choose("2", "2").status == 422);
        CHECK(choose("7", "1").status == 422);
        CHECK(leader.rows("weighing_answer") == 1);
    });
}

TEST_CASE(
    "an invited organisation answers by its own link, in its own sector, and nobody else's link works") {
    on_each_database([](TestDatabase& database) {
        const PriorityLeader leader{database};
        leader.propose_four();
        REQUIRE(leader.open_weighing().status == 303);
        const auto address = "/processer/rus-2050/handlaggning/vagning/1";
        const auto invited = leader.send(form_to(leader.body(address), "/inbjudan"),
            {{"organisation", "Universitetet"}, {"sektor", "research"}});
        REQUIRE(invited.status == 303);
        const auto page = leader.body(address);
        const auto at = page.find("/inbjuden/") + std::string_view{"/inbjuden/"}.size();
        const auto link = page.substr(at, page.find('<', at) - at);

        CHECK(contains(leader.read(weighing_pages + "/1/inbjuden/" + link), "Du svarar för Universitetet."));
        Person somebody{leader.site};
        const web::http::Fields points{{"lank", link}, {"sektor-poang", "business"}, {"poang-0", "100"}};
        REQUIRE(somebody.send(weighing_pages + "/1/poang", points).status == 303);
        REQUIRE(somebody.send(weighing_pages + "/1/poang", points).status == 303);
        const auto row = database.db->run("SELECT sector, assurance FROM weighing_answer");
        REQUIRE(row.size() == 1);
        CHECK(row.front().text("sector") == "research");
        CHECK(row.front().text("assurance") == "invited");
        for (const auto& forged : {std::string{"1-aaaaaaaaaaaaaaaaaaaa"}, link + "0",
                 sign("medskapa.weighing.v1", "1", std::string(32, 'x'))})
            CHECK(leader.read(weighing_pages + "/1/inbjuden/" + forged).status == 404);
        const auto editor = leader.site.session(Role::editor, leader.site.world.revision);
        CHECK(leader.site.get(address, editor).body.find("/inbjuden/") == std::string::npos);
    });
}
