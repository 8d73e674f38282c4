#include "support/pages.hpp"

using namespace example;

namespace {

const std::string process = "/processer/rus-2050";
const std::string desk = process + "/handlaggning";

struct Desk {
    TestSite site;
    std::string session;
    app::Receipt receipt;

    explicit Desk(TestDatabase& database) : site{database} {
        session = site.session(Role::handler, site.world.revision);
        receipt = detail::send(site, "Bussen går för tidigt. Tåget går aldrig.", "form-1");
    }

    web::Response post(const std::string& below, const web::http::Fields& form) const {
        return site.post(desk + below, session, form);
    }
    web::Response own_page() const { return site.get(process + "/kvittens/" + receipt.code); }
    void publish() const { REQUIRE(post("/inspel/1/publicering", {}).status == 303); }
    std::string issue(int index) const {
        const auto issues = store::issues_of(*site.database.db, receipt.inspel);
        return std::to_string(issues.at(static_cast<std::size_t>(index)).id.value);
    }
};

}  // namespace

TEST_CASE("from review to answer: the sender sees each step by the code, and everybody sees the answer") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        CHECK(contains(at.site.get(desk + "/granska", at.session), "Bussen går"));
        at.publish();
        CHECK(at.post("/inspel/1/synpunkter", {{"citat", "Bussen går för tidigt."}}).status == 303);
        CHECK(contains(at.site.get(desk, at.session), "1 synpunkt saknar svar"));
        CHECK(at.post("/inspel/1/svar",
                    {{"synpunkt", at.issue(0)}, {"utfall", "ej"}, {"svar", "Tiderna bestäms på annat håll."}})
                  .status == 303);
        CHECK_FALSE(contains(at.own_page(), "Tiderna bestäms"));

        const auto held = at.site.get(desk + "/svar", at.session);
        CHECK(at.post("/svar", fields_in(held.body)).status == 303);
        CHECK(contains(at.own_page(), "Tiderna bestäms på annat håll."));
        CHECK(contains(at.site.get(process + "/inspel/1"), "Tiderna bestäms på annat håll."));
        CHECK(contains(at.site.get(desk, at.session), "0 synpunkter saknar svar"));
    });
}

TEST_CASE("what has waited longest is first to be reviewed, and what is published leads on to the next") {
    on_each_database([](TestDatabase& database) {
        Desk at{database};
        detail::send(at.site, "Den andra", "form-2");
        detail::send(at.site, "Den tredje", "form-3");
        database.now += 24h * 12;
        at.session = at.site.session(Role::handler, at.site.world.revision);
        const auto queue = at.site.get(desk + "/granska", at.session);
        CHECK(contains(queue, "3 inspel väntar på granskning"));
        CHECK(contains(queue, "har väntat 12 dagar"));
        CHECK(queue.body.find("Bussen går") < queue.body.find("Den andra"));
        const auto rest = at.site.get(desk + "/granska", at.session, {{"efter", "2"}});
        CHECK_FALSE(contains(rest, "Den andra"));
        CHECK(contains(rest, "Den tredje"));

        const auto goes_to = [&](const char* number) {
            const auto answer =
                at.post("/inspel/" + std::string{number} + "/publicering", {{"sedan", "nasta"}});
            return answer.headers.at(0).second;
        };
        CHECK(goes_to("2") == desk + "/inspel/3?klart=publicerat");
        CHECK(goes_to("3") == desk + "/inspel/1?klart=publicerat");
        CHECK(goes_to("1") == desk + "/granska?klart=publicerat");
    });
}

TEST_CASE("the way back from an inspel leads to the queue that it waits in") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        const auto leads_to = [&](const std::string& queue) {
            const auto body = at.site.get(desk + "/inspel/1", at.session).body;
            const auto crumbs = body.substr(body.find("crumbs wrap"));
            return crumbs.substr(0, crumbs.find("</nav>")).find("\"" + desk + queue + "\"") !=
                   std::string::npos;
        };
        CHECK(leads_to("/granska"));
        at.publish();
        CHECK(leads_to("/dela"));
        REQUIRE(at.post("/inspel/1/synpunkter", {{"citat", "Bussen går för tidigt."}}).status == 303);
        CHECK(leads_to("/dela"));
        REQUIRE(at.post("/inspel/1/synpunkter", {{"citat", "Tåget går aldrig."}}).status == 303);
        CHECK(leads_to(""));
    });
}

