#include "support/priorities.hpp"

#include "app/checklist/evidence.hpp"
#include "app/panel/outcomes.hpp"
#include "base/signer.hpp"
#include "web/panel/views.hpp"

#include <random>
#include <regex>

using namespace example;
using web::http::Method;

namespace {

const std::string pages = "/processer/rus-2050/paneler";
const std::string desk = "/processer/rus-2050/handlaggning/paneler";

/// Who leads the work asks a panel at the desk.
struct PanelLeader : PriorityLeader {
    explicit PanelLeader(TestDatabase& database) : PriorityLeader{database} {}

    web::Response begin(const web::http::Fields& more = {}) const {
        web::http::Fields typed{{"titel", "Hur många jobb blir det?"}, {"text", "I **hela** länet."},
            {"siffra", "jobb"}, {"mest", "1000"}};
        typed.insert(typed.end(), more.begin(), more.end());
        return send(form_to(body(desk + "/ny"), "/paneler/ny"), typed);
    }
    /// Invites as many as are asked for, and gives the address of each.
    std::vector<std::string> invite(int many) const {
        for (int k = 0; k < many; ++k)
            REQUIRE(send(form_to(body(desk + "/1"), "/inbjudan"),
                        {{"organisation", "Byn " + std::to_string(k)}, {"sektor", "research"}})
                        .status == 303);
        std::vector<std::string> links;
        const auto page = body(desk + "/1");
        const std::regex shape{"(/processer/rus-2050/paneler/1/fraga/[^<]+)<"};
        for (std::sregex_iterator one{page.begin(), page.end(), shape}, end; one != end; ++one)
            links.push_back((*one)[1].str());
        REQUIRE(links.size() == static_cast<std::size_t>(many));
        return links;
    }
    web::Response next_round(const std::string& feedback) const {
        return send(form_to(body(desk + "/1/runda"), "/runda"), {{"lardomar", feedback}});
    }
    /// As a member sends it, signed in nowhere.
    web::Response answer(
        const std::string& link, const std::string& number, const std::string& reason = {}) const {
        const auto form = form_to(site.get(link).body, "/svar");
        auto request = site.request(Method::post, form.action);
        request.form = form.fields;
        for (auto& [name, value] : request.form) {
            if (name == "siffra") value = number;
            if (name == "skal") value = reason;
        }
        return site.answer(request);
    }
};

void pass_days(TestDatabase& database, int days) {
    database.now += std::chrono::days{days};
}

PanelEstimate said(std::int64_t value) {
    PanelEstimate one;
    one.value = value;
    return one;
}

}  // namespace

TEST_CASE("a panel answers in two rounds, sees between them what all said, and comes closer") {
    on_each_database([](TestDatabase& database) {
        PanelLeader leader{database};
        REQUIRE(leader.begin().status == 303);
        const auto links = leader.invite(5);
        const std::vector<std::string> first{"100", "200", "400", "600", "700"};
        for (std::size_t k = 0; k < links.size(); ++k)
            REQUIRE(leader.answer(links[k], first[k], "Skäl " + std::to_string(k)).status == 303);
        CHECK(contains(leader.read(pages + "/1"), "Inget visas innan en runda är över"));
        CHECK_FALSE(contains(leader.read(pages + "/1"), "Skäl"));
        CHECK(leader.read(pages + "/1/resultat.csv").body.find("400") == std::string::npos);
        CHECK(leader.body(desk + "/1").find("Skäl 3") != std::string::npos);

        pass_days(database, 22);
        CHECK(contains(leader.read(pages + "/1"), "Hälften av dem som svarade säger 200 till 600 jobb"));
        leader.session = leader.site.session(Role::process_leader, leader.site.world.revision);
        CHECK(leader.next_round("").status == 422);
        REQUIRE(leader.next_round("Flera nämnde elnätet.").status == 303);
        const auto own = leader.read(links[0]);
        CHECK(contains(own, "Flera nämnde elnätet."));
        CHECK(contains(own, "Runda 1: 100 jobb"));
        CHECK_FALSE(contains(own, "Skäl 3"));
        for (std::size_t k = 0; k < links.size(); ++k)
            REQUIRE(leader.answer(links[k], std::to_string(380 + 10 * k)).status == 303);

        pass_days(database, 22);
        const auto page = leader.read(pages + "/1");
        CHECK(contains(page,
            "De närmade sig varandra: hälften säger 390 till 410 jobb, 20 från varandra i "
            "stället för 400"));
        CHECK(contains(page, "5 som kan området är tillfrågade."));
        CHECK_FALSE(contains(page, "Byn 1"));
        CHECK(contains(leader.read(pages), "De närmade sig varandra"));
        CHECK(leader.read(pages + "/1/resultat.csv")
                  .body.find("\"2\",\"5\",\"390\",\"400\",\"410\",\"jobb\"") != std::string::npos);
        CHECK(contains(leader.read("/processer/rus-2050/logg"), "Någon i en panel lämnade en bedömning."));
        CHECK(contains(leader.read("/processer/rus-2050/forutsattningar"), "href=\"" + pages + "\""));
    });
}

