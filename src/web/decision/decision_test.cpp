#include "support/pages.hpp"

#include "store/decision/completeness_store.hpp"
#include "store/decision/decision_store.hpp"
#include "web/decision/waiver.hpp"

using namespace example;

namespace {

const std::string process = "/processer/rus-2050";
const std::string desk = process + "/handlaggning";

/// The small world with one published inspel and a text that has been sent for referral.
struct Office {
    TestSite site;
    std::string leader;

    explicit Office(TestDatabase& database)
        : site{database}, leader{site.session(Role::process_leader, site.world.revision)} {
        detail::fill_site(site, "lugn", content);
        const auto receipt = detail::must(site, [&](auto& act) {
            return app::receive_inspel(act, site.world.activity, draft("Fler bussar."), {"a", secret});
        });
        detail::must(site, [&](auto& act) { return app::publish_inspel(act, receipt.number); });
        const Lines lines{{{{}, Node::Kind::section, Node::Type::text, "RUS"}, 1, {}, "Länet"},
            {{{}, Node::Kind::paragraph, Node::Type::text, "RUS-p1"}, 1, {}, "Ord."}};
        detail::must(site, [&](auto& act) {
            return app::open_document(act, {{}, {}, {}, "RUS", "Länet"}, lines);
        });
    }

    const Process& revision() const { return site.world.revision; }
    web::Response freeze() {
        return site.post(desk + "/texter/RUS/frysning", leader,
            {{"slag", "proposal"}, {"titel", "Förslag"}, {"ord", "Lås"}});
    }
    web::Response waive(const std::string& reason) {
        return site.post(desk + "/saknas/undantag", leader, {{"skal", reason}});
    }
    web::Response decide(const web::http::Fields& written) {
        return site.post(desk + "/beslut/nytt", leader, form(written));
    }
    /// A form that the leader sends to this address, to be added to.
    web::http::Request sending(const std::string& address, const web::http::Fields& fields) const {
        auto request = site.request(web::http::Method::post, address, leader);
        request.form.insert(request.form.end(), fields.begin(), fields.end());
        return request;
    }
    /// The form for a decision as it stands, with some of it written.
    web::http::Fields form(const web::http::Fields& written) {
        auto fields = fields_in(site.get(desk + "/beslut/nytt", leader).body);
        for (auto& [name, value] : fields)
            if (name == "ord") value = "besluta";
        for (const auto& [name, value] : written)
            for (auto& field : fields)
                if (field.first == name) field.second = value;
        return fields;
    }

    SiteContent content;
};

const web::http::Fields the_minutes{
    {"paragraf", "§ 12"}, {"diarienummer", "RS/1/2026"}, {"text", "Strategin antas."}};

}  // namespace

TEST_CASE("what is missing is listed with ways to it, and stops the text from going to decision") {
    on_each_database([](TestDatabase& database) {
        Office office{database};
        const auto missing = office.site.get(desk + "/saknas", office.leader);
        CHECK(contains(missing, desk + "/inspel/1\">I-1 Fler bussar."));
        CHECK(contains(missing, "0 inspel är olästa, 1 är inte uppdelade"));
        const auto refused = office.freeze();
        CHECK(refused.status == 409);
        CHECK(contains(refused, "1 är inte uppdelade"));
        CHECK(contains(refused, desk + "/saknas"));
    });
}

TEST_CASE("the leader goes on with a reason, which everybody can read") {
    on_each_database([](TestDatabase& database) {
        Office office{database};
        CHECK(office.waive("").status == 422);
        CHECK(office.waive("Inspelet kom för sent.").status == 303);
        CHECK(office.freeze().status == 303);
        const std::string said =
            " beslutades att gå vidare fast inte allt var klart. 0 inspel var olästa, 1 var inte uppdelade "
            "och "
            "0 synpunkter saknade publicerat svar. Skälet:";
        const auto decisions = office.site.get(process + "/beslut");
        CHECK(contains(decisions, said));
        CHECK(contains(decisions, "Inspelet kom för sent."));
        CHECK(contains(office.site.get(process + "/samradsredogorelse"), said + " Inspelet kom för sent."));
        CHECK(office.site.post(desk + "/saknas/klart", office.leader, {}).status == 303);
        CHECK(contains(
            office.site.get(process + "/beslut"), "intygades att 1 inspel med 0 synpunkter har fått svar"));
    });
}

TEST_CASE("it is said in public what was missing when it was decided to go on, and nothing that was not") {
    Waiver waiver{};
    const auto text = [&] {
        return web::decision::waiver_text(waiver, "14 maj 2026", web::words_of(Language::sv));
    };
    const auto heading = [&] { return web::decision::waiver_heading(waiver, web::words_of(Language::sv)); };
    waiver.missing = {0, 0, 0, 2};
    CHECK(text() ==
          "14 maj 2026 beslutades att gå vidare fast inte allt var klart. "
          "Det återstod 2 saker att åtgärda i konsekvensbedömningarna. Skälet:");
    CHECK(heading() == "Beslutat innan konsekvensbedömningarna var klara");
    waiver.missing = {1, 2, 3, 0};
    CHECK(text() ==
          "14 maj 2026 beslutades att gå vidare fast inte allt var klart. 1 inspel var olästa, 2 var "
          "inte uppdelade och 3 synpunkter saknade publicerat svar. Skälet:");
    CHECK(heading() == "Beslutat trots att svar saknas");
    waiver.missing = {0, 1, 0, 1};
    CHECK(text() ==
          "14 maj 2026 beslutades att gå vidare fast inte allt var klart. 0 inspel var olästa, 1 var "
          "inte uppdelade och 0 synpunkter saknade publicerat svar. "
          "Det återstod 1 sak att åtgärda i konsekvensbedömningarna. Skälet:");
    CHECK(heading() == "Beslutat trots att svar saknas");
}