TEST_CASE("who is declined reads the reason by the code, and nobody else reads anything") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        CHECK(at.post("/inspel/1/avslag", {{"grund", "insult"}, {"skal", ""}}).status == 422);
        CHECK(at.post("/inspel/1/avslag", {{"grund", ""}, {"skal", "Skriv utan glåpord."}}).status == 422);
        CHECK(at.post("/inspel/1/avslag", {{"grund", "insult"}, {"skal", "Skriv utan glåpord."}}).status ==
              303);
        CHECK(contains(at.own_page(), "Skriv utan glåpord."));
        CHECK(at.site.get(process + "/inspel/1").status == 410);
        CHECK_FALSE(contains(at.site.get(process + "/inspel/1"), "glåpord"));
        CHECK(at.post("/inspel/1/publicering", {}).status == 409);

        CHECK(contains(at.site.get(desk + "/avvisade", at.session), "Bussen går"));
        CHECK(at.post("/inspel/1/provning", {}).status == 303);
        CHECK(at.post("/inspel/1/provning", {}).status == 409);
        CHECK(contains(at.site.get(desk + "/avvisade", at.session), "Inget har avvisats."));
        CHECK_FALSE(contains(at.own_page(), "Skriv utan glåpord."));
        CHECK(at.post("/inspel/1/publicering", {}).status == 303);
    });
}

TEST_CASE("a refused answer keeps what was written, and says what is missing") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        at.publish();
        REQUIRE(at.post("/inspel/1/synpunkter", {{"citat", "Bussen går för tidigt."}}).status == 303);
        const auto again = at.post(
            "/inspel/1/svar", {{"synpunkt", at.issue(0)}, {"utfall", ""}, {"svar", "Ett halvt svar"}});
        CHECK(again.status == 422);
        CHECK(contains(again, "Ett halvt svar"));
        CHECK(contains(again, "#utfall"));
        CHECK(
            at.post("/inspel/1/svar", {{"synpunkt", at.issue(0)}, {"utfall", "ej"}, {"svar", " "}}).status ==
            422);
    });
}

TEST_CASE("who changes a public answer says why, and everybody reads the day and the reason") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        at.publish();
        REQUIRE(at.post("/inspel/1/synpunkter", {{"citat", "Bussen går för tidigt."}}).status == 303);
        const web::http::Fields first{{"synpunkt", at.issue(0)}, {"utfall", "ej"}, {"svar", "Nej."}};
        REQUIRE(at.post("/inspel/1/svar", first).status == 303);
        REQUIRE(at.post("/svar", fields_in(at.site.get(desk + "/svar", at.session).body)).status == 303);
        const auto form = at.site.get(desk + "/inspel/1", at.session, {{"synpunkt", "1"}});
        CHECK(contains(form, "Vad ändrar du, och varför?"));
        CHECK(contains(form, "Publicera ändringen"));

        const web::http::Fields silent{
            {"synpunkt", at.issue(0)}, {"utfall", "delvis"}, {"svar", "Ja, delvis."}};
        const auto refused = at.post("/inspel/1/svar/andring", silent);
        CHECK(refused.status == 422);
        CHECK(contains(refused, "Ja, delvis."));
        CHECK(at.post("/inspel/1/svar", silent).status == 409);
        auto explained = silent;
        explained.emplace_back("andringsskal", "Turen har <b>flyttats</b>");
        CHECK(at.post("/inspel/1/svar/andring", explained).status == 303);
        for (const auto& page : {at.own_page(), at.site.get(process + "/inspel/1")}) {
            CHECK(contains(page, "Ja, delvis."));
            CHECK(contains(page, "Rättelse R-1</strong>"));
            CHECK(contains(page, "Det stod: Ej tillgodosett. Rätt är: Delvis tillgodosett"));
            CHECK(contains(page, "Varför: Turen har &lt;b&gt;flyttats&lt;/b&gt;"));
        }
    });
}

TEST_CASE("a held answer shows what it answers, and publishing none of them says so") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        at.publish();
        REQUIRE(at.post("/inspel/1/synpunkter", {{"citat", "Bussen går för tidigt."}}).status == 303);
        REQUIRE(at.post("/inspel/1/svar", {{"synpunkt", at.issue(0)}, {"utfall", "ej"},
                                              {"svar", "Tiderna bestäms på annat håll."}})
                    .status == 303);
        const auto held = at.site.get(desk + "/svar", at.session);
        for (const auto* words : {"1 svar är skrivet", "I-1:1", "Bussen går för tidigt.", "Ej tillgodosett",
                 "Tiderna bestäms på annat håll.", "/inspel/1?synpunkt=1#synpunkt-1"})
            CHECK(contains(held, words));
        const auto none = at.post("/svar", {});
        CHECK(none.status == 422);
        CHECK(contains(none, "Välj minst ett svar"));
        CHECK_FALSE(contains(at.own_page(), "Tiderna bestäms"));
    });
}

