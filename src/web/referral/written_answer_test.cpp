#include "support/sent.hpp"

#include <nlohmann/json.hpp>

using namespace example;

namespace {

const std::string questions = "Är målen rätt valda?\n\nVem sköter affärerna? [RUS-2]\n";

web::http::Fields with(web::http::Fields fields, const web::http::Fields& more) {
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
}

const web::http::Fields my_words{{"stallning", "tillstyrker"}, {"text", "Mina ord."}};
const web::http::Fields their_words{{"stallning", "avstyrker"}, {"text", "Kollegans ord."}};
const web::http::Fields save_it{{"gor", "spara"}};
const web::http::Fields send_it{{"gor", "skicka"}};

/// The first link of this kind on a page.
std::string link_on(const std::string& page, const std::string& kind) {
    const auto at = page.find(process_path + "/remiss/" + kind + "/");
    return at == std::string::npos ? "" : page.substr(at, page.find_first_of("<\"?#", at) - at);
}

}  // namespace

TEST_CASE("the door shows the questions, the letter, the last day with its weekday and who is asked") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database, questions};
        for (const auto& address : {sent.door(), process_path + "/remiss"}) {
            const auto page = sent.site.get(address);
            for (const auto* words : {"Är målen rätt valda?", "Vem sköter affärerna?", "Vi ber om ert svar.",
                     "torsdag 14 maj 2026", "klockan 23.59", "Det är sista dagen."})
                CHECK(contains(page, words));
        }
        CHECK(contains(sent.site.get(sent.door()), "Tillfrågade: 2. Har svarat: 0."));
    });
}

TEST_CASE("an answer takes a position in each question and on each section, and nothing of it is demanded") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database, questions};
        const auto answered = sent.send(sent.door(),
            with(send_it, {{"stallning", "tillstyrker_med_andringar"}, {"fraga-2", "Byalaget."},
                              {"stallning-fraga-1", "avstar"}, {"stallning-del-RUS-1", "avstyrker"}}));
        REQUIRE(answered.status == 303);
        CHECK(contains(sent.site.get(header(answered, "Location")), "2. Vem sköter affärerna?"));
        sent.publish(1);

        const auto table = sent.site.get(process_path + "/remiss/1/stallningstaganden");
        CHECK(contains(table, "Fråga 1: Är målen rätt valda?"));
        CHECK(contains(table, "1 Vision"));
        CHECK(contains(table, "Kommun"));
        const auto json = nlohmann::json::parse(sent.site.get(process_path + "/remiss/1/remiss.json").body);
        CHECK(json["questions"][1]["part"] == "RUS-2");
        CHECK(json["asked"][0]["state"] == "answered");
        CHECK(json["asked"][1]["state"] == "asked");
        const auto answer = json["answers"][0];
        CHECK(answer["position"] == "tillstyrker_med_andringar");
        CHECK(answer["parts"].size() == 2);
        CHECK(answer["parts"][1]["part"] == "RUS-1");
        CHECK(answer["parts"][1]["position"] == "avstyrker");
        CHECK(answer["confirmed"] == true);
        CHECK(json.dump().find("Byalaget.") == std::string::npos);
    });
}

TEST_CASE("an answer that nobody has read is in no table and no file") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database, questions};
        REQUIRE(sent.send(sent.door(), with(send_it, my_words)).status == 303);
        CHECK(contains(
            sent.site.get(process_path + "/remiss/1/stallningstaganden"), "Inget svar är publicerat"));
        const auto json = nlohmann::json::parse(sent.site.get(process_path + "/remiss/1/remiss.json").body);
        CHECK(json["answers"].empty());
    });
}

TEST_CASE("in two tabs on one link the second to save sees both texts and loses none") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto mine = sent.site.get(sent.door());
        const auto theirs = sent.site.get(sent.door());
        const auto saved = sent.send_from(theirs, sent.door(), with(save_it, their_words));
        REQUIRE(saved.status == 303);
        for (const auto& act : {save_it, send_it}) {
            const auto both = sent.send_from(mine, sent.door(), with(act, my_words));
            CHECK(both.status == 409);
            CHECK(contains(both, "Mina ord."));
            CHECK(contains(both, "Kollegans ord."));
        }
        const auto both = sent.send_from(mine, sent.door(), with(save_it, my_words));
        const auto draft = header(saved, "Location");
        CHECK(header(sent.site.get(sent.door()), "Location") == draft);
        REQUIRE(
            sent.send_from(both, draft, with(save_it, {{"text", "Mina ord. Kollegans ord."}})).status == 303);
        CHECK(contains(sent.site.get(draft), "Mina ord. Kollegans ord."));
        CHECK_FALSE(contains(sent.site.get(process_path + "/remiss"), "Svarade"));
    });
}