TEST_CASE("a decision is written down, shown with its hash and how to appeal, and its notice follows") {
    on_each_database([](TestDatabase& database) {
        Office office{database};
        office.waive("Inspelet kom för sent.");
        office.freeze();
        CHECK(contains(office.site.get(desk + "/beslut/nytt", office.leader), "lag 2022:66"));
        CHECK(office.decide({}).status == 422);
        CHECK(office.decide(the_minutes).status == 303);
        const auto digest = store::decision_numbered(*database.db, office.revision().id, 1)->digest;
        const auto shown = office.site.get(process + "/beslut/1");
        for (const auto& words : {std::string{"§ 12"}, std::string{"RS/1/2026"}, digest,
                 std::string{"Inspelet kom för sent."}, std::string{"tre veckor"},
                 process + "/dokument/RUS/version/1", std::string{"var ingen konsultation"}})
            CHECK(contains(shown, words));

        const auto notice = desk + "/beslut/1/anslag";
        CHECK(office.site.post(notice, office.leader, {{"anslaget", "2026-05-13"}}).status == 422);
        CHECK(office.site.post(notice, office.leader, {{"anslaget", "2026-05-14"}}).status == 303);
        CHECK(contains(office.site.get(process + "/beslut/1"), "4 juni 2026"));
    });
}

TEST_CASE("a decision is called by who adopted what and when, and the day it was written in stands apart") {
    on_each_database([](TestDatabase& database) {
        Office office{database};
        office.waive("Inspelet kom för sent.");
        office.freeze();
        auto minutes = the_minutes;
        minutes.emplace_back("beslutat", "2026-05-12");
        REQUIRE(office.site.post(desk + "/beslut/nytt", office.leader, office.form(minutes)).status == 303);
        const auto shown = office.site.get(process + "/beslut/1");
        CHECK(contains(shown, "antog Länet den 12 maj 2026</h1>"));
        CHECK(contains(shown, "<dt>Beslutat den</dt><dd>12 maj 2026</dd>"));
        CHECK(contains(shown, "<dt>Infört här</dt><dd>14 maj 2026</dd>"));
        CHECK(contains(office.site.get(process + "/beslut"), "antog Länet den 12 maj 2026</a>"));
        CHECK(contains(shown, "RUS-1.md</a>"));
        CHECK(
            contains(office.site.get("/en" + process + "/beslut/1"), "<div lang=\"sv\"><p>Strategin antas."));
    });
}

TEST_CASE("the appeal is shown as past from the day after its last") {
    on_each_database([](TestDatabase& database) {
        Office office{database};
        office.waive("Inspelet kom för sent.");
        office.freeze();
        office.site.post(desk + "/beslut/nytt", office.leader, office.form(the_minutes));
        office.site.post(desk + "/beslut/1/anslag", office.leader, {{"anslaget", "2026-05-14"}});
        database.now = noon + std::chrono::days{21};
        CHECK(contains(office.site.get(process + "/beslut/1"), "Så överklagar du"));
        database.now = noon + std::chrono::days{22};
        const auto after = office.site.get(process + "/beslut/1");
        CHECK(contains(after, "Så kunde beslutet överklagas"));
        CHECK(contains(after, "tiden gick ut 4 juni 2026"));
        CHECK_FALSE(contains(after, "Så överklagar du"));
    });
}

TEST_CASE("a consultation is written down as it goes, and the minutes leave their hash and not their words") {
    on_each_database([](TestDatabase& database) {
        Office office{database};
        const auto ny = desk + "/konsultation/ny";
        auto fields = fields_in(office.site.get(ny, office.leader).body);
        CHECK(office.site.post(ny, office.leader, fields).status == 422);
        for (auto& [name, value] : fields)
            if (name == "motpart") value = "Sametinget";
        CHECK(office.site.post(ny, office.leader, fields).status == 303);

        auto asked = office.sending(desk + "/konsultation/1/handelser",
            {{"slag", "minutes"}, {"dag", "2026-05-14"}, {"text", "Protokoll."}});
        CHECK(office.site.answer(asked).status == 422);
        asked.uploads = {{"fil", "protokoll.pdf", "hemliga ord"}};
        CHECK(office.site.answer(asked).status == 303);
        const auto shown = office.site.get(process + "/beslut");
        CHECK(contains(shown, hex(as_text(sha256("hemliga ord")))));
        CHECK_FALSE(contains(shown, "hemliga ord"));
    });
}

TEST_CASE("words are masked at the bench, everywhere the inspel is shown") {
    on_each_database([](TestDatabase& database) {
        Office office{database};
        const auto mask = desk + "/inspel/1/maskning";
        CHECK(
            office.site.post(mask, office.leader, {{"passage", "tåg"}, {"maskskal", "namn"}}).status == 422);
        CHECK(office.site.post(mask, office.leader, {{"passage", "bussar"}, {"maskskal", "ord"}}).status ==
              303);
        for (const auto* page : {"/inspel", "/inspel/1", "/inspel.csv", "/samradsredogorelse/html"}) {
            CHECK(contains(office.site.get(process + page), "[maskat: ord]"));
            CHECK_FALSE(contains(office.site.get(process + page), "Fler bussar"));
        }
    });
}