TEST_CASE(
    "who works through a part of the queue stays in it, and an empty part does not say that all is done") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        at.publish();
        for (const auto& [quote, owner] : std::vector<std::pair<std::string, std::string>>{
                 {"Bussen går för tidigt.", "Eva & co"}, {"Tåget går aldrig.", "handler"}})
            REQUIRE(at.post("/inspel/1/synpunkter", {{"citat", quote}, {"ansvarig", owner}}).status == 303);
        const auto queue = at.site.get(desk, at.session, {{"ansvarig", "Eva & co"}});
        CHECK(contains(queue, "inspel/1?synpunkt=1&amp;ansvarig=Eva%20%26%20co#synpunkt-1"));
        CHECK_FALSE(contains(queue, "synpunkt=2"));
        CHECK(contains(queue, "<option value=\"handler\">Mina</option>"));
        const auto nothing = at.site.get(desk, at.session, {{"ansvarig", "Ingen alls"}});
        CHECK(contains(nothing, "Inga obesvarade synpunkter matchar filtret."));
        CHECK(contains(nothing, "Visa alla 2 som väntar"));

        auto request = at.site.request(web::http::Method::post, desk + "/inspel/1/svar", at.session);
        request.query = {{"ansvarig", "Eva & co"}};
        for (const auto& [name, value] :
            web::http::Fields{{"synpunkt", at.issue(0)}, {"utfall", "ej"}, {"svar", "Nej, inte än."}})
            request.form.emplace_back(name, value);
        CHECK(at.site.answer(request).headers.at(0).second == desk + "?ansvarig=Eva%20%26%20co&klart=svar");
    });
}

TEST_CASE("to do something with no issue at all says what is missing") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        at.publish();
        REQUIRE(at.post("/inspel/1/synpunkter", {{"citat", "Bussen går för tidigt."}}).status == 303);
        const auto none = at.post("/grupper", {{"gor", "mig"}});
        CHECK(none.status == 422);
        CHECK(contains(none, "Välj minst en synpunkt"));
        const auto lonely = at.post("/grupper", {{"gor", "grupp"}, {"val", at.issue(0)}});
        CHECK(contains(lonely, "Välj minst två synpunkter"));
    });
}

TEST_CASE("a late answer says by how many days") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        at.publish();
        REQUIRE(at.post("/inspel/1/synpunkter", {{"citat", "Bussen går för tidigt."}}).status == 303);
        REQUIRE(at.post("/inspel/1/tilldelning",
                      {{"synpunkt", at.issue(0)}, {"svarsdag", "2026-05-05"}, {"motiv", "Vi hann före."}})
                    .status == 303);
        CHECK(contains(at.site.get(desk, at.session), "5 maj 2026, 9 dagar försenat"));
    });
}

TEST_CASE("a day that is not in the calendar is refused in words, and what was typed stays") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        at.publish();
        REQUIRE(at.post("/inspel/1/synpunkter", {{"citat", "Bussen går för tidigt."}}).status == 303);
        const auto again = at.post("/inspel/1/tilldelning",
            {{"synpunkt", at.issue(0)}, {"handlaggare", "Eva"}, {"svarsdag", "2026-02-31"}});
        CHECK(again.status == 422);
        CHECK(contains(again, "Svar senast: 31 februari 2026 finns inte"));
        CHECK(contains(again, "value=\"2026-02-31\""));
        CHECK(contains(again, "value=\"Eva\""));
        CHECK(store::issues_of(*database.db, at.receipt.inspel).front().assignee.empty());
    });
}

TEST_CASE("a letter with no words and a day that is none gets both complaints at once") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        const auto again =
            at.post("/skriv-in", {{"kanal", "paper"}, {"mottaget", "2026-02-30"}, {"text", " "},
                                     {"galler", "future-needs"}, {"vem", "citizen"}});
        CHECK(again.status == 422);
        for (const auto* words : {"30 februari 2026 finns inte", "#mottaget", "#text"})
            CHECK(contains(again, words));
    });
}

