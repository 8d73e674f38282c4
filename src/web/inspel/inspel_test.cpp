#include "app/issue/issues.hpp"
#include "app/site/site.hpp"
#include "base/text.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/site/site_store.hpp"
#include "support/pages.hpp"
#include "web/words/weekday.hpp"

using namespace example;

namespace {

const std::string process = "/processer/rus-2050";

std::string location(const web::Response& response) {
    for (const auto& [name, value] : response.headers)
        if (name == "Location") return value;
    return {};
}

const web::http::Fields filled{{"aktivitet", "lamna-inspel"}, {"text", "Bussen går för tidigt."},
    {"rubrik", "Bussen"}, {"galler", "future-needs"}, {"amne", "resor"}, {"kommun", "2326"},
    {"vem", "citizen"}, {"organisation", ""}, {"kontakt", "070-174 06 05"}};

/// The form as the page gives it, with these words in it.
web::http::Fields form_with(const TestSite& site, const web::http::Fields& typed) {
    auto form = fields_in(site.get(process + "/inspel/nytt").body);
    std::erase_if(form, [](const auto& field) { return field.first != "nyckel"; });
    form.insert(form.end(), typed.begin(), typed.end());
    return form;
}

web::http::Fields with(web::http::Fields fields, std::string_view name, const std::string& value) {
    for (auto& field : fields)
        if (field.first == name) field.second = value;
    return fields;
}

void publish(TestSite& site, int number) {
    site.database.act(site.world.revision, [&](auto& act) { return app::publish_inspel(act, number); })
        .value();
}

/// The first inspel of the site, which everybody can read.
void send_and_publish(TestSite& site) {
    site.post(process + "/inspel", "", form_with(site, filled));
    publish(site, 1);
}

/// So many, with their numbers in their titles.
void send_numbered(TestSite& site, int count) {
    for (int i = 1; i <= count; ++i) {
        const auto title = "Rubrik nummer " + std::to_string(i) + ".";
        site.post(process + "/inspel", "", form_with(site, with(filled, "rubrik", title)));
        publish(site, i);
    }
}

/// All of the first inspel as an issue.
Issue split_first(const TestSite& site) {
    return site.database
        .act(site.world.revision,
            [&](auto& act) {
                return app::split_inspel(act, 1, {"Bussen går för tidigt.", "", "", "", {}}, today);
            })
        .value();
}

}  // namespace

TEST_CASE("a filled form gives a receipt with a code, and the code opens the inspel's own page") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto sent = site.post(process + "/inspel", "", form_with(site, filled));
        REQUIRE(sent.status == 303);
        const auto receipt = site.get(location(sent));
        CHECK(contains(receipt, "Tack, vi har tagit emot ditt inspel"));
        CHECK(contains(receipt, "Bussen går för tidigt."));
        CHECK(contains(receipt, "noindex"));
    });
}

TEST_CASE("a form with much wrong names every fault at once and keeps every word") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const web::http::Fields wrong{{"aktivitet", "lamna-inspel"}, {"text", " "}, {"rubrik", "Min rubrik"},
            {"galler", "nonsens"}, {"amne", "nonsens"}, {"kommun", "9999"}, {"vem", ""},
            {"organisation", "Byföreningen"}, {"kontakt", "ring mig"}};
        const auto again = site.post(process + "/inspel", "", form_with(site, wrong));
        CHECK(again.status == 422);
        for (const auto* field : {"#text", "#galler", "#amne", "#kommun", "#vem", "#kontakt"})
            CHECK(contains(again, field));
        for (const auto* words : {"Min rubrik", "Byföreningen", "ring mig"}) CHECK(contains(again, words));
        CHECK(store::next_number(*database.db, site.world.revision.id) == 1);
    });
}

TEST_CASE("a double click and a reload give one inspel and one receipt") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto form = form_with(site, filled);
        const auto first = site.post(process + "/inspel", "", form);
        const auto second = site.post(process + "/inspel", "", form);
        CHECK(location(first) == location(second));
        CHECK(store::next_number(*database.db, site.world.revision.id) == 2);

        const auto other = site.post(process + "/inspel", "", with(form, "text", "Andra ord."));
        CHECK(other.status == 409);
        CHECK(contains(other, "Andra ord."));
    });
}

TEST_CASE("a form whose key is not ours comes back with every word, to be sent again") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        for (const auto* key : {"", "x", "ABC.DEF"}) {
            auto form = filled;
            form.emplace_back("nyckel", key);
            const auto again = site.post(process + "/inspel", "", form);
            CHECK(again.status == 409);
            CHECK(contains(again, "Bussen går för tidigt."));
        }
    });
}

