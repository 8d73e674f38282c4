#include "support/pages.hpp"

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
web::http::Fields form_with(const TestSite& house, const web::http::Fields& typed) {
    auto form = fields_in(house.get(process + "/inspel/nytt").body);
    std::erase_if(form, [](const auto& field) { return field.first != "nyckel"; });
    form.insert(form.end(), typed.begin(), typed.end());
    return form;
}

web::http::Fields with(web::http::Fields fields, std::string_view name, const std::string& value) {
    for (auto& field : fields)
        if (field.first == name) field.second = value;
    return fields;
}

void publish(TestSite& house, int number) {
    house.home.act(house.world.revision, [&](auto& act) { return app::publish_inspel(act, number); }).value();
}

}  // namespace

TEST_CASE("a filled form gives a receipt with a code, and the code opens the inspel's own page") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto sent = house.post(process + "/inspel", "", form_with(house, filled));
        REQUIRE(sent.status == 303);
        const auto receipt = house.get(location(sent));
        CHECK(says(receipt, "Tack, ditt inspel är mottaget"));
        CHECK(says(receipt, "Bussen går för tidigt."));
        CHECK(says(receipt, "noindex"));
    });
}

TEST_CASE("a form with much wrong names every fault at once and keeps every word") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const web::http::Fields wrong{{"aktivitet", "lamna-inspel"}, {"text", " "}, {"rubrik", "Min rubrik"},
            {"galler", "nonsens"}, {"amne", "nonsens"}, {"kommun", "9999"}, {"vem", ""},
            {"organisation", "Byföreningen"}, {"kontakt", "ring mig"}};
        const auto again = house.post(process + "/inspel", "", form_with(house, wrong));
        CHECK(again.status == 422);
        for (const auto* field : {"#text", "#galler", "#amne", "#kommun", "#vem", "#kontakt"})
            CHECK(says(again, field));
        for (const auto* words : {"Min rubrik", "Byföreningen", "ring mig"}) CHECK(says(again, words));
        CHECK(store::next_number(*home.db, house.world.revision.id) == 1);
    });
}

TEST_CASE("a double click and a reload give one inspel and one receipt") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto form = form_with(house, filled);
        const auto first = house.post(process + "/inspel", "", form);
        const auto second = house.post(process + "/inspel", "", form);
        CHECK(location(first) == location(second));
        CHECK(store::next_number(*home.db, house.world.revision.id) == 2);

        const auto other = house.post(process + "/inspel", "", with(form, "text", "Andra ord."));
        CHECK(other.status == 409);
        CHECK(says(other, "Andra ord."));
    });
}

TEST_CASE("a form whose key is not ours comes back with every word, to be sent again") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        for (const auto* key : {"", "x", "ABC.DEF"}) {
            auto form = filled;
            form.emplace_back("nyckel", key);
            const auto again = house.post(process + "/inspel", "", form);
            CHECK(again.status == 409);
            CHECK(says(again, "Bussen går för tidigt."));
        }
    });
}

TEST_CASE("when the activity has closed nothing is taken, and the page says what is open") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto form = form_with(house, filled);
        home.now += 24h;
        const auto closed = house.post(process + "/inspel", "", form);
        CHECK(closed.status == 409);
        CHECK(says(closed, "Bussen går för tidigt."));
        CHECK(says(house.get(process + "/inspel/nytt"), "Just nu går det inte att lämna inspel"));
    });
}

TEST_CASE("an inspel may concern an event of the calendar") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto f = fill(house, "lugn");
        const auto event = "event-" + std::to_string(f.event.id.value);
        CHECK(house.post(process + "/inspel", "", form_with(house, with(filled, "galler", event))).status ==
              303);
        CHECK(house.post(process + "/inspel", "", form_with(house, with(filled, "galler", "event-99999")))
                  .status == 422);
    });
}

TEST_CASE("how to reach the sender is shown to nobody but the staff") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto sent = house.post(process + "/inspel", "", form_with(house, filled));
        publish(house, 1);
        for (const auto& address :
            {process + "/inspel", process + "/inspel.csv", process + "/inspel/1", location(sent)})
            CHECK_FALSE(says(house.get(address), "070-174"));
        const auto session = house.session(Role::viewer, house.world.revision);
        CHECK(says(house.get(process + "/handlaggning/inspel/1", session), "070-174"));
    });
}

TEST_CASE("what is not published is on no public page") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        house.post(process + "/inspel", "", form_with(house, filled));
        CHECK(house.get(process + "/inspel/1").status == 404);
        CHECK_FALSE(says(house.get(process + "/inspel"), "Bussen"));
        CHECK_FALSE(says(house.get(process + "/inspel.csv"), "Bussen"));
        publish(house, 1);
        CHECK(says(house.get(process + "/inspel/1"), "Bussen"));
    });
}