TEST_CASE("a script keeps what is written without a page, and is told what stands there now") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto draft = header(sent.send(sent.door(), with(save_it, my_words)), "Location");
        const auto tab = sent.site.get(draft);
        CHECK(contains(tab, "/keep-draft.js"));
        const auto kept = sent.send_from(tab, draft, {{"tyst", "ja"}, {"text", "Mera ord."}});
        CHECK(kept.status == 204);
        CHECK(kept.body.empty());
        CHECK(sent.send_from(tab, draft, {{"tyst", "ja"}, {"text", "Ännu mera."}}).status == 409);
        const auto again = sent.send_from(
            tab, draft, {{"tyst", "ja"}, {"text", "Ännu mera."}, {"sett", header(kept, "X-Seen")}});
        CHECK(again.status == 204);
        CHECK(contains(sent.site.get(draft), "Ännu mera."));
    });
}

TEST_CASE(
    "a page that saves what its script kept just before keeps the chosen file, and sends once by two "
    "clicks") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto draft = header(sent.send(sent.door(), with(save_it, my_words)), "Location");
        const auto tab = sent.site.get(draft);
        const web::http::Fields more{{"text", "Mera ord."}};
        REQUIRE(sent.send_from(tab, draft, with(more, {{"tyst", "ja"}})).status == 204);
        CHECK(sent.send_from(tab, draft, with(save_it, more), "%PDF-1.7\nbilaga").status == 303);
        CHECK(contains(sent.site.get(draft), "svar.pdf"));

        REQUIRE(sent.send_from(tab, draft, with(send_it, more)).status == 303);
        const auto second = sent.send_from(tab, draft, with(send_it, more));
        CHECK(second.status == 200);
        CHECK(contains(second, "Till kvittensen"));
        CHECK(sent.send_from(tab, draft, with(send_it, their_words)).status == 409);
    });
}

TEST_CASE("who goes back to the first page and sends is shown the draft, with their words in its fields") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto open = process_path + "/remiss/1/svar";
        const auto first = sent.site.get(open);
        const web::http::Fields who{{"vem", "municipality"}, {"organisation", "Bergs kommun"}};
        REQUIRE(sent.send_from(first, open, with(save_it, with(my_words, who)), "%PDF-1.7\nbilaga").status ==
                303);
        const auto back = sent.send_from(first, open, with(send_it, with(my_words, who)));
        CHECK(back.status == 409);
        CHECK_FALSE(contains(back, "med andra ord"));
        CHECK(contains(back, "Mina ord."));
        CHECK(contains(back, "svar.pdf"));
        const auto draft = link_on(back.body, "utkast");
        REQUIRE_FALSE(draft.empty());
        CHECK(sent.send_from(back, draft, with(send_it, my_words)).status == 303);
        CHECK(store::received_answers(*database.db, sent.referral.id).size() == 1);
    });
}

TEST_CASE("a draft's page says how long it is kept when it is not sent") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto draft = header(sent.send(sent.door(), with(save_it, my_words)), "Location");
        CHECK(contains(sent.site.get(draft), "raderas 30 dagar efter sista svarsdagen"));
    });
}

TEST_CASE("of two who send by one link the second is told, and gets the words back") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto mine = sent.site.get(sent.door());
        REQUIRE(sent.send(sent.door(), with(send_it, their_words)).status == 303);
        const auto told = sent.send_from(mine, sent.door(), with(send_it, my_words));
        CHECK(told.status == 409);
        CHECK(contains(told, "Vi har redan ett svar från er"));
        CHECK(contains(told, "Mina ord."));
        CHECK(contains(told, "Kollegans ord."));
        CHECK(contains(told, "Välj ”Ändra svaret” om det du skrev ska gälla i stället."));
        CHECK_FALSE(contains(sent.site.get(sent.door()), "ska gälla i stället"));
        CHECK(store::received_answers(*database.db, sent.referral.id).size() == 1);
    });
}

