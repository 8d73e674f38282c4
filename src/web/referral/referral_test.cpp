#include "support/pages.hpp"

using namespace example;

namespace {

const std::string process = "/processer/rus-2050";
const std::string pdf = "%PDF-1.7\n\xFF octets";

std::string header(const web::Response& response, std::string_view wanted) {
    for (const auto& [name, value] : response.headers)
        if (name == wanted) return value;
    return {};
}

/// The small world on the web, with a referral that two parties have been asked to answer.
struct Sent {
    TestSite house;
    Referral referral;

    explicit Sent(TestDatabase& home) : house{home} {
        const auto write = [&](auto verb) { return home.act(house.world.revision, verb).value(); };
        Referral draft;
        draft.version = frozen_for_referral(
            home, house.world.revision, {{}, {}, {}, "RUS", "Länet 2050"}, little_strategy)
                            .id;
        draft.letter = "Vi ber om ert svar.";
        draft.deadline = today;
        referral = write([&](auto& act) { return app::send_referral(act, draft, today); });
        write([&](auto& act) {
            return app::invite_parties(act, referral,
                {{"Bergs kommun", "municipality", "berg@example.org"}, {"Byalaget", "civil_society", ""}});
        });
    }

    Party party() const { return store::parties_of(*house.home.db, referral.id).front(); }
    std::string door() const { return process + "/remiss/svar/" + app::link_of(party(), secret); }

    /// The form at that address, with these words in it and, where there is one, a file.
    web::Response send(const std::string& address, const web::http::Fields& typed,
        const std::string& octets = "", const std::string& name = "svar.pdf") {
        auto form = fields_in(house.get(address).body);
        std::erase_if(form, [&](const auto& field) {
            return std::any_of(
                typed.begin(), typed.end(), [&](const auto& one) { return one.first == field.first; });
        });
        form.insert(form.end(), typed.begin(), typed.end());
        auto asked = house.request(web::http::Method::post, address);
        asked.form = form;
        if (!octets.empty()) asked.uploads.push_back({"fil", name, octets});
        return house.answer(asked);
    }

    void publish(int number) {
        house.home.act(house.world.revision, [&](auto& act) { return app::publish_inspel(act, number); })
            .value();
    }
};

const web::http::Fields an_answer{{"stallning", "tillstyrker"}, {"text", "Vi tillstyrker."},
    {"del-RUS-2", "Säg hur långt."}, {"gor", "skicka"}};

}  // namespace

TEST_CASE("a party answers by its link, section by section, and gets a receipt") {
    on_each_database([](TestDatabase& home) {
        Sent sent{home};
        CHECK(says(sent.house.get(sent.door()), "Svar från Bergs kommun"));
        const auto answered = sent.send(sent.door(), an_answer);
        REQUIRE(answered.status == 303);
        const auto receipt = sent.house.get(header(answered, "Location"));
        CHECK(says(receipt, "2 Mål (RUS-2)"));
        CHECK(says(receipt, "Tillstyrker"));
        CHECK(says(sent.house.get(sent.door()), "Vi tog emot ert svar"));
        CHECK(says(sent.house.get(process + "/remiss"), "Svarade 14 maj 2026"));
    });
}

TEST_CASE("a file comes back as it was sent: to be saved, sealed off, and only once staff have shown it") {
    on_each_database([](TestDatabase& home) {
        Sent sent{home};
        REQUIRE(
            sent.send(sent.door(), {{"stallning", "avstyrker"}, {"gor", "skicka"}}, pdf, "Svår \"fil\".pdf")
                .status == 303);
        sent.publish(1);
        const auto address = process + "/inspel/1/fil";
        CHECK(says(sent.house.get(process + "/inspel/1"), "Svaret finns i filen"));
        CHECK(sent.house.get(address).status == 404);
        const auto editor = sent.house.session(Role::editor, sent.house.world.revision);
        const auto bench = process + "/handlaggning/inspel/1";
        CHECK(sent.house.get(bench + "/fil", editor).body == pdf);
        REQUIRE(sent.house.post(bench + "/filvisning", editor, {{"visa", "ja"}}).status == 303);
        const auto file = sent.house.get(address);
        CHECK(file.body == pdf);
        CHECK(file.content_type == "application/pdf");
        CHECK(header(file, "Content-Disposition") ==
              "attachment; filename=\"Sv__r__fil_.pdf\"; filename*=UTF-8''Sv%c3%a5r%20%22fil%22.pdf");
        CHECK(header(file, "Content-Security-Policy") == "default-src 'none'; sandbox");
        CHECK(sent.house.post(bench + "/filvisning", editor, {{"visa", "nej"}}).status == 303);
        CHECK(sent.house.get(address).status == 404);
    });
}

