#include "app/document/document.hpp"
#include "app/document/draft.hpp"
#include "app/document/standing.hpp"

#include "app/inspel/inspel.hpp"
#include "app/issue/issues.hpp"
#include "store/document/document_store.hpp"
#include "store/document/trace_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "support/example.hpp"
#include "support/little_strategy.hpp"

#include <algorithm>
#include <random>
#include <set>

using namespace example;

TEST_CASE("a frozen version keeps its words and its digest, whatever is written later") {
    on_each_database([](TestDatabase& database) {
        const Strategy at{database};
        const auto referral = at.freeze();
        REQUIRE(at.edit("RUS-1-p1", "Länet är en plats att leva och verka på.", spelling));
        CHECK(manuscript(store::lines_of(*database.db, referral.id)) == little);
        CHECK(referral.digest == hex(as_text(sha256(little))));
        CHECK(at.draft().number == 2);
    });
}

TEST_CASE("until a version is frozen words are changed freely, and after that only with grounds") {
    on_each_database([](TestDatabase& database) {
        const Strategy at{database};
        CHECK(at.edit("RUS-1-p2", "Avstånden är stora.", {}));
        CHECK(at.changes().empty());
        at.freeze();
        CHECK_FALSE(at.edit("RUS-1-p2", "Avstånden är mycket stora.", {}));
        CHECK(at.line("RUS-1-p2").text == "Avstånden är stora.");
        CHECK(at.edit("RUS-1-p2", "Avstånden är mycket stora.", spelling));
        CHECK(at.changes().size() == 1);
    });
}

TEST_CASE("a change cites the issues that caused it, and from the issue the change is found") {
    on_each_database([](TestDatabase& database) {
        const Strategy at{database};
        at.freeze();
        const auto issue = an_issue(at);
        const Cause cause{Cause::Kind::issue, issue.id.value};
        REQUIRE(at.edit("RUS-1-p2", "Avstånden är långa, och vägarna smala.", {{cause}, ""}));
        const auto change = at.changes().at(0);
        CHECK(store::causes_of(*database.db, change.id) == std::vector{cause});
        CHECK(store::changes_caused_by(*database.db, cause).at(0).id == change.id);
        CHECK(store::words_of(*database.db, change.before) == "Avstånden är långa.");
        CHECK_FALSE(at.edit("RUS-1-p2", "Annat.", {{{Cause::Kind::issue, 999}}, ""}));
    });
}

TEST_CASE("an answer points at the change it led to, and the change at the issue") {
    on_each_database([](TestDatabase& database) {
        const Strategy at{database};
        at.freeze();
        const auto issue = an_issue(at);
        REQUIRE(at.edit("RUS-1-p2", "Avstånden är långa, och vägarna smala.", spelling));
        const auto link = [&] {
            return at.act([&](auto& act) { return app::link_answer(act, issue.id, 1); });
        };
        CHECK_FALSE(link());  // there is no answer yet
        REQUIRE(
            at.act([&](auto& act) { return app::answer_issue(act, issue.id, "tillgodosett", "Ja.", {}); }));
        REQUIRE(link());
        const auto answer = store::find_answer(
            *database.db, store::find_issue(*database.db, at.world.revision.id, issue.id)->answer);
        CHECK(store::find_change(*database.db, answer->change)->number == 1);
        CHECK(store::causes_of(*database.db, answer->change).size() == 1);
    });
}

TEST_CASE("all that is done to a paragraph before the next version is one change, and undone it is none") {
    on_each_database([](TestDatabase& database) {
        const Strategy at{database};
        at.freeze();
        REQUIRE(at.edit("RUS-1-p2", "Avstånden är stora.", {{}, "Först."}));
        REQUIRE(at.edit("RUS-1-p2", "Avstånden är mycket stora.", {{}, "Sedan."}));
        REQUIRE(at.changes().size() == 1);
        CHECK(at.changes()[0].reason == "Först. Sedan.");
        REQUIRE(at.edit("RUS-1-p2", "Avstånden är långa.", {{}, "Ångrat."}));
        CHECK(at.changes().empty());
    });
}

TEST_CASE(
    "two editors in one paragraph: what does not meet is merged, what meets is told and nothing is lost") {
    on_each_database([](TestDatabase& database) {
        const Strategy at{database};
        const auto seen = at.line("RUS-1-p1");
        REQUIRE(at.edit_from(seen, "Hela länet är en plats att leva på.", {}));
        REQUIRE(at.edit_from(seen, "Länet är en plats att leva och verka på.", {}));
        CHECK(at.line("RUS-1-p1").text == "Hela länet är en plats att leva och verka på.");

        const auto later = at.line("RUS-1-p2");
        REQUIRE(at.edit_from(later, "Avstånden är stora.", {}));
        const auto refused = at.edit_from(later, "Avstånden är ofantliga.", {});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Failure::Kind::conflict);
        CHECK(refused.error().complaints.size() == 1);
        CHECK(at.line("RUS-1-p2").text == "Avstånden är stora.");
    });
}

TEST_CASE("a moved, split, joined or removed paragraph can be followed from each of its codes") {
    on_each_database([](TestDatabase& database) {
        const Strategy at{database};
        at.freeze();
        const auto p1 = at.line("RUS-1-p1").node.id;
        const auto p2 = at.line("RUS-1-p2").node.id;
        const auto q1 = at.line("RUS-2-p1").node.id;
        const auto in = [&](auto verb) { return at.act([&](auto& act) { return verb(act, at.document); }); };
        REQUIRE(in([&](auto& act, auto& text) { return app::move_line(act, text, p2, q1, spelling); }));
        const auto part = in([&](auto& act, auto& text) {
            return app::split_line(act, text, {p1, "Länet är en plats.", "Att leva på.", "", spelling});
        });
        REQUIRE(part);
        CHECK(part->node.code == "RUS-1-p3");
        REQUIRE(in([&](auto& act, auto& text) {
            return app::join_lines(
                act, text, {q1, p2, "Alla ska nå en affär, fast avstånden är långa.", spelling});
        }));
        CHECK(store::changes_about(*database.db, part->node.id).at(0).kind == Change::Kind::split);
        CHECK(store::changes_about(*database.db, p2).back().kind == Change::Kind::merged);
        CHECK(
            store::changes_about(*database.db, q1).size() == 2);  // its own, and of the one that went into it
        REQUIRE(in([&](auto& act, auto& text) { return app::remove_line(act, text, p1, spelling); }));
        CHECK(store::changes_about(*database.db, p1).front().kind == Change::Kind::removed);
        CHECK(store::changes_about(*database.db, p1).back().node == part->node.id);
    });
}

TEST_CASE("a code is never given twice, not even when its paragraph is gone") {
    on_each_database([](TestDatabase& database) {
        const Strategy at{database};
        const auto p2 = at.line("RUS-1-p2").node.id;
        const auto p1 = at.line("RUS-1-p1").node.id;
        REQUIRE(at.act([&](auto& act) { return app::remove_line(act, at.document, p2, {}); }));
        const auto added = at.act(
            [&](auto& act) { return app::add_line(act, at.document, {.after = p1, .text = "Nytt."}); });
        REQUIRE(added);
        CHECK(added->node.code == "RUS-1-p3");
        CHECK_FALSE(at.act([&](auto& act) {
            return app::add_line(act, at.document, {.after = p1, .code = "RUS-1-p2", .text = "Nytt."});
        }));
    });
}