TEST_CASE("a cell that a spreadsheet would take for a formula is made plain") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        int number = 0;
        for (const auto* start : {"=1+1", "+1", "-1", "@SUM(A1)"}) {
            house.post(process + "/inspel", "", form_with(house, with(filled, "rubrik", start)));
            publish(house, ++number);
            CHECK(says(house.get(process + "/inspel.csv"), "\"'" + std::string{start} + "\""));
        }
    });
}

TEST_CASE("the list counts what it shows, and an arrival does not shift its next page") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        for (int i = 1; i <= 25; ++i) {
            house.post(process + "/inspel", "",
                form_with(house, with(filled, "rubrik", "Rubrik nummer " + std::to_string(i) + ".")));
            publish(house, i);
        }
        const auto first = house.get(process + "/inspel");
        CHECK(says(first, "25 inspel"));
        CHECK(says(first, "Rubrik nummer 6."));
        CHECK_FALSE(says(first, "Rubrik nummer 5."));

        house.post(process + "/inspel", "", form_with(house, filled));
        publish(house, 26);
        const auto sixth = store::inspel_numbered(*home.db, house.world.revision.id, 6)->id.value;
        const auto next = house.get(process + "/inspel", "", {{"efter", std::to_string(sixth)}});
        for (int i = 1; i <= 5; ++i) CHECK(says(next, "Rubrik nummer " + std::to_string(i) + "."));
        CHECK_FALSE(says(next, "Rubrik nummer 6."));
    });
}

TEST_CASE("filters narrow the list and its count alike") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        house.post(process + "/inspel", "", form_with(house, filled));
        house.post(process + "/inspel", "",
            form_with(house, with(with(filled, "vem", "business"), "text", "Tåget går aldrig.")));
        publish(house, 1);
        publish(house, 2);
        const auto one = house.get(process + "/inspel", "", {{"vem", "business"}});
        CHECK(says(one, "1 inspel stämmer"));
        CHECK(says(one, "Tåget"));
        CHECK_FALSE(says(one, "Bussen går"));
        CHECK(says(house.get(process + "/inspel", "", {{"q", "tåg"}}), "1 inspel stämmer"));
        CHECK(says(house.get(process + "/inspel", "", {{"utfall", "ej"}}), "0 inspel stämmer"));
    });
}

TEST_CASE("by the code the sender adds words, which are read before they are shown, and withdraws") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto page = location(house.post(process + "/inspel", "", form_with(house, filled)));
        publish(house, 1);
        CHECK(house.post(page + "/komplettering", "", {{"text", ""}}).status == 422);
        CHECK(house.post(page + "/komplettering", "", {{"text", "Även på lördagar."}, {"nyckel", "k"}})
                  .status == 303);
        CHECK(says(house.get(page), "Även på lördagar."));
        CHECK_FALSE(says(house.get(process + "/inspel/1"), "lördagar"));

        CHECK(house.post(page + "/aterkallelse", "", {}).status == 303);
        CHECK(house.get(process + "/inspel/1").status == 404);
        CHECK(house.post(page + "/aterkallelse", "", {}).status == 409);
        CHECK(says(house.get(page), "<h1>Du har tagit tillbaka ditt inspel</h1>"));
        CHECK_FALSE(says(house.get(page), "Det här händer nu"));
    });
}

TEST_CASE("a code that nobody has opens nothing and says how it should look") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        CHECK(house.get(process + "/kvittens/ABCDEFGHJKMNPQRSTVWX").status == 404);
        const auto again = house.post(process + "/kvittens", "", {{"kod", "abcd"}});
        CHECK(again.status == 422);
        CHECK(says(again, "value=\"abcd\""));
    });
}

TEST_CASE("inspel whose promised answer is late can be asked for from the day after it was promised") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        house.post(process + "/inspel", "", form_with(house, filled));
        publish(house, 1);
        REQUIRE(house.home.act(house.world.revision, [&](auto& act) {
            return app::split_inspel(act, 1, {"Bussen går för tidigt.", "", "", "", {}}, today);
        }));
        const auto late = [&] { return house.get(process + "/inspel", "", {{"utfall", "forsenat"}}); };
        const auto issue =
            store::issues_of(*home.db, store::inspel_numbered(*home.db, house.world.revision.id, 1)->id)
                .front();
        REQUIRE(issue.deadline);

        home.now = noon + (*issue.deadline - today);
        CHECK(says(late(), "Inget inspel stämmer"));
        CHECK(says(house.get(process + "/inspel"), "Inget utlovat svar är försenat"));
        home.now += std::chrono::days{1};
        CHECK(says(late(), process + "/inspel/1\">Bussen</a>"));
        CHECK(
            says(house.get(process + "/inspel"), "?utfall=forsenat\">1 inspel väntar på ett försenat svar"));
        CHECK(says(house.get(process + "/inspel", "", {{"utfall", "forsenat"}, {"q", "bussen"}}),
            "inspel/1\">Bussen"));
        CHECK(says(house.get(process + "/inspel", "", {{"utfall", "forsenat"}, {"q", "tåget"}}), "nämner"));
    });
}
