#include "support/forms.hpp"

#include "base/signer.hpp"

using namespace example;
using web::http::Method;

namespace {

const std::string pages = "/processer/rus-2050/prioriteringar";
const std::string desk = "/processer/rus-2050/handlaggning/prioriteringar";
const std::string weighings = "/processer/rus-2050/vagning";

std::string header_of(const web::Response& response, std::string_view wanted) {
    for (const auto& [name, value] : response.headers)
        if (name == wanted) return value;
    return {};
}

/// A process leader at the desk.
struct Leader {
    TestSite site;
    std::string session;

    explicit Leader(TestDatabase& database)
        : site{database}, session{site.session(Role::process_leader, site.world.revision)} {}

    web::Response send(PageForm form, const web::http::Fields& typed) const {
        for (const auto& [name, value] : typed) set(form, name, value);
        return site.post_as_it_is(form.action, session, form.fields);
    }
    std::string body(const std::string& address) const { return site.get(address, session).body; }
    web::Response propose(const std::string& title, const web::http::Fields& more = {}) const {
        web::http::Fields typed{{"titel", title}, {"text", "Om " + title}};
        typed.insert(typed.end(), more.begin(), more.end());
        return send(form_to(body(desk + "/ny"), "/prioriteringar/ny"), typed);
    }
    web::Response decide(int number, const web::http::Fields& typed) const {
        const auto address = desk + "/" + std::to_string(number) + "/beslut";
        return send(form_to(body(address), "/beslut"), typed);
    }
    void propose_four() const {
        for (const auto* title : {"Energi", "Mat", "Sport", "Vård"}) REQUIRE(propose(title).status == 303);
    }
    web::Response open_weighing() const {
        return send(form_to(body("/processer/rus-2050/handlaggning/vagning"), "/vagning"),
            {{"titel", "Vad väger mest?"}});
    }
    web::Response read(const std::string& address) const { return site.get(address); }
    std::int64_t rows(const std::string& table) const {
        return site.database.db->run("SELECT count(*) AS n FROM " + table).front().integer("n");
    }
};

/// Somebody in a browser of their own.
struct Person {
    const TestSite& site;
    std::string cookie = {};

    web::Response send(const std::string& address, const web::http::Fields& fields) {
        auto request = site.request(Method::post, address);
        request.form = fields;
        if (!cookie.empty()) request.headers["cookie"] = cookie;
        const auto response = site.answer(request);
        const auto set = header_of(response, "Set-Cookie");
        if (!set.empty()) cookie = set.substr(0, set.find(';'));
        return response;
    }
    web::Response give(const std::string& points, const std::string& sector = "business") {
        web::http::Fields fields{{"sektor-poang", sector}};
        const auto parts = text::split(points, ' ');
        for (std::size_t k = 0; k < parts.size(); ++k)
            fields.emplace_back("poang-" + std::to_string(k), parts[k]);
        return send(weighings + "/1/poang", fields);
    }
};

void pass_days(TestDatabase& database, int days) {
    database.now += std::chrono::days{days};
}

}  // namespace

TEST_CASE("what is proposed, tried, cited and decided is read by everybody, with why, and in the log") {
    on_each_database([](TestDatabase& database) {
        const Leader leader{database};
        CHECK(contains(leader.read(pages), "Inget är föreslaget än"));
        REQUIRE(
            leader.propose("Sport", {{"invandningar", "Säsongen är kort.\n\nFå bor här."}}).status == 303);
        REQUIRE(leader.propose("Upplevelser", {{"slag", "strength_area"}, {"jobb", "6 896"}}).status == 303);
        CHECK(contains(leader.read(pages), "2 förslag, och inget är beslutat än."));

        REQUIRE(leader.decide(2, {{"utfall", "chosen"}, {"motiv", "Störst."}, {"beslutat", "2026-05-14"}})
                    .status == 303);
        REQUIRE(leader
                    .decide(1, {{"utfall", "merged"}, {"blev", "2"}, {"motiv", "Smal för sig."},
                                   {"beslutat", "2026-05-14"}})
                    .status == 303);

        const auto list = leader.read(pages);
        CHECK(contains(list, "1 förslag blev 1 prioritering."));
        CHECK(contains(list, "Smal för sig."));
        CHECK(contains(list, "6896 jobb"));
        const auto sport = leader.read(pages + "/1");
        CHECK(contains(sport, "<b>Sammanslagen</b>, blev <a href=\"" + pages + "/2\">"));
        CHECK(contains(sport, "<li>Säsongen är kort.</li><li>Få bor här.</li>"));
        CHECK(contains(leader.read(pages + "/2"), "<a href=\"" + pages + "/1\">"));
        CHECK(contains(leader.read("/processer/rus-2050/logg"), "Det beslutades vad det blir av en"));
    });
}

