#include "app/inspel/redaction.hpp"

#include "store/document/document_store.hpp"
#include "store/inspel/amendment_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/log/log_store.hpp"
#include "support/masking.hpp"
#include "support/strategy_process.hpp"

using namespace example;

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