TEST_CASE(
    "a party whose answer came in another way while it wrote sees that answer, and goes on from there") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto draft = header(sent.send(sent.door(), with(save_it, my_words)), "Location");
        REQUIRE(sent.send(process_path + "/remiss/1/svar",
                        with(send_it, with(their_words, {{"vem", "municipality"}, {"organisation", "Berg"}})))
                    .status == 303);
        const auto editor = sent.site.session(Role::editor, sent.site.world.revision);
        REQUIRE(sent.site.post(process_path + "/handlaggning/inspel/1/avsandare", editor, {{"part", "1"}})
                    .status == 303);

        const auto refused = sent.send(draft, with(send_it, my_words));
        CHECK(refused.status == 409);
        CHECK(contains(refused, "Mina ord."));
        CHECK_FALSE(contains(refused, "via den här länken"));
        const auto door = sent.site.get(sent.door());
        CHECK(door.status == 200);
        CHECK(contains(door, "Kollegans ord."));
        const auto again = sent.send_from(door, sent.door(), {{"gor", "andra"}});
        CHECK(header(again, "Location") == draft);
        CHECK(sent.send(draft, send_it).status == 303);
        CHECK(contains(sent.site.get(sent.door()), "Mina ord."));
    });
}

TEST_CASE("a second person whose answer was overtaken is told what to do, and can send it after that") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto handed =
            sent.send(sent.door(), with(my_words, {{"skrivet-av", "Anna"}, {"gor", "godkannande"}}));
        const auto draft = header(handed, "Location");
        const auto approval = link_on(sent.site.get(draft).body, "godkannande");
        REQUIRE_FALSE(approval.empty());
        REQUIRE(sent.send(process_path + "/remiss/1/svar",
                        with(send_it, with(their_words, {{"vem", "municipality"}, {"organisation", "Berg"}})))
                    .status == 303);
        const auto read = sent.site.get(approval);
        const auto editor = sent.site.session(Role::editor, sent.site.world.revision);
        REQUIRE(sent.site.post(process_path + "/handlaggning/inspel/1/avsandare", editor, {{"part", "1"}})
                    .status == 303);

        const web::http::Fields approved{{"gor", "skicka"}, {"godkant-av", "Bo"}};
        const auto refused = sent.send_from(read, approval, approved);
        CHECK(refused.status == 409);
        for (const auto& told : {refused, sent.site.get(approval)}) {
            CHECK(contains(told, "Vi har redan ett annat svar från Bergs kommun"));
            CHECK(contains(told, "välja ”Ändra svaret”"));
            CHECK_FALSE(contains(told, sent.door()));
        }
        REQUIRE(header(sent.send(sent.door(), {{"gor", "andra"}}), "Location") == draft);
        CHECK(sent.send(approval, approved).status == 303);
    });
}

TEST_CASE("a draft opened in two tabs, sent in one, is a receipt in the other") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto draft = header(sent.send(sent.door(), with(save_it, my_words)), "Location");
        const auto other = sent.site.get(draft);
        REQUIRE(sent.send(draft, send_it).status == 303);
        const auto late = sent.send_from(other, draft, with(save_it, their_words));
        CHECK(late.status == 409);
        CHECK(contains(late, "Kollegans ord."));
        CHECK(contains(sent.site.get(draft), "Till kvittensen"));
    });
}

TEST_CASE("what somebody wrote in the other tab comes back, also from who was not asked") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto first = sent.send(process_path + "/remiss/1/svar", with(save_it, my_words));
        const auto draft = header(first, "Location");
        const auto other = sent.site.get(draft);
        REQUIRE(sent.send(draft, with(send_it, {{"vem", "citizen"}})).status == 303);
        for (const auto& late : {with(save_it, their_words), with(their_words, {{"tyst", "ja"}})}) {
            const auto told = sent.send_from(other, draft, late);
            CHECK(told.status == 409);
            CHECK(contains(told, "Svaret skickades innan du var klar."));
            CHECK(contains(told, "Kollegans ord."));
        }
    });
}