TEST_CASE("a text block is put into the answer without saving it") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        at.publish();
        REQUIRE(at.post("/inspel/1/synpunkter", {{"citat", "Bussen går för tidigt."}}).status == 303);
        REQUIRE(at.post("/textblock", {{"rubrik", "Tack"}, {"text", "Tack för ditt inspel."}}).status == 303);
        const auto page = at.post(
            "/inspel/1/svar", {{"synpunkt", at.issue(0)}, {"svar", "Min början."}, {"textblock", "1"}});
        CHECK(page.status == 200);
        CHECK(contains(page, "Min början.\n\nTack för ditt inspel."));
        CHECK(store::held_answers(*database.db, at.site.world.revision.id, {}, 9).empty());
    });
}

TEST_CASE("alike issues are chosen in the queue, joined and answered once") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        at.publish();
        for (const auto* quote : {"Bussen går för tidigt.", "Tåget går aldrig."})
            REQUIRE(at.post("/inspel/1/synpunkter", {{"citat", quote}}).status == 303);
        CHECK(at.post("/grupper", {{"val", at.issue(0)}, {"val", at.issue(1)}, {"gor", "grupp"}}).status ==
              303);
        CHECK(contains(at.site.get(desk + "/inspel/1", at.session, {{"synpunkt", "1"}}),
            "name=\"med\" value=\"" + at.issue(1) + "\" checked> <span>Tåget går aldrig. (I-1:2)"));
        const auto again =
            at.post("/inspel/1/svar", {{"synpunkt", at.issue(0)}, {"utfall", ""}, {"svar", "Noterat."}});
        CHECK(contains(again, "name=\"med\" value=\"" + at.issue(1) + "\"> "));
        CHECK(at.post("/inspel/1/svar", {{"synpunkt", at.issue(0)}, {"utfall", "noterat"},
                                            {"svar", "Noterat."}, {"med", at.issue(1)}})
                  .status == 303);
        CHECK(contains(at.site.get(desk, at.session), "0 synpunkter saknar svar"));
    });
}

TEST_CASE("a letter is entered with its channel and day, and the next form remembers them") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        const web::http::Fields letter{{"kanal", "paper"}, {"mottaget", "2026-05-02"}, {"text", "Ett brev."},
            {"galler", "future-needs"}, {"vem", "citizen"}};
        const auto next = at.post("/skriv-in", letter);
        CHECK(next.status == 200);
        CHECK(contains(next, "value=\"2026-05-02\""));
        const auto kept = store::inspel_numbered(*database.db, at.site.world.revision.id, 2);
        REQUIRE(kept);
        CHECK(kept->channel == Channel::paper);
        CHECK(stockholm.day(kept->received_at) == time::read_day("2026-05-02"));
        auto tomorrow = letter;
        tomorrow[1].second = "2026-05-15";
        CHECK(at.post("/skriv-in", tomorrow).status == 422);
    });
}

TEST_CASE("a table is tried without saving, and read in whole or not at all") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        const auto upload = [&](const std::string& bytes, const char* what, const char* anyhow = "") {
            auto request = at.site.request(web::http::Method::post, desk + "/inlasning", at.session);
            request.form.emplace_back("gor", what);
            request.form.emplace_back("anda", anyhow);
            request.uploads = {{"fil", "../../<script>.csv", bytes}};
            return at.site.answer(request);
        };
        const auto count = [&] { return store::next_number(*database.db, at.site.world.revision.id) - 1; };
        const std::string good = "text;kanal;mottaget\nEtt;survey;2026-05-01\nTvå;paper;2026-05-02\n";
        CHECK(contains(upload(good, "prova"), "Alla 2 rader är rätt"));
        CHECK(count() == 1);
        const auto wrong = upload("text;kanal;mottaget\nEtt;survey;2026-05-01\n;brevduva;igår\n", "las-in");
        CHECK(wrong.status == 422);
        CHECK(contains(wrong, "3"));
        CHECK(count() == 1);
        CHECK(upload(good, "las-in").status == 200);
        CHECK(count() == 3);

        const auto again = upload(good, "las-in");
        CHECK(again.status == 409);
        CHECK(contains(again, "2 rader liknar inspel som redan finns"));
        CHECK(contains(again, "Rad 2 liknar <a href=\"" + desk + "/inspel/2\">I-2"));
        CHECK(count() == 3);
        CHECK(upload(good, "las-in", "ja").status == 200);
        CHECK(count() == 5);
        CHECK(what_is_wrong_with(upload("<svg onload=x>", "prova").body) == "");
        const auto begun = at.site.get(desk + "/inlasning/mall.csv", at.session).body;
        CHECK(contains(upload(begun, "prova"), "1 rad är rätt"));
    });
}