TEST_CASE("a file that is no document, or too large, is refused, and all that was typed comes back") {
    on_each_database([](TestDatabase& home) {
        Sent sent{home};
        for (const auto& octets : {std::string{"<script>alert(1)</script>"}, std::string{"MZ\x90"},
                 "%PDF-" + std::string(largest_original, 'x')}) {
            const auto again = sent.send(sent.door(), an_answer, octets);
            CHECK(again.status == 422);
            CHECK(says(again, "#fil"));
            CHECK(says(again, "Säg hur långt."));
        }
        CHECK(home.db->run("SELECT count(*) AS n FROM original_bytes").front().integer("n") == 0);
    });
}

TEST_CASE("an answer without words and without a file is refused with every fault") {
    on_each_database([](TestDatabase& home) {
        Sent sent{home};
        const auto again = sent.send(sent.door(), {{"gor", "skicka"}, {"kontakt", "ring"}});
        CHECK(again.status == 422);
        for (const auto* field : {"#stallning", "#text", "#kontakt"}) CHECK(says(again, field));
    });
}

TEST_CASE("a second person reads the answer behind a link of their own and sends it") {
    on_each_database([](TestDatabase& home) {
        Sent sent{home};
        auto typed = an_answer;
        typed.back().second = "godkannande";
        CHECK(sent.send(sent.door(), typed, pdf).status == 422);
        typed.emplace_back("skrivet-av", "Anna");
        const auto held = sent.send(sent.door(), typed, pdf);
        REQUIRE(held.status == 303);
        const auto draft = header(held, "Location");
        const auto page = sent.house.get(draft).body;
        const auto at = page.find(process + "/remiss/godkannande/");
        const auto approval = page.substr(at, page.find('<', at) - at);
        CHECK(says(sent.house.get(process + "/remiss"), "Tillfrågad"));

        CHECK(says(sent.house.get(approval), "Säg hur långt."));
        CHECK(sent.house.get(approval + "/fil").body == pdf);
        CHECK(sent.send(approval, {{"godkant-av", "Anna"}}).status == 422);
        const auto approved = sent.send(approval, {{"godkant-av", "Bo"}});
        REQUIRE(approved.status == 303);
        CHECK(says(sent.house.get(header(approved, "Location")), "Godkänt av en andra person"));
        CHECK(says(sent.house.get(draft), "Svaret är skickat"));
        CHECK(sent.house.get(approval + "/fil").status == 404);
        for (const auto* name : {"Anna", "Bo<"})
            CHECK_FALSE(says(sent.house.get(header(approved, "Location")), name));
    });
}

TEST_CASE("what the writer changes must be read again before it can be sent") {
    on_each_database([](TestDatabase& home) {
        Sent sent{home};
        auto typed = an_answer;
        typed.back().second = "godkannande";
        typed.emplace_back("skrivet-av", "Anna");
        const auto draft = header(sent.send(sent.door(), typed), "Location");
        const auto page = sent.house.get(draft).body;
        const auto at = page.find(process + "/remiss/godkannande/");
        const auto approval = page.substr(at, page.find('<', at) - at);
        auto read = fields_in(sent.house.get(approval).body);
        std::erase_if(read, [](const auto& field) { return field.first == "godkant-av"; });
        read.emplace_back("godkant-av", "Bo");

        REQUIRE(sent.send(draft, {{"text", "Andra ord."}}).status == 303);
        CHECK(sent.house.post(approval, "", read).status == 409);
        CHECK(says(sent.house.get(approval), "Andra ord."));
    });
}

TEST_CASE("after the last day what was written is given back, and more time opens the door again") {
    on_each_database([](TestDatabase& home) {
        Sent sent{home};
        auto form = fields_in(sent.house.get(sent.door()).body);
        std::erase_if(form, [](const auto& field) { return field.first != "nyckel"; });
        form.insert(form.end(), an_answer.begin(), an_answer.end());
        home.now += 24h;
        const auto closed = sent.house.post(sent.door(), "", form);
        CHECK(closed.status == 409);
        CHECK(says(closed, "Säg hur långt."));
        CHECK(says(sent.house.get(process + "/remiss"), "Har inte svarat till 14 maj 2026"));

        const auto editor = sent.house.session(Role::editor, sent.house.world.revision);
        const auto party = process + "/handlaggning/remiss/1/parter/1";
        CHECK(
            sent.house.post(party + "/forlangning", editor, {{"forlangt-till", "2026-05-14"}}).status == 422);
        CHECK(
            sent.house.post(party + "/forlangning", editor, {{"forlangt-till", "2026-05-20"}}).status == 303);
        CHECK(sent.house.post(sent.door(), "", form).status == 303);
    });
}