TEST_CASE("a comment on an answer that its writer has sent meanwhile comes back to the second person") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto draft =
            header(sent.send(sent.door(), with(my_words, {{"gor", "godkannande"}, {"skrivet-av", "Anna"}})),
                "Location");
        const auto approval = link_on(sent.site.get(draft).body, "godkannande");
        const auto opened = sent.site.get(approval);
        const web::http::Fields back{
            {"gor", "tillbaka"}, {"godkant-av", "Bo"}, {"kommentar", "Nämn <beslutet>."}};
        REQUIRE(sent.send(draft, save_it).status == 303);
        const auto taken_back = sent.send_from(opened, approval, back);
        CHECK(taken_back.status == 409);
        CHECK(contains(taken_back, "Nämn &lt;beslutet&gt;."));
        REQUIRE(sent.send(draft, send_it).status == 303);
        const auto gone = sent.send_from(opened, approval, back);
        CHECK(gone.status == 409);
        CHECK(contains(gone, "Nämn &lt;beslutet&gt;."));
    });
}

TEST_CASE("the second person sends the answer back with a comment, and reads it again") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto held =
            sent.send(sent.door(), with(my_words, {{"gor", "godkannande"}, {"skrivet-av", "Anna"}}));
        REQUIRE(held.status == 303);
        const auto draft = header(held, "Location");
        const auto approval = link_on(sent.site.get(draft).body, "godkannande");
        CHECK(sent.send(approval, {{"gor", "tillbaka"}, {"godkant-av", "Bo"}}).status == 422);
        const auto opened = sent.site.get(approval);
        const web::http::Fields back{
            {"gor", "tillbaka"}, {"godkant-av", "Bo"}, {"kommentar", "Nämn <beslutet>."}};
        REQUIRE(sent.send_from(opened, approval, back).status == 303);
        CHECK(contains(sent.site.get(draft), "Bo skickade tillbaka utkastet:"));
        CHECK(contains(sent.site.get(draft), "Nämn &lt;beslutet&gt;."));
        CHECK(contains(sent.site.get(approval), "Svaret håller på att skrivas"));
        CHECK(sent.send_from(opened, approval, {{"gor", "skicka"}, {"godkant-av", "Bo"}}).status == 409);

        REQUIRE(sent.send(draft, {{"text", "Med beslutet."}, {"gor", "godkannande"}}).status == 303);
        CHECK(contains(sent.site.get(approval), "Med beslutet."));
        const auto read = sent.site.get(approval);
        const auto receipt = sent.send_from(read, approval, {{"gor", "skicka"}, {"godkant-av", "Bo"}});
        REQUIRE(receipt.status == 303);
        CHECK(contains(sent.site.get(header(receipt, "Location")), "Kvitto för diariet"));
        const auto second = sent.send_from(read, approval, {{"gor", "skicka"}, {"godkant-av", "Bo"}});
        CHECK(second.status == 200);
        CHECK(contains(second, "Till kvittensen"));
    });
}

TEST_CASE("a party changes its answer until 23.59 of the last day, and not a minute later") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        REQUIRE(sent.send(sent.door(), with(send_it, my_words)).status == 303);
        const auto page = sent.site.get(sent.door());
        CHECK(contains(page, "Till och med torsdag 14 maj 2026 klockan 23.59 kan ni ändra svaret"));
        database.now = stockholm.start_of(today) + 24h - 1min;
        const auto begun = sent.send_from(page, sent.door(), {{"gor", "andra"}});
        REQUIRE(begun.status == 303);
        const auto draft = header(begun, "Location");
        CHECK(contains(sent.site.get(draft), "Mina ord."));
        CHECK_FALSE(contains(sent.site.get(draft), "Filerna i det första svaret"));
        const auto tab = sent.site.get(draft);
        REQUIRE(sent.send(draft, with(send_it, their_words)).status == 303);
        sent.publish(1);
        sent.publish(2);
        CHECK(contains(sent.site.get(process_path + "/inspel/1"), "ersatt det här svaret med ett senare"));
        const auto register_page = sent.site.get(process_path + "/remiss/1");
        CHECK(contains(register_page, "<p>Avstyrker 1</p>"));

        database.now += 1min;
        CHECK_FALSE(contains(sent.site.get(sent.door()), "kan ni ändra svaret"));
        const auto closed = sent.send_from(page, sent.door(), {{"gor", "andra"}});
        CHECK(closed.status == 409);
    });
}

TEST_CASE("who changes an answer that had a file is told that the file does not follow by itself") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        REQUIRE(sent.send(sent.door(), with(send_it, my_words), "%PDF-1.7").status == 303);
        const auto begun = sent.send_from(sent.site.get(sent.door()), sent.door(), {{"gor", "andra"}});
        CHECK(contains(sent.site.get(header(begun, "Location")), "Filerna i det första svaret ligger kvar"));
    });
}