TEST_CASE(
    "a table is shown as it was understood, each column may be chosen, and what is wrong is said once a "
    "cause") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        const auto upload = [&](const std::string& bytes,
                                std::vector<std::pair<std::string, std::string>> chosen) {
            auto request = at.site.request(web::http::Method::post, desk + "/inlasning", at.session);
            request.form.emplace_back("gor", "prova");
            for (auto& field : chosen) request.form.push_back(std::move(field));
            request.uploads = {{"fil", "x.csv", bytes}};
            return at.site.answer(request);
        };
        const std::string file = "Synpunkt;Kommun;Betyg\nEtt;Visby;5\nTvå;Visby;4\n";

        const auto tried = upload("text;Kommun;Betyg\nEtt;Visby;5\nTvå;Visby;4\n", {});
        CHECK(tried.status == 422);
        CHECK(contains(tried, "2 rader"));
        CHECK(contains(tried, "”Visby”"));
        CHECK(contains(tried, "Kolumn C: Betyg"));
        CHECK(upload(file, {}).status == 422);
        const auto chosen = upload(file, {{"kolumn-A", "text"}, {"kolumn-B", ""}, {"kolumn-C", "<b>"}});
        CHECK(chosen.status == 200);
        CHECK(contains(chosen, "Alla 2 rader är rätt"));
        CHECK(contains(chosen, "Kolumner som inte lästes: Kommun (B), Betyg (C)."));
        CHECK(what_is_wrong_with(upload("text;<svg onload=x>\nEtt;<b>\n", {}).body) == "");
    });
}

TEST_CASE("what a column was chosen to be follows its name into a file where it stands elsewhere") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        const auto upload = [&](const std::string& bytes, const web::http::Fields& chosen) {
            auto request = at.site.request(web::http::Method::post, desk + "/inlasning", at.session);
            request.form.emplace_back("gor", "prova");
            request.form.insert(request.form.end(), chosen.begin(), chosen.end());
            request.uploads = {{"fil", "x.csv", bytes}};
            return at.site.answer(request);
        };
        const web::http::Fields chosen{{"kolumn-A", "text"}, {"kolumnnamn-A", "Synpunkt"}, {"kolumn-B", ""},
            {"kolumnnamn-B", "Ring mig på"}};
        CHECK(contains(upload("Synpunkt;Ring mig på\nEtt;070\n", chosen), "1 rad är rätt"));
        const auto moved = upload("Ring mig på;Synpunkt\n070;Ett\n", chosen);
        CHECK(moved.status == 200);
        CHECK(contains(moved, "Kolumner som inte lästes: Ring mig på (A)."));
    });
}

TEST_CASE("a name that mixes alphabets is pointed out to who reviews") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto session = site.session(Role::moderator, site.world.revision);
        detail::send(site, "Regi\xD0\xBEn Jämtland", "form-1");
        CHECK(contains(site.get(desk + "/inspel/1", session), "blandar bokstäver ur två alfabet"));
    });
}

TEST_CASE("whose role may not is told which roles may, with the way back to the desk") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto moderator = site.session(Role::moderator, site.world.revision);
        const auto refused = site.get(desk + "/webbplats", moderator);
        CHECK(refused.status == 403);
        CHECK(contains(refused, "Din roll är Granskare. Det här är för: Redaktör, Processledare."));
        CHECK(contains(refused, "Till handläggningen"));
        CHECK_FALSE(contains(site.get(desk + "/webbplats"), "Din roll är"));
        const auto stranger = site.session(Role::process_leader, site.other.revision);
        CHECK_FALSE(contains(site.get(desk + "/webbplats", stranger), "Din roll är"));
    });
}

TEST_CASE("the desk's menu counts what waits") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        CHECK(contains(at.site.get(desk + "/textblock", at.session), "Att granska (1)"));
        at.publish();
        CHECK_FALSE(contains(at.site.get(desk + "/textblock", at.session), "Att granska ("));
    });
}

TEST_CASE("the page after an act says once what was done, in our words alone") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        const auto page = at.site.get(desk + "/granska", at.session, {{"klart", "avvisat"}});
        CHECK(contains(
            page, "<div class=\"notice good\" role=\"status\"><p>Avvisat. Avsändaren kan läsa varför.</p>"));
        for (const auto* other : {"", "avvisat ", "<b>Hej</b>"})
            CHECK_FALSE(
                contains(at.site.get(desk + "/granska", at.session, {{"klart", other}}), "role=\"status\""));
    });
}