TEST_CASE("when the activity has closed nothing is taken, and the page says what is open") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto form = form_with(site, filled);
        database.now += 24h;
        const auto closed = site.post(process + "/inspel", "", form);
        CHECK(closed.status == 409);
        CHECK(contains(closed, "Bussen går för tidigt."));
        CHECK(contains(site.get(process + "/inspel/nytt"), "Just nu går det inte att lämna inspel"));
    });
}

TEST_CASE("what was begun before the activity closed is taken for some minutes more, which the form says") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto page = site.get(process + "/inspel/nytt");
        CHECK(contains(page, "Det du har börjat skriva innan vi stänger"));
        const auto form = form_with(site, filled);
        const auto midnight = stockholm.start_of(today + std::chrono::days{1});
        database.now = midnight + 14min;
        CHECK(contains(site.get(process + "/inspel/nytt"), "Just nu går det inte att lämna inspel"));
        CHECK(site.post(process + "/inspel", "", form).status == 303);
        database.now = midnight + 15min;
        auto late = form_with(site, filled);
        late.emplace_back("rubrik", "Min egen rubrik");
        const auto closed = site.post(process + "/inspel", "", late);
        CHECK(closed.status == 409);
        CHECK(contains(closed, "Bussen går för tidigt."));
    });
}

TEST_CASE("the same form with anything else in it is no resend") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto form = form_with(site, filled);
        REQUIRE(site.post(process + "/inspel", "", form).status == 303);
        CHECK(site.post(process + "/inspel", "", form).status == 303);
        for (const auto& [name, value] :
            web::http::Fields{{"kontakt", "ring@example.org"}, {"kommun", "outside"}, {"vem", "business"},
                {"organisation", "Byn"}, {"rubrik", "En annan"}, {"amne", ""}}) {
            CAPTURE(name);
            auto other = form;
            for (auto& field : other)
                if (field.first == name) field.second = value;
            const auto response = site.post(process + "/inspel", "", other);
            CHECK(response.status == 409);
            CHECK(contains(response, value));
        }
        CHECK(store::next_number(*database.db, site.world.revision.id) == 2);
    });
}

TEST_CASE("an inspel may concern an event of the calendar") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto f = fill(site, "lugn");
        const auto event = "event-" + std::to_string(f.event.id.value);
        CHECK(
            site.post(process + "/inspel", "", form_with(site, with(filled, "galler", event))).status == 303);
        CHECK(site.post(process + "/inspel", "", form_with(site, with(filled, "galler", "event-99999")))
                  .status == 422);
    });
}

TEST_CASE("how to reach the sender is shown to nobody but the staff") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto sent = site.post(process + "/inspel", "", form_with(site, filled));
        publish(site, 1);
        for (const auto& address :
            {process + "/inspel", process + "/inspel.csv", process + "/inspel/1", location(sent)})
            CHECK_FALSE(contains(site.get(address), "070-174"));
        const auto session = site.session(Role::viewer, site.world.revision);
        CHECK(contains(site.get(process + "/handlaggning/inspel/1", session), "070-174"));
    });
}

TEST_CASE("what is not published is on no public page") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        site.post(process + "/inspel", "", form_with(site, filled));
        CHECK_FALSE(contains(site.get(process + "/inspel/1"), "Bussen"));
        CHECK_FALSE(contains(site.get(process + "/inspel"), "Bussen"));
        CHECK_FALSE(contains(site.get(process + "/inspel.csv"), "Bussen"));
        publish(site, 1);
        CHECK(contains(site.get(process + "/inspel/1"), "Bussen"));
    });
}

TEST_CASE("a cell that a spreadsheet would take for a formula is made plain") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        int number = 0;
        for (const auto* start : {"=1+1", "+1", "-1", "@SUM(A1)"}) {
            site.post(process + "/inspel", "", form_with(site, with(filled, "rubrik", start)));
            publish(site, ++number);
            CHECK(contains(site.get(process + "/inspel.csv"), "\"'" + std::string{start} + "\""));
        }
    });
}

TEST_CASE("the list counts what it shows, and an arrival does not shift its next page") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        send_numbered(site, 25);
        const auto first = site.get(process + "/inspel");
        CHECK(contains(first, "25 inspel"));
        CHECK(contains(first, "Rubrik nummer 6."));
        CHECK_FALSE(contains(first, "Rubrik nummer 5."));

        site.post(process + "/inspel", "", form_with(site, filled));
        publish(site, 26);
        const auto sixth = store::inspel_numbered(*database.db, site.world.revision.id, 6)->id.value;
        const auto next = site.get(process + "/inspel", "", {{"efter", std::to_string(sixth)}});
        for (int i = 1; i <= 5; ++i) CHECK(contains(next, "Rubrik nummer " + std::to_string(i) + "."));
        CHECK_FALSE(contains(next, "Rubrik nummer 6."));
    });
}

