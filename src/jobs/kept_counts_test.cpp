#include "jobs/kept_counts.hpp"

#include "support/strategy_process.hpp"

using namespace example;

TEST_CASE("a kept count that drifted from its rows is found and named") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        at.split(at.published("Fler bussar."), "Fler bussar.");
        CHECK(jobs::kept_counts(*database.db).state == CheckState::ok);
        database.write([&](sql::Transaction& tx) -> Result<int> {
            tx.db().run("UPDATE tally SET n = n + 1 WHERE facet = 'desk' AND value = 'unanswered'");
            return 0;
        });

        const auto check = jobs::kept_counts(*database.db);

        CHECK(check.state == CheckState::fail);
        CHECK(check.sentence.holes == Holes{at.process().slug, "desk/unanswered", "2", "1"});
    });
}