TEST_CASE("a draft of a closed referral gives the words back and says what to do") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto draft = header(sent.send(sent.door(), with(save_it, my_words)), "Location");
        const auto tab = sent.site.get(draft);
        database.now += 24h;
        for (const auto& page : {sent.site.get(draft), sent.send_from(tab, draft, with(send_it, my_words))}) {
            CHECK(contains(page, "Tiden för svar har gått ut"));
            CHECK(contains(page, "Mina ord."));
            CHECK(contains(page, "rus@example.org"));
        }
    });
}

TEST_CASE("a link to a draft opens nothing in another process, nor as another kind of link") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto draft = header(sent.send(sent.door(), with(save_it, my_words)), "Location");
        const auto link = draft.substr(draft.rfind('/') + 1);
        CHECK(sent.site.get("/processer/annan/remiss/utkast/" + link).status == 404);
        for (const auto* kind : {"godkannande", "svar"})
            CHECK(sent.site.get(process_path + "/remiss/" + kind + "/" + link).status == 404);
        CHECK(sent.site.get(draft).status == 200);
    });
}

TEST_CASE("who says that they are somebody who was asked stands as not confirmed until staff confirm it") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto answered = sent.send(process_path + "/remiss/1/svar",
            with(send_it, with(my_words, {{"vem", "municipality"}, {"organisation", "Bergs kommun"}})));
        REQUIRE(answered.status == 303);
        sent.publish(1);
        const auto inspel = process_path + "/inspel/1";
        CHECK(contains(sent.site.get(process_path + "/remiss"), "Avsändare inte bekräftad"));
        CHECK(contains(sent.site.get(process_path + "/remiss"), "Tillfrågad, kan svara"));
        CHECK(contains(sent.site.get(inspel), "Avsändare inte bekräftad"));

        const auto bench = process_path + "/handlaggning/inspel/1";
        const auto editor = sent.site.session(Role::editor, sent.site.world.revision);
        const auto asked = sent.site.get(bench, editor);
        CHECK(contains(asked, "uppges komma från Bergs kommun, som är tillfrågad"));
        CHECK(contains(asked, "<option value=\"1\" selected>Bergs kommun</option>"));
        CHECK_FALSE(contains(asked, "Avsändare bekräftad"));
        CHECK(sent.site.post(bench + "/avsandare", "", {{"part", "1"}}).status == 403);
        const auto viewer = sent.site.session(Role::viewer, sent.site.world.revision);
        CHECK(sent.site.post(bench + "/avsandare", viewer, {{"part", "1"}}).status == 403);
        REQUIRE(sent.site.post(bench + "/avsandare", editor, {{"part", "1"}}).status == 303);
        CHECK_FALSE(contains(sent.site.get(process_path + "/remiss"), "Avsändare inte bekräftad"));
        CHECK_FALSE(contains(sent.site.get(inspel), "Avsändare inte bekräftad"));
        for (const auto& page : {sent.site.get(inspel), sent.site.get(bench, editor)})
            CHECK(contains(page, "Avsändare bekräftad 14 maj 2026."));
        CHECK(contains(sent.site.get(process_path + "/remiss"), "Svarade 14 maj 2026"));
    });
}

TEST_CASE("questions about a part that the text does not have are refused, and what was typed comes back") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        frozen_for_referral(
            database, sent.site.world.revision, {{}, {}, {}, "MAL", "Mål"}, "# Mål {#MAL}\n\n[MAL-p1] Ord.");
        const auto editor = sent.site.session(Role::editor, sent.site.world.revision);
        const auto page = sent.site.get(process_path + "/handlaggning/remiss", editor);
        auto typed = fields_in(page.body);
        for (auto& [name, value] : typed) {
            if (name == "missiv") value = "Svara gärna.";
            if (name == "text") value = "Var? [RUS-9]";
            if (name == "ord") value = "skicka ut";
        }
        const auto refused = sent.site.post(process_path + "/handlaggning/remiss", editor, typed);
        CHECK(refused.status == 422);
        CHECK(contains(refused, "Var? [RUS-9]"));
        for (auto& [name, value] : typed)
            if (name == "text") value = "Var? [MAL]";
        CHECK(sent.site.post(process_path + "/handlaggning/remiss", editor, typed).status == 303);
    });
}