TEST_CASE("filters narrow the list and its count alike") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        site.post(process + "/inspel", "", form_with(site, filled));
        site.post(process + "/inspel", "",
            form_with(site, with(with(filled, "vem", "business"), "text", "Tåget går aldrig.")));
        publish(site, 1);
        publish(site, 2);
        const auto one = site.get(process + "/inspel", "", {{"vem", "business"}});
        CHECK(contains(one, "1 träff"));
        CHECK(contains(one, "Tåget"));
        CHECK_FALSE(contains(one, "Bussen går"));
        CHECK(contains(site.get(process + "/inspel", "", {{"q", "tåg"}}), "1 träff"));
        CHECK(contains(site.get(process + "/inspel", "", {{"utfall", "ej"}}), "0 träffar"));
    });
}

TEST_CASE("by the code the sender adds words, which are read before they are shown, and withdraws") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto page = location(site.post(process + "/inspel", "", form_with(site, filled)));
        publish(site, 1);
        CHECK(site.post(page + "/komplettering", "", {{"text", ""}}).status == 422);
        CHECK(
            site.post(page + "/komplettering", "", {{"text", "Även på lördagar."}, {"nyckel", "k"}}).status ==
            303);
        CHECK(contains(site.get(page), "Även på lördagar."));
        CHECK_FALSE(contains(site.get(process + "/inspel/1"), "lördagar"));

        CHECK(site.post(page + "/aterkallelse", "", {}).status == 303);
        CHECK(site.get(process + "/inspel/1").status == 410);
        CHECK(site.post(page + "/aterkallelse", "", {}).status == 409);
        CHECK(contains(site.get(page), "<h1>Du har tagit tillbaka ditt inspel</h1>"));
        CHECK_FALSE(contains(site.get(page), "Det här händer nu"));
    });
}

TEST_CASE("a code that nobody has opens nothing and says how it should look") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        CHECK(site.get(process + "/kvittens/ABCDEFGHJKMNPQRSTVWX").status == 404);
        const auto again = site.post(process + "/kvittens", "", {{"kod", "abcd"}});
        CHECK(again.status == 422);
        CHECK(contains(again, "value=\"abcd\""));
    });
}

TEST_CASE("a receipt code is found however it is written, and in whichever process it was typed") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto sent = location(site.post(process + "/inspel", "", form_with(site, filled)));
        const auto code = sent.substr(sent.rfind('/') + 1);
        REQUIRE(code.size() == 21);
        auto slip = code;
        slip[3] = slip[3] == 'A' ? 'B' : 'A';
        for (const auto& typed : {code, readable_code(code), "kvittenskod: " + readable_code(code) + ".",
                 "https://rus.example.org" + sent, text::lower(code)})
            for (const auto& where : {process, std::string{"/processer/annan"}})
                CHECK(location(site.post(where + "/kvittens", "", {{"kod", typed}})) == sent);
        const auto told = site.post(process + "/kvittens", "", {{"kod", slip}});
        CHECK(told.status == 422);
        CHECK(contains(told, "Något tecken i koden är fel"));
    });
}

TEST_CASE("who goes back from the receipt and sends the same words again is asked, and may") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        REQUIRE(site.post(process + "/inspel", "", form_with(site, filled)).status == 303);
        const auto asked = site.post(process + "/inspel", "", form_with(site, filled));
        CHECK(asked.status == 409);
        CHECK(contains(asked, "Exakt samma ord kom in nyss"));
        CHECK(contains(asked, "Bussen går för tidigt."));
        CHECK(store::next_number(*database.db, site.world.revision.id) == 2);

        auto again = form_with(site, filled);
        again.emplace_back("en-till", "ja");
        CHECK(site.post(process + "/inspel", "", again).status == 303);
        CHECK(site.post(process + "/inspel", "", form_with(site, with(filled, "text", "Annat."))).status ==
              303);
    });
}

