#include "jobs/forgetting/erase_out_of_time.hpp"

#include "app/inspel/inspel.hpp"
#include "app/mail/following.hpp"
#include "app/retention/retention.hpp"
#include "app/site/description.hpp"
#include "store/retention/retention_store.hpp"
#include "support/example.hpp"

using namespace example;

namespace {

RetentionRule rule_of(RetentionKind kind) {
    RetentionRule rule;
    rule.kind = kind;
    rule.event = events_of(kind).front();
    rule.amount = 1;
    rule.unit = RetentionRule::Unit::day;
    rule.decision = "RS 2026/123";
    rule.decided_on = today;
    return rule;
}

}  // namespace

TEST_CASE("rounds erase in all processes and of the site, from the third day that the server sees") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto other = settle(database, "annan");
        for (const auto* where : {&world, &other}) {
            auto typed = draft("Fler bussar");
            typed.contact = "eva@example.org";
            (void)database.act(where->revision, [&](auto& act) {
                return app::receive_inspel(act, where->activity, typed, {"a", secret});
            });
            (void)database.act(where->revision,
                [&](auto& act) { return app::decide_retention(act, rule_of(RetentionKind::mail), today); });
        }
        sql::open(database.where, sql::Access::read_write)
            ->run("UPDATE mail SET state = 'sent', ended_at = $1", noon);
        LackReport report;
        report.text = "Knappen läses inte upp.";
        report = database.act([&](auto& act) { return app::report_lack(act, report, "lack"); }).value();
        (void)database.act(world.revision, [&](auto& act) { return app::close_lack(act, report.id); });
        (void)database.act(world.revision, [&](auto& act) {
            return app::decide_retention(act, rule_of(RetentionKind::lack_reports), today);
        });
        const auto round = [&](int days_after) {
            database.now = noon + std::chrono::days{days_after};
            return jobs::erase_out_of_time(*database.db, *database.writer, stockholm, database.now);
        };

        CHECK(round(0) == 0);
        CHECK(round(1) == 0);
        CHECK(round(3) == 0);  // the second day was not seen
        CHECK(round(4) == 0);
        CHECK(round(5) == 3);
        CHECK(round(5) == 0);
        CHECK(store::retention_erased(*database.db, world.revision.id, 10).size() == 2);
        CHECK(store::retention_erased(*database.db, other.revision.id, 10).size() == 2);
    });
}

TEST_CASE("a server without decisions writes nothing") {
    detail::on_sqlite([](TestDatabase& database) {
        (void)settle(database);
        CHECK(jobs::erase_out_of_time(*database.db, *database.writer, stockholm, noon) == 0);
        CHECK_FALSE(store::has_round(*database.db, today));
    });
}