TEST_CASE("who types wrongly gets all words back, and who may not decide is refused") {
    on_each_database([](TestDatabase& database) {
        const Leader leader{database};
        const auto again = leader.propose("", {{"jobb", "många"}, {"vision", "År 2030"}});
        CHECK(again.status == 422);
        CHECK(contains(again, "År 2030"));
        CHECK(contains(again, "Skriv vad den heter"));
        CHECK(contains(again, "Skriv ett helt antal personer"));
        REQUIRE(leader.propose("Energi").status == 303);
        CHECK(leader.decide(1, {{"utfall", "merged"}, {"motiv", "Nja"}}).status == 422);
        CHECK(leader.decide(1, {{"utfall", "chosen"}, {"motiv", ""}}).status == 422);
        CHECK(leader.site.get(desk + "/9", leader.session).status == 404);
        CHECK(leader.read(pages + "/9").status == 404);
        CHECK(leader.read(pages + "/x").status == 404);

        const auto editor = leader.site.session(Role::editor, leader.site.world.revision);
        CHECK(leader.site.get(desk, editor).status == 200);
        CHECK(leader.site.get(desk + "/1/beslut", editor).status == 403);
        CHECK(leader.site.post(desk + "/1/beslut", editor, {{"utfall", "chosen"}}).status == 403);
        const auto viewer = leader.site.session(Role::viewer, leader.site.world.revision);
        CHECK(leader.site.get(desk, viewer).status == 403);
        const auto stranger = leader.site.session(Role::process_leader, leader.site.other.revision);
        CHECK(leader.site.get(desk + "/1", stranger).status == 403);
        CHECK(leader.read("/processer/annan/prioriteringar/1").status == 404);
    });
}

TEST_CASE("two who change the same priority do not write over each other") {
    on_each_database([](TestDatabase& database) {
        const Leader leader{database};
        REQUIRE(leader.propose("Energi").status == 303);
        const auto first = form_to(leader.body(desk + "/1"), "/prioriteringar/1");
        const auto second = first;
        REQUIRE(leader.send(first, {{"titel", "Sol"}}).status == 303);
        const auto conflict = leader.send(second, {{"titel", "Vind"}});
        CHECK(conflict.status == 409);
        CHECK(contains(conflict, "value=\"Vind\""));
        CHECK(contains(leader.read(pages + "/1"), "<h1>Sol</h1>"));
    });
}

TEST_CASE("a meeting is noted with who took part, and a number below five is refused with the words kept") {
    on_each_database([](TestDatabase& database) {
        Leader leader{database};
        const auto content = fill(leader.site, "Ord");
        const auto event = std::to_string(content.event.id.value);
        const auto note = [&](const std::string& people) {
            return leader.send(form_to(leader.body(desk + "/2"), "/mote"),
                {{"mote", event}, {"personer", people}, {"aktorer-business", "ja"},
                    {"aktorer-research", "ja"}, {"aktorer-civil_society", "ja"},
                    {"lardomar", "Elnätet räcker inte."}});
        };
        const auto refused = note("3");
        CHECK(refused.status == 422);
        CHECK(contains(refused, "Elnätet räcker inte."));
        REQUIRE(note("51").status == 303);
        const auto page = leader.read(pages + "/2");
        CHECK(contains(page, "51 personer, 3 slags aktörer"));
        CHECK(contains(page, "Elnätet räcker inte."));
    });
}

