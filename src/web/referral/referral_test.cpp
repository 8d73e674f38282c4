#include "support/sent.hpp"

using namespace example;

namespace {

const auto& process = process_path;
const std::string pdf = "%PDF-1.7\n\xFF octets";

const web::http::Fields an_answer{{"stallning", "tillstyrker"}, {"text", "Vi tillstyrker."},
    {"del-RUS-2", "Säg hur långt."}, {"gor", "skicka"}};

}  // namespace

TEST_CASE("a party answers by its link, section by section, and gets a receipt") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        CHECK(contains(sent.site.get(sent.door()), "Svar från Bergs kommun"));
        const auto answered = sent.send(sent.door(), an_answer);
        REQUIRE(answered.status == 303);
        const auto receipt = sent.site.get(header(answered, "Location"));
        CHECK(contains(receipt, "2 Mål (RUS-2)"));
        CHECK(contains(receipt, "Tillstyrker"));
        CHECK(contains(sent.site.get(sent.door()), "Vi tog emot ert svar"));
        CHECK(contains(sent.site.get(process + "/remiss"), "Svarade 14 maj 2026"));
    });
}

TEST_CASE("a file comes back as it was sent: to be saved, in a sandbox, and only once staff have shown it") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        REQUIRE(
            sent.send(sent.door(), {{"stallning", "avstyrker"}, {"gor", "skicka"}}, pdf, "Svår \"fil\".pdf")
                .status == 303);
        sent.publish(1);
        const auto address = process + "/inspel/1/fil/1";
        CHECK(contains(sent.site.get(process + "/inspel/1"), "Svaret finns i filen"));
        CHECK(sent.site.get(address).status == 404);
        const auto leader = sent.site.session(Role::process_leader, sent.site.world.revision);
        const auto bench = process + "/handlaggning/inspel/1";
        CHECK(sent.site.get(bench + "/fil/1", leader).body == pdf);
        REQUIRE(sent.site.post(bench + "/fil/1/visning", leader, {{"visa", "ja"}}).status == 303);
        const auto file = sent.site.get(address);
        CHECK(file.body == pdf);
        CHECK(file.content_type == "application/pdf");
        CHECK(header(file, "Content-Disposition") ==
              "attachment; filename=\"Sv__r__fil_.pdf\"; filename*=UTF-8''Sv%c3%a5r%20_fil_.pdf");
        CHECK(header(file, "Content-Security-Policy") == "default-src 'none'; sandbox");
        CHECK(sent.site.post(bench + "/fil/1/visning", leader, {{"visa", "nej"}}).status == 303);
        CHECK(sent.site.get(address).status == 404);
    });
}

TEST_CASE("a file that is no document, or too large, is refused, and all that was typed comes back") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        for (const auto& bytes : {std::string{"<script>alert(1)</script>"}, std::string{"MZ\x90"},
                 "%PDF-" + std::string(largest_files, 'x')}) {
            const auto again = sent.send(sent.door(), an_answer, bytes);
            CHECK(again.status == 422);
            CHECK(contains(again, "#fil"));
            CHECK(contains(again, "Säg hur långt."));
        }
        CHECK(database.db->run("SELECT count(*) AS n FROM original_bytes").front().integer("n") == 0);
    });
}

TEST_CASE("an answer without a position is refused with every fault, and a position is all that is asked") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto again = sent.send(sent.door(), {{"gor", "skicka"}, {"kontakt", "ring"}});
        CHECK(again.status == 422);
        for (const auto* field : {"#stallning", "#kontakt"}) CHECK(contains(again, field));
        REQUIRE(sent.send(sent.door(), {{"gor", "skicka"}, {"stallning", "ingen_erinran"}}).status == 303);
        sent.publish(1);
        CHECK(contains(sent.site.get(process + "/inspel/1"), "Har ingen erinran"));
    });
}