TEST_CASE("one day is promised, counted from the receipt, wherever it is said") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto receipt = location(site.post(process + "/inspel", "", form_with(site, filled)));
        const auto day = with_weekday(today + std::chrono::days{30}, web::words_of(Language::sv));
        publish(site, 1);
        CHECK(contains(site.get(receipt), "senast " + day));

        auto changed = *store::find_process(*database.db, site.world.revision.id);
        changed.answer_days = 90;
        REQUIRE(database.act(
            site.world.revision, [&](auto& act) { return app::describe_process(act, changed); }));
        CHECK(contains(site.get(receipt), "senast " + day));
        const auto leader = site.session(Role::process_leader, site.world.revision);
        REQUIRE(site.post(process + "/handlaggning/inspel/1/synpunkter", leader,
                        {{"citat", "Bussen går för tidigt."}})
                    .status == 303);
        for (const auto& page :
            {site.get(receipt), site.get(process + "/inspel/1"), site.get(process + "/handlaggning", leader)})
            CHECK(contains(page, day));
    });
}

TEST_CASE("a promised day is moved with a reason that everybody reads, and not without") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        send_and_publish(site);
        const auto issue = split_first(site);
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto move = [&](const std::string& reason) {
            return site.post(process + "/handlaggning/inspel/1/tilldelning", leader,
                {{"synpunkt", std::to_string(issue.id.value)}, {"handlaggare", "Eva"},
                    {"svarsdag", time::iso(today + std::chrono::days{60})}, {"motiv", reason}});
        };
        const auto refused = move(" ");
        CHECK(refused.status == 422);
        CHECK(contains(refused, "Skriv varför svarsdagen flyttas"));
        CHECK(move("Vi väntar på Trafikverket.").status == 303);
        const auto page = site.get(process + "/inspel/1");
        CHECK(contains(page, "Svarsdagen flyttades från"));
        CHECK(contains(page, "Vi väntar på Trafikverket."));
    });
}

TEST_CASE(
    "a publishing by mistake is undone within an hour, counted nowhere and read on no page, and not later") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        send_and_publish(site);
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto workbench = process + "/handlaggning/inspel/1";
        CHECK(contains(site.get(workbench, leader), "Ångra publiceringen"));
        CHECK(site.post(workbench + "/provning", leader, {}).status == 303);
        CHECK_FALSE(contains(site.get(process + "/inspel"), "Bussen"));
        const auto states = store::tally_of(*database.db, site.world.revision.id, store::Counter::state);
        CHECK(states.at("published") == 0);

        publish(site, 1);
        split_first(site);
        CHECK_FALSE(contains(site.get(workbench, leader), "Ångra publiceringen"));
        CHECK(site.post(workbench + "/provning", leader, {}).status == 409);
    });
}

TEST_CASE(
    "a copy that the region has changed says so with the difference, and a masked one shows its masks") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        send_and_publish(site);
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto workbench = process + "/handlaggning/inspel/1";
        REQUIRE(
            site.post(workbench + "/maskning", leader, {{"passage", "Bussen"}, {"maskskal", "ett fordon"}})
                .status == 303);
        const auto masked = site.get(process + "/inspel/1");
        CHECK(contains(masked, "[maskat: ett fordon] går för tidigt."));
        CHECK_FALSE(contains(masked, "Regionen har ändrat den här kopian"));

        REQUIRE(site.post(workbench + "/kopia", leader,
                        {{"visad-rubrik", "Bussen"}, {"visad-text", "[maskat: ett fordon] går utmärkt."}})
                    .status == 303);
        const auto changed = site.get(process + "/inspel/1");
        CHECK(contains(changed, "Regionen har ändrat den här kopian"));
        CHECK(contains(changed, "utmärkt"));
        CHECK_FALSE(contains(changed, "tidigt"));  // what was taken out stays out
    });
}

TEST_CASE("inspel whose promised answer is late can be asked for from the day after it was promised") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        send_and_publish(site);
        const auto issue = split_first(site);
        const auto late = [&](const char* words = "") {
            return site.get(process + "/inspel", "", {{"utfall", "forsenat"}, {"q", words}});
        };
        REQUIRE(issue.deadline);

        database.now = noon + (*issue.deadline - today);
        CHECK(contains(late(), "Inget inspel matchar"));
        CHECK(contains(site.get(process + "/inspel"), "Inget utlovat svar är försenat"));
        database.now += std::chrono::days{1};
        CHECK(contains(late(), process + "/inspel/1\">Bussen</a>"));
        CHECK(contains(
            site.get(process + "/inspel"), "?utfall=forsenat\">1 inspel väntar på ett försenat svar"));
        CHECK(contains(late("bussen"), "inspel/1\">Bussen"));
        CHECK(contains(late("tåget"), "nämner"));
    });
}
