#include "support/pages.hpp"

#include "store/decision/completeness_store.hpp"
#include "store/decision/decision_store.hpp"

using namespace example;

namespace {

const std::string process = "/processer/rus-2050";
const std::string desk = process + "/handlaggning";

/// The small world with one published inspel and a text that has been sent for referral.
struct Office {
    TestSite house;
    std::string leader;

    explicit Office(TestDatabase& home)
        : house{home}, leader{house.session(Role::process_leader, house.world.revision)} {
        detail::fill_site(house, "lugn", content);
        const auto receipt = detail::must(house, [&](auto& act) {
            return app::receive_inspel(act, house.world.activity, draft("Fler bussar."), {"a", secret});
        });
        detail::must(house, [&](auto& act) { return app::publish_inspel(act, receipt.number); });
        const Lines lines{{{{}, Node::Kind::section, Node::Type::text, "RUS"}, 1, {}, "Länet"},
            {{{}, Node::Kind::paragraph, Node::Type::text, "RUS-p1"}, 1, {}, "Ord."}};
        detail::must(house, [&](auto& act) {
            return app::open_document(act, {{}, {}, {}, "RUS", "Länet"}, lines);
        });
    }

    const Process& revision() const { return house.world.revision; }
    web::Response freeze() {
        return house.post(
            desk + "/texter/RUS/frysning", leader, {{"slag", "proposal"}, {"titel", "Förslag"}});
    }
    web::Response waive(const std::string& reason) {
        return house.post(desk + "/saknas/undantag", leader, {{"skal", reason}});
    }
    /// The form for a decision as it stands, with some of it written.
    web::http::Fields form(const web::http::Fields& written) {
        auto fields = fields_in(house.get(desk + "/beslut/nytt", leader).body);
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
    on_each_database([](TestDatabase& home) {
        Office office{home};
        const auto missing = office.house.get(desk + "/saknas", office.leader);
        CHECK(says(missing, desk + "/inspel/1\">I-1 Fler bussar."));
        CHECK(says(missing, "0 inspel är olästa, 1 är inte delade"));
        const auto refused = office.freeze();
        CHECK(refused.status == 409);
        CHECK(says(refused, "1 är inte delade"));
        CHECK(says(refused, desk + "/saknas"));
    });
}

TEST_CASE("the leader goes on with a reason, which everybody can read") {
    on_each_database([](TestDatabase& home) {
        Office office{home};
        CHECK(office.waive("").status == 422);
        CHECK(office.waive("Inspelet kom för sent.").status == 303);
        CHECK(office.freeze().status == 303);
        CHECK(says(office.house.get(process + "/beslut"), "Inspelet kom för sent."));
        CHECK(says(office.house.get(process + "/samradsredogorelse"), "Inspelet kom för sent."));
        CHECK(office.house.post(desk + "/saknas/klart", office.leader, {}).status == 303);
        CHECK(says(office.house.get(process + "/beslut"),
            "förklarades att 1 inspel med 0 synpunkter har fått svar"));
    });
}

TEST_CASE("a decision is written down, shown with its hash and how to appeal, and its notice follows") {
    on_each_database([](TestDatabase& home) {
        Office office{home};
        office.waive("Inspelet kom för sent.");
        office.freeze();
        CHECK(says(office.house.get(desk + "/beslut/nytt", office.leader), "lag 2022:66"));
        CHECK(office.house.post(desk + "/beslut/nytt", office.leader, office.form({})).status == 422);
        CHECK(
            office.house.post(desk + "/beslut/nytt", office.leader, office.form(the_minutes)).status == 303);
        const auto decision = store::decision_numbered(*home.db, office.revision().id, 1).value();
        const auto shown = office.house.get(process + "/beslut/1");
        for (const auto& words : {std::string{"§ 12"}, std::string{"RS/1/2026"}, decision.digest,
                 std::string{"Inspelet kom för sent."}, std::string{"tre veckor"},
                 process + "/dokument/RUS/version/1", std::string{"hade ingen konsultation"}})
            CHECK(says(shown, words));

        const auto notice = desk + "/beslut/1/anslag";
        CHECK(office.house.post(notice, office.leader, {{"anslaget", "2026-05-13"}}).status == 422);
        CHECK(office.house.post(notice, office.leader, {{"anslaget", "2026-05-14"}}).status == 303);
        CHECK(says(office.house.get(process + "/beslut/1"), "4 juni 2026"));
    });
}

TEST_CASE("a decision is called by who adopted what and when, and the day it was written in stands apart") {
    on_each_database([](TestDatabase& home) {
        Office office{home};
        office.waive("Inspelet kom för sent.");
        office.freeze();
        auto minutes = the_minutes;
        minutes.emplace_back("beslutat", "2026-05-12");
        REQUIRE(office.house.post(desk + "/beslut/nytt", office.leader, office.form(minutes)).status == 303);
        const auto shown = office.house.get(process + "/beslut/1");
        CHECK(says(shown, "antog Länet den 12 maj 2026</h1>"));
        CHECK(says(shown, "<dt>Beslutat den</dt><dd>12 maj 2026</dd>"));
        CHECK(says(shown, "<dt>Infört här</dt><dd>14 maj 2026</dd>"));
        CHECK(says(office.house.get(process + "/beslut"), "antog Länet den 12 maj 2026</a>"));
        CHECK(says(shown, "RUS-1.md</a>"));
        CHECK(says(office.house.get("/en" + process + "/beslut/1"), "<div lang=\"sv\"><p>Strategin antas."));
    });
}

TEST_CASE("the appeal is told as past from the day after its last") {
    on_each_database([](TestDatabase& home) {
        Office office{home};
        office.waive("Inspelet kom för sent.");
        office.freeze();
        office.house.post(desk + "/beslut/nytt", office.leader, office.form(the_minutes));
        office.house.post(desk + "/beslut/1/anslag", office.leader, {{"anslaget", "2026-05-14"}});
        home.now = noon + std::chrono::days{21};
        CHECK(says(office.house.get(process + "/beslut/1"), "Så överklagar du"));
        home.now = noon + std::chrono::days{22};
        const auto after = office.house.get(process + "/beslut/1");
        CHECK(says(after, "Så kunde beslutet överklagas"));
        CHECK(says(after, "tiden gick ut 4 juni 2026"));
        CHECK_FALSE(says(after, "Så överklagar du"));
    });
}

TEST_CASE("a consultation is written down as it goes, and the minutes leave their hash and not their words") {
    on_each_database([](TestDatabase& home) {
        Office office{home};
        const auto ny = desk + "/konsultation/ny";
        auto fields = fields_in(office.house.get(ny, office.leader).body);
        CHECK(office.house.post(ny, office.leader, fields).status == 422);
        for (auto& [name, value] : fields)
            if (name == "motpart") value = "Sametinget";
        CHECK(office.house.post(ny, office.leader, fields).status == 303);

        auto asked =
            office.house.request(web::http::Method::post, desk + "/konsultation/1/handelser", office.leader);
        for (const auto& field :
            web::http::Fields{{"slag", "minutes"}, {"dag", "2026-05-14"}, {"text", "Protokoll."}})
            asked.form.push_back(field);
        CHECK(office.house.answer(asked).status == 422);
        asked.uploads = {{"fil", "protokoll.pdf", "hemliga ord"}};
        CHECK(office.house.answer(asked).status == 303);
        const auto shown = office.house.get(process + "/beslut");
        CHECK(says(shown, hex(as_text(sha256("hemliga ord")))));
        CHECK_FALSE(says(shown, "hemliga ord"));
    });
}

TEST_CASE("words are masked at the bench, everywhere the inspel is shown") {
    on_each_database([](TestDatabase& home) {
        Office office{home};
        const auto mask = desk + "/inspel/1/maskning";
        CHECK(
            office.house.post(mask, office.leader, {{"passage", "tåg"}, {"maskskal", "namn"}}).status == 422);
        CHECK(office.house.post(mask, office.leader, {{"passage", "bussar"}, {"maskskal", "ord"}}).status ==
              303);
        for (const auto* page : {"/inspel", "/inspel/1", "/inspel.csv", "/samradsredogorelse"}) {
            CHECK(says(office.house.get(process + page), "[maskat: ord]"));
            CHECK_FALSE(says(office.house.get(process + page), "Fler bussar"));
        }
    });
}