TEST_CASE("of four answers nothing is shown, in any round") {
    on_each_database([](TestDatabase& database) {
        const PanelLeader leader{database};
        REQUIRE(leader.begin().status == 303);
        for (const auto& link : leader.invite(4)) REQUIRE(leader.answer(link, "321").status == 303);
        pass_days(database, 22);
        CHECK_FALSE(contains(leader.read(pages + "/1"), "321"));
        CHECK(leader.read(pages + "/1/resultat.csv").body.find("321") == std::string::npos);
    });
}

TEST_CASE("a member counts once in a round, changes and takes back, and only while it is open") {
    on_each_database([](TestDatabase& database) {
        const PanelLeader leader{database};
        REQUIRE(leader.begin().status == 303);
        const auto link = leader.invite(1).front();
        REQUIRE(leader.answer(link, "10").status == 303);
        REQUIRE(leader.answer(link, "1 000", "<b>Fet</b>").status == 303);
        CHECK(leader.rows("panel_estimate") == 1);
        CHECK(contains(leader.read(link), "value=\"1000\""));
        CHECK(contains(leader.read(link), "&lt;b&gt;Fet"));
        for (const auto* wrong : {"1001", "-1", "många", "", "1.5"}) {
            const auto again = leader.answer(link, wrong, "Mitt skäl");
            CHECK(again.status == 422);
            CHECK(contains(again, "Skriv ett heltal från 0 till 1000"));
            CHECK(contains(again, "Mitt skäl"));
        }
        const auto form = form_to(leader.read(link).body, "/bort");
        auto request = leader.site.request(Method::post, form.action);
        request.form = form.fields;
        REQUIRE(leader.site.answer(request).status == 303);
        CHECK(leader.rows("panel_estimate") == 0);

        const auto open = form_to(leader.read(link).body, "/svar");
        pass_days(database, 22);
        request = leader.site.request(Method::post, open.action);
        request.form = open.fields;
        for (auto& [name, value] : request.form)
            if (name == "siffra") value = "7";
        CHECK(leader.site.answer(request).status == 409);
        CHECK(leader.rows("panel_estimate") == 0);
        CHECK(leader.read(link).body.find("action=\"" + open.action) == std::string::npos);
    });
}

TEST_CASE("a link is good for its own panel alone, and nobody but who leads sees links and reasons") {
    on_each_database([](TestDatabase& database) {
        const PanelLeader leader{database};
        REQUIRE(leader.begin().status == 303);
        REQUIRE(leader.begin().status == 303);
        const auto link = leader.invite(1).front();
        REQUIRE(leader.answer(link, "10", "Ett skäl").status == 303);
        auto elsewhere = link;
        elsewhere.replace(elsewhere.find("/1/fraga"), 8, "/2/fraga");
        for (const auto& forged : {elsewhere, link + "0", pages + "/1/fraga/1-aaaaaaaaaaaaaaaaaaaa",
                 pages + "/1/fraga/" + sign("medskapa.panel.v1", "1", std::string(32, 'x')),
                 pages + "/1/fraga/" + sign("medskapa.weighing.v1", "1", secret)})
            CHECK(leader.read(forged).status == 404);
        const auto editor = leader.site.session(Role::editor, leader.site.world.revision);
        const auto seen = leader.site.get(desk + "/1", editor);
        CHECK(seen.status == 200);
        CHECK(seen.body.find("/fraga/") == std::string::npos);
        CHECK(seen.body.find("Ett skäl") == std::string::npos);
        CHECK(leader.site.get(desk + "/ny", editor).status == 403);
        CHECK(leader.read(desk + "/1").status == 403);
    });
}

