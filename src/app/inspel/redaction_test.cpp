#include "app/inspel/redaction.hpp"

#include "store/document/document_store.hpp"
#include "store/inspel/amendment_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/log/log_store.hpp"
#include "support/masking.hpp"
#include "support/strategy_process.hpp"

using namespace example;

TEST_CASE("a masked passage is gone from all that is shown, and the original stands as it was written") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        auto typed = draft("Fråga Eva Ek om bussen. Eva Ek vet.");
        typed.title = "Eva Ek och bussen";
        const auto number = at.published(typed);
        at.split(number, "Fråga Eva Ek om bussen.");
        REQUIRE(masked(at, number, "Eva Ek")->places == 5);

        CHECK(shown_places(at, "Eva") == 0);
        CHECK(inspel(at, number).shown_text == "Fråga [maskat: namn] om bussen. [maskat: namn] vet.");
        CHECK(inspel(at, number).text == typed.text);
        store::InspelFilter search;
        search.words = "Eva";
        CHECK(store::list_inspel(*database.db, at.process().id, search, {}, 10).rows.empty());
        search.words = "bussen";
        CHECK(store::list_inspel(*database.db, at.process().id, search, {}, 10).rows.size() == 1);
    });
}

TEST_CASE("what the sender added is masked too") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto receipt = at.does([&](auto& act) {
            return app::receive_inspel(act, at.world.activity, draft("Fler bussar."), {"form", secret});
        });
        at.does([&](auto& act) { return app::complete_inspel(act, receipt.code, "Ring Eva Ek.", "more"); });
        REQUIRE(masked(at, receipt.number, "Eva Ek"));
        const auto addition = store::additions_of(*database.db, receipt.inspel).at(0);
        CHECK(addition.shown_text == "Ring [maskat: namn].");
        CHECK(addition.text == "Ring Eva Ek.");
    });
}

TEST_CASE("the history says when, why and in what role, and holds none of the words") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto number = at.published("Fråga Eva Ek om bussen.");
        REQUIRE(masked(at, number, "Eva Ek", "namn på privatperson"));
        const auto history = store::redactions_of(*database.db, inspel(at, number).id);
        REQUIRE(history.size() == 1);
        CHECK(history[0].reason == "namn på privatperson");
        CHECK(history[0].characters == 6);
        CHECK(history[0].role == "operator");
        CHECK(history[0].redacted_at == database.now);
        const auto entry = store::log_entries(*database.db, store::log_size(*database.db) - 1, 1).at(0);
        CHECK(entry.find("type inspel.redacted\n") != std::string::npos);
        CHECK(entry.find("Eva") == std::string::npos);
    });
}

TEST_CASE("words that are not there, or that an issue quotes in part, are not masked") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto number = at.published("Fråga Eva Ek om bussen.");
        CHECK_FALSE(masked(at, number, "Adam"));
        CHECK_FALSE(masked(at, number, ""));
        CHECK_FALSE(masked(at, number, "Eva Ek", ""));
        CHECK_FALSE(masked(at, number + 1, "Eva Ek"));
        at.split(number, "Ek om bussen.");
        const auto torn = masked(at, number, "Eva Ek");
        REQUIRE_FALSE(torn);
        CHECK(torn.error().kind == Failure::Kind::conflict);
        CHECK(inspel(at, number).shown_text == "Fråga Eva Ek om bussen.");
        CHECK(store::redactions_of(*database.db, inspel(at, number).id).empty());
    });
}

TEST_CASE("nobody masks without being allowed to review") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto number = at.published("Fråga Eva Ek om bussen.");
        const auto refused = database.act_as(Actor::anybody(), at.process(), [&](auto& act) {
            return app::redact(act, number, {"Eva Ek", "namn"});
        });
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Failure::Kind::not_allowed);
    });
}

TEST_CASE("words are found as a reader sees them, in every text that is shown") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        for (const auto* passage :
            {"Åsa Olovsson", "A\u030Asa Olovsson", "Åsa\u00A0Olovsson", " Åsa \n Olovsson"}) {
            CAPTURE(passage);
            auto typed = draft("Åsa\u00A0Olovsson, A\u030Asa Olovsson, Åsa\nOlovsson och ÅSA OLOVSSON.");
            typed.organisation = "Åsa  Olovssons\u2009firma";
            const auto number = at.published(typed);
            REQUIRE(masked(at, number, passage));
            const auto shown = inspel(at, number);
            CHECK(shown.shown_text == "[maskat: namn], [maskat: namn], [maskat: namn] och [maskat: namn].");
            CHECK(shown.shown_organisation == "[maskat: namn]s\u2009firma");
        }
    });
}

TEST_CASE("with the same capitals alone the others stay, and are found") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto number = at.published("Sten Ek vill ha sten. STEN EK!");
        const Mask mask{"Sten Ek", "namn", text::Capitals::as_written};
        REQUIRE(at.tries([&](auto& act) { return app::redact(act, number, mask); }));
        CHECK(inspel(at, number).shown_text == "[maskat: namn] vill ha sten. STEN EK!");
        const auto still = app::still_shown(*database.db, at.process().id, number, mask);
        CHECK(still.with_other_capitals == std::vector<std::string>{"STEN EK"});
        CHECK(still.answers.empty());
    });
}

TEST_CASE("what is masked already stays as it is") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto number = at.published("Ring Eva Ek om namnet.");
        REQUIRE(masked(at, number, "Eva Ek"));
        REQUIRE(masked(at, number, "namn", "ord"));
        CHECK(inspel(at, number).shown_text == "Ring [maskat: namn] om [maskat: ord]et.");
    });
}

TEST_CASE("what the region has answered is not masked, but found") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto number = at.published("Fråga Eva Ek om bussen. Mer.");
        at.split(number, "Mer.");
        at.answer(at.split(number, "om bussen."), "noterat", "Vi frågar Eva\u00A0Ek.");
        REQUIRE(masked(at, number, "Eva Ek"));
        const Mask mask{"Eva Ek", "namn"};
        CHECK(app::still_shown(*database.db, at.process().id, number, mask).answers == std::vector<int>{2});
    });
}