TEST_CASE("a second person reads the answer behind a link of their own and sends it") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        auto typed = an_answer;
        typed.back().second = "godkannande";
        CHECK(sent.send(sent.door(), typed, pdf).status == 422);
        typed.emplace_back("skrivet-av", "Anna");
        const auto held = sent.send(sent.door(), typed, pdf);
        REQUIRE(held.status == 303);
        const auto draft = header(held, "Location");
        const auto page = sent.site.get(draft).body;
        const auto at = page.find(process + "/remiss/godkannande/");
        const auto approval = page.substr(at, page.find('<', at) - at);
        CHECK(contains(sent.site.get(process + "/remiss"), "Tillfrågad"));

        CHECK(contains(sent.site.get(approval), "Säg hur långt."));
        CHECK(sent.site.get(approval + "/fil/1").body == pdf);
        CHECK(sent.send(approval, {{"godkant-av", "Anna"}}).status == 422);
        const auto approved = sent.send(approval, {{"godkant-av", "Bo"}});
        REQUIRE(approved.status == 303);
        CHECK(contains(sent.site.get(header(approved, "Location")), "Godkänt av en andra person"));
        CHECK(contains(sent.site.get(draft), "Svaret är skickat"));
        CHECK(sent.site.get(approval + "/fil/1").status == 404);
        sent.publish(1);
        for (const auto* name : {"Anna", "Bo<"})
            CHECK_FALSE(contains(sent.site.get(process + "/inspel/1"), name));
    });
}

TEST_CASE("what the writer changes must be read again before it can be sent") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        auto typed = an_answer;
        typed.back().second = "godkannande";
        typed.emplace_back("skrivet-av", "Anna");
        const auto draft = header(sent.send(sent.door(), typed), "Location");
        const auto page = sent.site.get(draft).body;
        const auto at = page.find(process + "/remiss/godkannande/");
        const auto approval = page.substr(at, page.find('<', at) - at);
        auto read = fields_in(sent.site.get(approval).body);
        std::erase_if(read, [](const auto& field) { return field.first == "godkant-av"; });
        read.emplace_back("godkant-av", "Bo");

        REQUIRE(sent.send(draft, {{"text", "Andra ord."}, {"gor", "godkannande"}}).status == 303);
        CHECK(sent.site.post(approval, "", read).status == 409);
        CHECK(contains(sent.site.get(approval), "Andra ord."));
    });
}

TEST_CASE("after the last day what was written is given back, and more time opens the door again") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        auto form = fields_in(sent.site.get(sent.door()).body);
        std::erase_if(form, [](const auto& field) { return field.first != "nyckel"; });
        form.insert(form.end(), an_answer.begin(), an_answer.end());
        database.now += 24h;
        const auto closed = sent.site.post(sent.door(), "", form);
        CHECK(closed.status == 409);
        CHECK(contains(closed, "Säg hur långt."));
        CHECK(contains(sent.site.get(process + "/remiss"), "Svarade inte senast 14 maj 2026"));

        const auto editor = sent.site.session(Role::editor, sent.site.world.revision);
        const auto party = process + "/handlaggning/remiss/1/parter/1";
        CHECK(
            sent.site.post(party + "/forlangning", editor, {{"forlangt-till", "2026-05-14"}}).status == 422);
        CHECK(
            sent.site.post(party + "/forlangning", editor, {{"forlangt-till", "2026-05-20"}}).status == 303);
        CHECK(sent.site.post(sent.door(), "", form).status == 303);
    });
}

TEST_CASE("anybody may answer, is shown once read, and is never counted among those who were asked") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        auto typed = an_answer;
        typed.emplace_back("vem", "business");
        typed.emplace_back("organisation", "Sågen AB");
        REQUIRE(sent.send(process + "/remiss/1/svar", typed).status == 303);
        CHECK_FALSE(contains(sent.site.get(process + "/remiss"), "Sågen AB"));
        CHECK_FALSE(contains(sent.site.get(process + "/remiss/1/sammanstallning.csv"), "Sågen AB"));
        sent.publish(1);
        CHECK(contains(sent.site.get(process + "/remiss"), "Sågen AB"));
        CHECK(contains(sent.site.get(process + "/remiss/1/sammanstallning.csv"),
            "\"Sågen AB\",\"business\",\"0\",\"0\""));
    });
}

TEST_CASE("an answer that was declined is not said to be read still") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        REQUIRE(sent.send(sent.door(), an_answer).status == 303);
        CHECK(contains(sent.site.get(process + "/remiss"), ">Granskas<"));
        REQUIRE(database.act(sent.site.world.revision,
            [&](auto& act) { return app::decline_inspel(act, 1, "spam", "Det är reklam."); }));
        CHECK_FALSE(contains(sent.site.get(process + "/remiss"), ">Granskas<"));
        CHECK(contains(sent.site.get(process + "/remiss"), ">Visas inte<"));
    });
}

