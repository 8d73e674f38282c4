#include "app/inspel/redaction.hpp"

#include "store/document/document_store.hpp"
#include "store/inspel/amendment_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/log/log_store.hpp"
#include "support/strategy_process.hpp"

using namespace example;

namespace {

Result<Redaction> masked(
    const StrategyProcess& at, int number, const std::string& passage, const std::string& reason = "namn") {
    return at.tries([&](auto& act) { return app::redact(act, number, {passage, reason}); });
}

Inspel inspel(const StrategyProcess& at, int number) {
    return store::inspel_numbered(*at.database.db, at.process().id, number).value();
}

/// How many rows hold the words in what is shown or searched for.
std::int64_t shown_places(const StrategyProcess& at, const std::string& words) {
    const auto count = [&](const char* sql) {
        return at.database.db->run(sql, "%" + words + "%").front().integer("n");
    };
    return count("SELECT count(*) AS n FROM inspel WHERE shown_text LIKE $1 OR shown_title LIKE $1") +
           count("SELECT count(*) AS n FROM issue WHERE quote LIKE $1 OR title LIKE $1") +
           count("SELECT count(*) AS n FROM addition WHERE shown_text LIKE $1") +
           count("SELECT count(*) AS n FROM redaction WHERE reason LIKE $1");
}

}  // namespace

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

TEST_CASE("the title of a group that an issue is in is masked with it") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto number = at.published("Fråga Eva Ek om bussen. Fråga Eva Ek om tåget.");
        const auto one = at.split(number, "Fråga Eva Ek om bussen.");
        const auto two = at.split(number, "Fråga Eva Ek om tåget.");
        const auto group = at.does([&](auto& act) {
            return app::group_issues(act, {one.id, two.id}, "Det som Eva Ek vet");
        });
        REQUIRE(masked(at, number, "Eva Ek"));
        CHECK(store::find_group(*database.db, at.process().id, group.id)->title ==
              "Det som [maskat: namn] vet");
    });
}

TEST_CASE("whom the sender speaks for is masked where it is shown, and stands as it was sent") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        auto typed = draft("Fler bussar.");
        typed.organisation = "Eva Eks enskilda firma";
        const auto number = at.published(typed);
        REQUIRE(masked(at, number, "Eva Ek"));
        CHECK(inspel(at, number).shown_organisation == "[maskat: namn]s enskilda firma");
        CHECK(inspel(at, number).organisation == typed.organisation);
        store::InspelFilter search;
        search.words = "Eva";
        CHECK(store::list_inspel(*database.db, at.process().id, search, {}, 10).rows.empty());
    });
}

TEST_CASE("a title that was made of the text is made of the masked text, whatever it had cut off") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const std::string name = "Per Olovsson i Storsjöbyns samfällighetsförening och Eva Ek";
        const auto number = at.published("Ring " + name + " om bussen. Ring " + name + ".");
        REQUIRE(inspel(at, number).shown_title.find("Olovsson") != std::string::npos);
        at.split(number, "Ring " + name + " om bussen.");
        at.split(number, "Ring " + name + ".");
        REQUIRE(masked(at, number, name));
        CHECK(shown_places(at, "Olovsson") == 0);
        store::InspelFilter search;
        search.words = "Olovsson";
        CHECK(store::list_inspel(*database.db, at.process().id, search, {}, 10).rows.empty());
    });
}

TEST_CASE("a title of one's own that was cut in the passage is masked where it was cut") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        auto typed = draft("Fråga Per Olovsson i Berg.");
        typed.title = "Om Per Olovs…";
        const auto number = at.published(typed);
        REQUIRE(masked(at, number, "Per Olovsson i Berg"));
        CHECK(inspel(at, number).shown_title == "Om [maskat: namn]…");
    });
}

TEST_CASE("a group keeps no words of an issue that has left it") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto number = at.published("Fråga Eva Ek om bussen. Mer.");
        const auto one = at.split(number, "Fråga Eva Ek om bussen.");
        const auto two = at.split(number, "Mer.");
        const auto group = at.does([&](auto& act) { return app::group_issues(act, {one.id, two.id}, ""); });
        at.does([&](auto& act) { return app::leave_group(act, one.id); });
        REQUIRE(masked(at, number, "Eva Ek"));
        CHECK(store::find_group(*database.db, at.process().id, group.id)->title.find("Eva") ==
              std::string::npos);
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

TEST_CASE(
    "other words that the inspel proposes are masked where they are shown, and stand as they were sent") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        REQUIRE(at.freezes(Version::Kind::referral));
        const auto version = store::newest_frozen(*database.db, at.document.id).value();
        const auto node = store::node_named(*database.db, at.process().id, "RUS-1-p1")->node.id;
        const auto line = store::line_of(*database.db, version.id, node).value();
        auto typed = draft("Ändra stycket.");
        typed.concerns = "RUS-1-p1";
        typed.instead_of = line.revision;
        typed.proposal = line.text + " Ring 070-123 45 67.";
        const auto receipt = at.does([&](auto& act) {
            return app::receive_inspel(act, at.world.activity, typed, {"form", secret});
        });
        REQUIRE(masked(at, receipt.number, "070-123 45 67", "telefonnummer"));
        const auto proposal = store::amendment_of(*database.db, receipt.inspel).value();
        CHECK(proposal.shown_text == line.text + " Ring [maskat: telefonnummer].");
        CHECK(proposal.text == typed.proposal);
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
