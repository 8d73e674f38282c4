#include "app/issue/taking_back.hpp"

#include "app/decision/completeness.hpp"
#include "store/decision/recount.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/log/log_store.hpp"
#include "support/strategy_process.hpp"

using namespace example;

namespace {

/// A public answer to one issue.
struct Published : StrategyProcess {
    Issue issue;

    explicit Published(TestDatabase& where) : StrategyProcess{where} {
        issue = split(published("Fler bussar nu"), "Fler bussar");
        answer(issue, "tillgodosett");
        publish_answers();
    }
    Result<Answer> takes_back() const {
        return tries([&](auto& act) { return app::take_back_answer(act, issue.id); });
    }
    std::int64_t waiting() const {
        return store::counted(*database.db, process().id, store::Counter::issue, name_of(Outcome::waiting));
    }
};

}  // namespace

TEST_CASE("an answer is taken back within an hour, and waits to be published again") {
    on_each_database([](TestDatabase& database) {
        const Published at{database};
        REQUIRE(at.waiting() == 0);
        database.now += std::chrono::hours{1};
        const auto back = at.takes_back();

        REQUIRE(back);
        CHECK_FALSE(back->published_at);
        CHECK(at.waiting() == 1);
        CHECK(store::held_answers(*database.db, at.process().id, {}, 9).size() == 1);
        CHECK(store::counts_that_differ(*database.db, at.process().id).empty());
        const auto entry = store::log_entries(*database.db, store::log_size(*database.db) - 1, 1).at(0);
        CHECK(entry.find("type issue.answer_taken_back\n") != std::string::npos);
        CHECK_FALSE(at.takes_back());
        at.publish_answers();
        CHECK(at.waiting() == 0);
    });
}

TEST_CASE("an answer is not taken back later, nor when it has been corrected or relied on") {
    on_each_database([](TestDatabase& database) {
        const Published late{database};
        database.now += std::chrono::hours{1} + std::chrono::seconds{1};
        CHECK(late.takes_back().error().kind == Failure::Kind::conflict);
    });
    on_each_database([](TestDatabase& database) {
        const Published at{database};
        at.does([](auto& act) { return app::declare_answers(act); });
        CHECK(at.takes_back().error().kind == Failure::Kind::conflict);
    });
    on_each_database([](TestDatabase& database) {
        const Published at{database};
        at.does([&](auto& act) {
            return app::change_published_answer(act, at.issue.id, {"ej", "Nej.", "Fel utfall"});
        });
        CHECK(at.takes_back().error().kind == Failure::Kind::conflict);
    });
}