TEST_CASE("that an answer abstains is said to nobody before it has been read") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        REQUIRE(sent.send(sent.door(), {{"stallning", "avstar"}, {"gor", "skicka"}}).status == 303);
        const auto places = {process + "/remiss", process + "/remiss/1/remiss.json"};
        for (const auto& place : places) {
            CHECK_FALSE(contains(sent.site.get(place), "Avstod från att svara,"));
            CHECK_FALSE(contains(sent.site.get(place), "abstained"));
        }
        sent.publish(1);
        CHECK(contains(sent.site.get(process + "/remiss"), "Avstod från att svara,"));
        CHECK(contains(sent.site.get(process + "/remiss/1/remiss.json"), "abstained"));
    });
}

TEST_CASE("a party says that it will not answer, once") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        CHECK(sent.site.post(sent.door() + "/avstar", "", {}).status == 303);
        CHECK(contains(sent.site.get(process + "/remiss"), "Avstod från att svara, 14 maj 2026"));
        CHECK(sent.site.post(sent.door() + "/avstar", "", {}).status == 409);
        CHECK(contains(sent.site.get(sent.door()), "Ni har meddelat att ni avstår"));
    });
}

TEST_CASE("links that nobody was given open nothing") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        auto wrong = app::link_of(sent.party(), secret);
        wrong.back() = wrong.back() == '0' ? '1' : '0';
        for (const auto* place : {"/remiss/svar/", "/remiss/utkast/", "/remiss/godkannande/"})
            for (const auto& link : {wrong, sent.party().public_id, std::string{"-"}})
                CHECK(sent.site.get(process + (place + link)).status == 404);
        CHECK(sent.site.get("/processer/annan/remiss/svar/" + app::link_of(sent.party(), secret)).status ==
              404);
    });
}

TEST_CASE("who was asked, the links and how to reach them are shown to staff only") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        for (const auto* address : {"/remiss", "/remiss/1/tackning", "/remiss/1/sammanstallning.csv"})
            for (const auto& secret_words :
                {std::string{"berg@example.org"}, app::link_of(sent.party(), secret)})
                CHECK_FALSE(contains(sent.site.get(process + address), secret_words));
        CHECK(sent.site.get(process + "/handlaggning/remiss/1/sandlista.csv").status == 403);
        const auto viewer = sent.site.session(Role::viewer, sent.site.world.revision);
        CHECK(sent.site.get(process + "/handlaggning/remiss/1/sandlista.csv", viewer).status == 403);
        CHECK_FALSE(contains(sent.site.get(process + "/handlaggning/remiss/1/parter/1", viewer),
            app::link_of(sent.party(), secret)));
        const auto editor = sent.site.session(Role::editor, sent.site.world.revision);
        CHECK(contains(sent.site.get(process + "/handlaggning/remiss/1/sandlista.csv", editor),
            "http://localhost:8080" + sent.door()));
    });
}

TEST_CASE("the register is sorted by kind, name, day or standpoint, and counts the standpoints") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto second = store::parties_of(*database.db, sent.referral.id).back();
        REQUIRE(sent.send(process + "/remiss/svar/" + app::link_of(second, secret), an_answer).status == 303);
        sent.publish(1);
        const auto comes_first = [&](const std::string& order) {
            const auto page = sent.site.get(process + "/remiss/1", "", {{"ordning", order}}).body;
            return page.find(">Bergs kommun<") < page.find(">Byalaget<") ? "Bergs kommun" : "Byalaget";
        };
        CHECK(comes_first("slag") == "Bergs kommun");
        CHECK(comes_first("namn") == "Bergs kommun");
        CHECK(comes_first("dag") == "Byalaget");
        CHECK(comes_first("standpunkt") == "Byalaget");
        CHECK(comes_first("nonsens") == "Bergs kommun");
        const auto page = sent.site.get(process + "/remiss/1");
        CHECK(contains(page, "<p>Tillstyrker 1</p>"));
        CHECK(contains(page, "?ordning=slag#svaren\" aria-current=\"true\""));
    });
}

TEST_CASE("an answer that a party was given more time for says so") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto extend = [&](Day to) {
            database
                .act(sent.site.world.revision,
                    [&](auto& act) { return app::extend_party(act, sent.party(), to); })
                .value();
        };
        extend(today + std::chrono::days{3});
        sent.send(sent.door(), an_answer);
        CHECK(contains(
            sent.site.get(process + "/remiss/1"), "Svarade 14 maj 2026, hade fått anstånd till 17 maj 2026"));
    });
}