TEST_CASE("a sender that nobody knows is not confirmed, and why a party cannot be chosen reaches the page") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto answer = [&](const char* words) {
            REQUIRE(sent.send(process_path + "/remiss/1/svar",
                            with(send_it, {{"stallning", "tillstyrker"}, {"text", words},
                                              {"vem", "municipality"}, {"organisation", "Bergs kommun"}}))
                        .status == 303);
        };
        answer("Ett svar.");
        answer("Ett svar till.");
        const auto bench = process_path + "/handlaggning/inspel/";
        const auto editor = sent.site.session(Role::editor, sent.site.world.revision);
        const auto confirm = [&](const std::string& number, const std::string& party) {
            return sent.site.post(bench + number + "/avsandare", editor, {{"part", party}});
        };
        for (const auto* nobody : {"99", "-1", "Bergs kommun"}) {
            const auto refused = confirm("1", nobody);
            CHECK(refused.status == 422);
            CHECK(contains(refused, "Välj i listan vem svaret kommer från"));
            CHECK(contains(refused, "href=\"#part\""));
        }
        CHECK_FALSE(store::find_answer(*database.db, Id<ReferralAnswer>{1})->is_from_whom_it_says());
        REQUIRE(confirm("1", "1").status == 303);
        const auto asked = sent.site.get(bench + std::string{"2"}, editor);
        CHECK(contains(
            asked, "uppges komma från Bergs kommun, som redan har svarat: <a class=\"unbroken\" href=\"" +
                       bench + "1\">I-1</a>."));
        CHECK(contains(asked, "De som redan har svarat finns inte i listan."));
        CHECK_FALSE(contains(asked, ">Bergs kommun</option>"));
        const auto second = confirm("2", "1");
        CHECK(second.status == 422);
        CHECK(contains(second, "Bergs kommun har redan ett annat svar."));
        CHECK(confirm("2", "").status == 303);
    });
}

TEST_CASE("a party whose only answer was declined can be chosen as the sender of another") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        REQUIRE(sent.send(sent.door(), with(send_it, my_words)).status == 303);
        REQUIRE(sent.send(process_path + "/remiss/1/svar",
                        with(send_it, with(their_words, {{"vem", "municipality"}, {"organisation", "Berg"}})))
                    .status == 303);
        const auto editor = sent.site.session(Role::editor, sent.site.world.revision);
        const auto bench = process_path + "/handlaggning/inspel/2";
        CHECK_FALSE(contains(sent.site.get(bench, editor), ">Bergs kommun</option>"));
        REQUIRE(database.act(sent.site.world.revision,
            [&](auto& act) { return app::decline_inspel(act, 1, "spam", "Det är inte deras."); }));
        CHECK(contains(sent.site.get(bench, editor), ">Bergs kommun</option>"));
        CHECK(sent.site.post(bench + "/avsandare", editor, {{"part", "1"}}).status == 303);
    });
}

TEST_CASE("who says that it is a municipality is not counted among those before staff have asked") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        REQUIRE(sent.send(process_path + "/remiss/1/svar",
                        with(send_it, with(my_words, {{"vem", "municipality"}, {"organisation", "Berg"}})))
                    .status == 303);
        const auto heard = process_path + "/remiss/1/tackning";
        CHECK(contains(sent.site.get(heard), "Inte bekräftade"));
        sent.publish(1);
        const auto positions = process_path + "/remiss/1/stallningstaganden";
        const auto table = process_path + "/remiss/1/sammanstallning.csv";
        CHECK(contains(sent.site.get(positions), "Inte bekräftade</th>"));
        CHECK_FALSE(contains(sent.site.get(positions), "Kommun</th>"));
        CHECK(contains(sent.site.get(table), ",\"Berg\",\"municipality\",\"0\",\"0\","));

        const auto editor = sent.site.session(Role::editor, sent.site.world.revision);
        REQUIRE(sent.site.post(process_path + "/handlaggning/inspel/1/avsandare", editor, {{"part", ""}})
                    .status == 303);
        CHECK(contains(sent.site.get(positions), "Kommun</th>"));
        CHECK_FALSE(contains(sent.site.get(positions), "Inte bekräftade</th>"));
        CHECK_FALSE(contains(sent.site.get(heard), "Inte bekräftade"));
        CHECK(contains(sent.site.get(table), ",\"Berg\",\"municipality\",\"0\",\"1\","));
    });
}