TEST_CASE("anybody may answer, is shown once read, and is never counted among those who were asked") {
    on_each_database([](TestDatabase& home) {
        Sent sent{home};
        auto typed = an_answer;
        typed.emplace_back("vem", "business");
        typed.emplace_back("organisation", "Sågen AB");
        REQUIRE(sent.send(process + "/remiss/1/svar", typed).status == 303);
        CHECK_FALSE(says(sent.house.get(process + "/remiss"), "Sågen AB"));
        CHECK_FALSE(says(sent.house.get(process + "/remiss/1/sammanstallning.csv"), "Sågen AB"));
        sent.publish(1);
        CHECK(says(sent.house.get(process + "/remiss"), "Sågen AB"));
        CHECK(says(
            sent.house.get(process + "/remiss/1/sammanstallning.csv"), "\"Sågen AB\",\"business\",\"0\""));
    });
}

TEST_CASE("a party says that it will not answer, once") {
    on_each_database([](TestDatabase& home) {
        Sent sent{home};
        CHECK(sent.house.post(sent.door() + "/avstar", "", {}).status == 303);
        CHECK(says(sent.house.get(process + "/remiss"), "Avstår, meddelat 14 maj 2026"));
        CHECK(sent.house.post(sent.door() + "/avstar", "", {}).status == 409);
        CHECK(says(sent.house.get(sent.door()), "Ni har meddelat att ni avstår"));
    });
}

TEST_CASE("links that nobody was given open nothing") {
    on_each_database([](TestDatabase& home) {
        Sent sent{home};
        auto wrong = app::link_of(sent.party(), secret);
        wrong.back() = wrong.back() == '0' ? '1' : '0';
        for (const auto* place : {"/remiss/svar/", "/remiss/utkast/", "/remiss/godkannande/"})
            for (const auto& link : {wrong, sent.party().public_id, std::string{"-"}})
                CHECK(sent.house.get(process + (place + link)).status == 404);
        CHECK(sent.house.get("/processer/annan/remiss/svar/" + app::link_of(sent.party(), secret)).status ==
              404);
    });
}

TEST_CASE("who was asked, the links and how to reach them are told to staff only") {
    on_each_database([](TestDatabase& home) {
        Sent sent{home};
        for (const auto* address : {"/remiss", "/remiss/1/tackning", "/remiss/1/sammanstallning.csv"})
            for (const auto& secret_words :
                {std::string{"berg@example.org"}, app::link_of(sent.party(), secret)})
                CHECK_FALSE(says(sent.house.get(process + address), secret_words));
        CHECK(sent.house.get(process + "/handlaggning/remiss/1/sandlista.csv").status == 403);
        const auto viewer = sent.house.session(Role::viewer, sent.house.world.revision);
        CHECK(sent.house.get(process + "/handlaggning/remiss/1/sandlista.csv", viewer).status == 403);
        CHECK_FALSE(says(sent.house.get(process + "/handlaggning/remiss/1/parter/1", viewer),
            app::link_of(sent.party(), secret)));
        const auto editor = sent.house.session(Role::editor, sent.house.world.revision);
        CHECK(says(sent.house.get(process + "/handlaggning/remiss/1/sandlista.csv", editor),
            "http://localhost:8080" + sent.door()));
    });
}

TEST_CASE("the register is sorted by kind, name, day or standpoint, and counts the standpoints") {
    on_each_database([](TestDatabase& home) {
        Sent sent{home};
        const auto second = store::parties_of(*home.db, sent.referral.id).back();
        REQUIRE(sent.send(process + "/remiss/svar/" + app::link_of(second, secret), an_answer).status == 303);
        sent.publish(1);
        const auto comes_first = [&](const std::string& order) {
            const auto page = sent.house.get(process + "/remiss/1", "", {{"ordning", order}}).body;
            return page.find(">Bergs kommun<") < page.find(">Byalaget<") ? "Bergs kommun" : "Byalaget";
        };
        CHECK(comes_first("slag") == "Bergs kommun");
        CHECK(comes_first("namn") == "Bergs kommun");
        CHECK(comes_first("dag") == "Byalaget");
        CHECK(comes_first("standpunkt") == "Byalaget");
        CHECK(comes_first("nonsens") == "Bergs kommun");
        const auto page = sent.house.get(process + "/remiss/1");
        CHECK(says(page, "<p>Tillstyrker 1</p>"));
        CHECK(says(page, "?ordning=slag#svaren\" aria-current=\"true\""));
    });
}

TEST_CASE("an answer that a party was given more time for says so") {
    on_each_database([](TestDatabase& home) {
        Sent sent{home};
        const auto extend = [&](Day to) {
            home.act(sent.house.world.revision,
                    [&](auto& act) { return app::extend_party(act, sent.party(), to); })
                .value();
        };
        extend(today + std::chrono::days{3});
        sent.send(sent.door(), an_answer);
        CHECK(says(sent.house.get(process + "/remiss/1"),
            "Svarade 14 maj 2026, hade fått anstånd till 17 maj 2026"));
    });
}
