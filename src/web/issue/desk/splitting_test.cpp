#include "support/forms.hpp"

#include "store/issue/desk_index.hpp"

using namespace example;
using web::http::Fields;

namespace {

const std::string desk = "/processer/rus-2050/handlaggning";

struct Split {
    TestSite site;
    std::string session;

    explicit Split(TestDatabase& database)
        : site{database}, session{site.session(Role::handler, site.world.revision)} {
        send("Bussen går för tidigt. Tåget går aldrig. Hälsningar!");
    }

    void send(const std::string& text) {
        const auto number = detail::send(site, text, "form-" + text).number;
        REQUIRE(post("/inspel/" + std::to_string(number) + "/publicering", {}).status == 303);
    }
    web::Response post(const std::string& below, const Fields& form) const {
        return site.post(desk + below, session, form);
    }
    web::Response page(const std::string& below) const { return site.get(desk + below, session); }
    std::vector<Issue> issues(int number) const {
        const auto inspel = store::inspel_numbered(*site.database.db, site.world.revision.id, number);
        return store::issues_of(*site.database.db, inspel->id);
    }
    bool waits(int number) const {
        const auto inspel = store::inspel_numbered(*site.database.db, site.world.revision.id, number);
        return !store::is_split(*site.database.db, inspel->id);
    }
};

std::string goes_to(const web::Response& response) {
    REQUIRE(response.status == 303);
    return response.headers.at(0).second;
}

}  // namespace

TEST_CASE("an inspel waits to be split until every sentence is an issue, and what is left stands out") {
    on_each_database([](TestDatabase& database) {
        const Split at{database};
        CHECK(contains(at.page("/inspel/1"), "3 meningar kvar"));
        CHECK(goes_to(at.post("/inspel/1/synpunkter", {{"mening", "0"}, {"sedan", "nasta"}}))
                  .find("/inspel/1?") != std::string::npos);
        CHECK(at.issues(1).front().quote == "Bussen går för tidigt.");
        CHECK(at.waits(1));
        CHECK(contains(at.page("/dela"), "Bussen går"));
        CHECK(contains(at.page("/inspel/1"), "2 meningar kvar"));
        CHECK(goes_to(at.post("/inspel/1/synpunkter",
                          {{"citat", "Tåget går aldrig. Hälsningar!"}, {"sedan", "nasta"}}))
                  .find("/dela") != std::string::npos);
        CHECK_FALSE(at.waits(1));
        CHECK_FALSE(contains(at.page("/dela"), "Bussen går"));
    });
}

TEST_CASE("one key makes the whole of it one issue, and leads on to the next inspel") {
    on_each_database([](TestDatabase& database) {
        Split at{database};
        at.send("Skolan är för långt bort.");
        CHECK(goes_to(at.post("/inspel/1/synpunkter", {{"sedan", "hela"}})).find("/inspel/2") !=
              std::string::npos);
        CHECK(at.issues(1).size() == 1);
        CHECK_FALSE(at.waits(1));
        CHECK(at.post("/inspel/1/synpunkter", {{"sedan", "hela"}}).status == 422);
    });
}

TEST_CASE("the rest is no issue: it leaves the queue, and comes back when an issue is taken away") {
    on_each_database([](TestDatabase& database) {
        const Split at{database};
        REQUIRE(at.post("/inspel/1/synpunkter", {{"citat", "Bussen går för tidigt."}}).status == 303);
        CHECK(goes_to(at.post("/inspel/1/resten", {})).find("/dela") != std::string::npos);
        CHECK_FALSE(at.waits(1));
        CHECK(at.post("/inspel/1/resten", {}).status == 409);
        const auto id = std::to_string(at.issues(1).front().id.value);
        REQUIRE(at.post("/synpunkter/" + id + "/borttagning", {}).status == 303);
        CHECK(at.waits(1));
    });
}

TEST_CASE("sentences that do not follow each other are refused, and stay ticked") {
    on_each_database([](TestDatabase& database) {
        const Split at{database};
        const auto text = std::string{"Bussen går för tidigt. Tåget går aldrig. "};
        const auto third = std::to_string(text.size());
        const auto refused =
            at.post("/inspel/1/synpunkter", {{"mening", "0"}, {"mening", third}, {"sedan", "nasta"}});
        CHECK(refused.status == 422);
        CHECK(contains(refused, "Välj meningar som följer på varandra"));
        CHECK(contains(refused, "value=\"" + third + "\" checked"));
        CHECK(at.issues(1).empty());
    });
}

TEST_CASE("an issue that seems to say the same is offered, and both are answered once") {
    on_each_database([](TestDatabase& database) {
        Split at{database};
        REQUIRE(
            at.post("/inspel/1/synpunkter", {{"citat", "Bussen går för tidigt. Tåget går aldrig."}}).status ==
            303);
        at.send("Tidigt går bussen och aldrig går tåget.");
        CHECK(contains(at.page("/inspel/2"), "Säger samma sak som"));
        const auto id = std::to_string(at.issues(1).front().id.value);
        REQUIRE(at.post("/inspel/2/synpunkter", {{"sedan", "hela"}, {"liknar", id}}).status == 303);
        CHECK(at.issues(1).front().group);
        CHECK(at.issues(1).front().group == at.issues(2).front().group);
        CHECK(at.post("/inspel/2/synpunkter", {{"citat", "Tidigt"}, {"liknar", "999"}}).status >= 400);
    });
}

TEST_CASE("what may tell who somebody is stands above the inspel, and is masked with the publishing") {
    on_each_database([](TestDatabase& database) {
        Split at{database};
        detail::send(at.site, "Ring 070-123 45 67 eller skriv till eva@example.org om bussen.", "form-x");
        const auto page = at.page("/inspel/2");
        CHECK(contains(page, "Telefonnummer: <mark>070-123 45 67</mark>"));
        CHECK(contains(page, "E-postadress: <mark>eva@example.org</mark>"));
        REQUIRE(at.post("/inspel/2/publicering", {{"sedan", "maska"}}).status == 303);
        const auto shown = at.site.get("/processer/rus-2050/inspel/2");
        CHECK(contains(shown, "[maskat: telefonnummer]"));
        CHECK_FALSE(contains(shown, "070-123"));
        CHECK_FALSE(contains(shown, "eva@example.org"));
    });
}

TEST_CASE("two who go on at once are led to two issues") {
    on_each_database([](TestDatabase& database) {
        Split at{database};
        for (const auto* text : {"Skolan är borta.", "Vägen är smal.", "Isen är svag.", "Tåget är sent."})
            at.send(text);
        for (const auto* number : {"2", "3", "4", "5"})
            REQUIRE(
                at.post("/inspel/" + std::string{number} + "/synpunkter", {{"sedan", "hela"}}).status == 303);
        const auto colleague = at.site.session(Role::process_leader, at.site.world.revision);
        const auto answer = [&](int number, const std::string& session) {
            const auto id = std::to_string(at.issues(number).front().id.value);
            return goes_to(at.site.post(desk + "/inspel/" + std::to_string(number) + "/svar", session,
                {{"synpunkt", id}, {"utfall", "noterat"}, {"svar", "Tack."}}));
        };
        const auto mine = answer(2, at.session);
        const auto theirs = answer(3, colleague);
        CHECK(mine.find("/inspel/4") + theirs.find("/inspel/4") != 2 * std::string::npos);
        CHECK(mine.substr(0, mine.find('?')) != theirs.substr(0, theirs.find('?')));
    });
}