TEST_CASE("who begins a panel wrongly gets all words back, and a further round waits for the one before") {
    on_each_database([](TestDatabase& database) {
        const PanelLeader leader{database};
        const auto again = leader.begin({{"minst", "tolv"}, {"titel", ""}, {"siffra", "procent"}});
        CHECK(again.status == 422);
        CHECK(contains(again, "Skriv ett heltal utan mellanslag"));
        CHECK(contains(again, "value=\"procent\""));
        CHECK(contains(again, "I **hela** länet."));
        CHECK(leader.rows("panel") == 0);
        REQUIRE(leader.begin().status == 303);
        const auto early = leader.next_round("Ord som ska stå kvar");
        CHECK(early.status == 422);
        CHECK(contains(early, "Vänta tills rundan"));
        CHECK(contains(early, "Ord som ska stå kvar"));
        CHECK(leader.rows("panel_round") == 1);
        const auto process = leader.site.world.revision.id;
        CHECK(app::evidence_named(*database.db, process, "E-1"));
        CHECK(!app::evidence_named(*database.db, process, "E-2"));
    });
}

TEST_CASE("what the picture of rounds draws is what its table says, and the heading is what both say") {
    std::mt19937 random{7};
    std::uniform_int_distribution<std::int64_t> number{-500, 4500};
    const auto& words = web::words_of(Language::en);
    Panel panel;
    panel.least = -500;
    panel.most = 4500;
    panel.unit = "jobs";
    const std::regex line{"x1=\"([0-9.]+)%\" x2=\"([0-9.]+)%\""};
    const std::regex dot{"cx=\"([0-9.]+)%\""};
    for (int trial = 0; trial < 40; ++trial) {
        std::vector<RoundOutcome> outcomes;
        for (int round = 1; round <= 3; ++round) {
            std::vector<PanelEstimate> estimates;
            for (int k = 0; k < 9; ++k) estimates.push_back(said(number(random)));
            outcomes.push_back(app::outcome_of(round, estimates).value());
        }
        const auto picture = web::panel::rounds_picture(panel, outcomes, words);
        const auto& rows = picture.bands.front().rows;
        REQUIRE(rows.size() == outcomes.size());
        for (std::size_t k = 0; k < rows.size(); ++k) {
            const auto strip = rows[k].strip.markup();
            std::smatch ends;
            std::smatch middle;
            REQUIRE(std::regex_search(strip, ends, line));
            REQUIRE(std::regex_search(strip, middle, dot));
            const auto value = [&](const std::string& at) {
                const double from = picture.scale.at(-500);
                const double to = picture.scale.at(4500);
                return -500 + (std::stod(at) - from) / (to - from) * 5000;
            };
            CHECK(std::abs(value(ends[1].str()) - outcomes[k].low) < 4);
            CHECK(std::abs(value(ends[2].str()) - outcomes[k].high) < 4);
            CHECK(std::abs(value(middle[1].str()) - outcomes[k].median) < 4);
            CHECK(rows[k].name == "Round " + std::to_string(k + 1) + " (9 answers)");
            CHECK(rows[k].numbers ==
                  std::vector<std::string>{web::panel::number_text(outcomes[k].low, words) + " to " +
                                               web::panel::number_text(outcomes[k].high, words),
                      web::panel::number_text(outcomes[k].median, words)});
        }
        CHECK(picture.finding.find(web::panel::number_text(outcomes.back().low, words)) != std::string::npos);
    }
}

TEST_CASE("the outcome is the median and the quarters by linear interpolation, of five and more") {
    CHECK(!app::outcome_of(1, {said(1), said(2), said(3), said(4)}));
    const auto outcome = app::outcome_of(1, {said(10), said(1), said(2), said(4), said(3), said(5)}).value();
    CHECK(outcome.people == 6);
    CHECK(outcome.median == 3.5);
    CHECK(outcome.low == 2.25);
    CHECK(outcome.high == 4.75);
}