TEST_CASE("many weigh by points; nothing is shown before it is over, nor of fewer than five") {
    on_each_database([](TestDatabase& database) {
        const Leader leader{database};
        leader.propose_four();
        REQUIRE(leader.open_weighing().status == 303);
        CHECK(contains(leader.read(weighings + "/1"), "Vad väger mest?"));
        for (int person = 0; person < 5; ++person)
            REQUIRE(Person{leader.site}.give("70 30 0 0").status == 303);
        for (int person = 0; person < 4; ++person)
            REQUIRE(Person{leader.site}.give("0 0 0 100", "research").status == 303);
        CHECK_FALSE(contains(leader.read(weighings + "/1/resultat"), "70"));
        CHECK_FALSE(contains(leader.read(weighings + "/1/resultat.csv"), "P-1"));

        pass_days(database, 22);
        const auto result = leader.read(weighings + "/1/resultat");
        CHECK(contains(result, "Energi väger mest: 70,0 av 100"));
        CHECK(contains(result, "Några svar räknas ingenstans"));
        CHECK_FALSE(contains(result, "Forskning"));
        const auto csv = leader.read(weighings + "/1/resultat.csv").body;
        CHECK(csv.find("\"P-1\",\"Energi\",\"points\",\"business\",\"5\",\"70.0000\"") != csv.npos);
        CHECK(csv.find("research") == csv.npos);
        CHECK(Person{leader.site}.give("100 0 0 0").status == 409);
    });
}

TEST_CASE("a person counts once, may change and take back, and wrong points come back as they were typed") {
    on_each_database([](TestDatabase& database) {
        const Leader leader{database};
        leader.propose_four();
        REQUIRE(leader.open_weighing().status == 303);
        Person person{leader.site};
        REQUIRE(person.give("100 0 0 0").status == 303);
        REQUIRE(person.give("0 100 0 0").status == 303);
        CHECK(leader.rows("weighing_answer") == 1);
        const auto wrong = person.give("60 60 0 0");
        CHECK(wrong.status == 422);
        CHECK(contains(wrong, "Poängen blir 120"));
        CHECK(contains(wrong, "value=\"60\""));
        CHECK(person.give("100 0 0 0", "").status == 422);
        CHECK(Person{leader.site, "deltar=" + std::string(32, 'a')}.give("100 0 0 0").status == 303);
        CHECK(leader.rows("weighing_answer") == 2);
        REQUIRE(person.send(weighings + "/1/bort", {}).status == 303);
        CHECK(leader.rows("weighing_answer") == 1);
    });
}

TEST_CASE("in sets of four the most and the least important are marked, both or neither") {
    on_each_database([](TestDatabase& database) {
        const Leader leader{database};
        leader.propose_four();
        REQUIRE(leader.open_weighing().status == 303);
        const auto form = form_to(leader.read(weighings + "/1").body, "/val");
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
        const Leader leader{database};
        leader.propose_four();
        REQUIRE(leader.open_weighing().status == 303);
        const auto address = "/processer/rus-2050/handlaggning/vagning/1";
        const auto invited = leader.send(form_to(leader.body(address), "/inbjudan"),
            {{"organisation", "Universitetet"}, {"sektor", "research"}});
        REQUIRE(invited.status == 303);
        const auto page = leader.body(address);
        const auto at = page.find("/inbjuden/") + std::string_view{"/inbjuden/"}.size();
        const auto link = page.substr(at, page.find('<', at) - at);

        CHECK(contains(leader.read(weighings + "/1/inbjuden/" + link), "Du svarar för Universitetet."));
        Person somebody{leader.site};
        const web::http::Fields points{{"lank", link}, {"sektor-poang", "business"}, {"poang-0", "100"}};
        REQUIRE(somebody.send(weighings + "/1/poang", points).status == 303);
        REQUIRE(somebody.send(weighings + "/1/poang", points).status == 303);
        const auto row = database.db->run("SELECT sector, assurance FROM weighing_answer");
        REQUIRE(row.size() == 1);
        CHECK(row.front().text("sector") == "research");
        CHECK(row.front().text("assurance") == "invited");
        for (const auto& forged : {std::string{"1-aaaaaaaaaaaaaaaaaaaa"}, link + "0",
                 sign("medskapa.weighing.v1", "1", std::string(32, 'x'))})
            CHECK(leader.read(weighings + "/1/inbjuden/" + forged).status == 404);
        const auto editor = leader.site.session(Role::editor, leader.site.world.revision);
        CHECK(leader.site.get(address, editor).body.find("/inbjuden/") == std::string::npos);
    });
}
