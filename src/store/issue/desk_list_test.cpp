#include "store/issue/desk_conditions.hpp"

#include "store/issue/issue_store.hpp"
#include "support/strategy_process.hpp"

using namespace example;
using store::DeskKind;
using store::DeskStage;

namespace {

/// How SQLite reads a page of the list.
std::string plan_of(sql::Connection& db, Id<Process> process, const store::DeskFilter& f) {
    auto conditions = store::conditions_of(db.dialect(), process, f);
    const auto key = f.words.empty() ? store::key_of(f.kind) : "desk_search.rowid";
    std::string plan;
    for (const auto& row :
        db.run_planned("EXPLAIN QUERY PLAN SELECT 1 FROM " + store::from_of(db.dialect(), f) +
                           conditions.text() + " ORDER BY " + key + " DESC LIMIT 50",
            conditions.values()))
        plan += row.text("detail") + '\n';
    return plan;
}

std::vector<store::DeskFilter> filters() {
    std::vector<store::DeskFilter> all;
    for (const auto kind : {DeskKind::inspel, DeskKind::issues, DeskKind::answers}) {
        store::DeskFilter plain;
        plain.kind = kind;
        all.push_back(plain);
        auto words = plain;
        words.words = "buss";
        all.push_back(words);
    }
    for (const auto stage : {DeskStage::review, DeskStage::split, DeskStage::declined}) {
        store::DeskFilter filter;
        filter.stage = stage;
        all.push_back(filter);
    }
    store::DeskFilter late;
    late.late_on = today;
    all.push_back(late);
    store::DeskFilter topic;
    topic.topic = {1};
    all.push_back(topic);
    topic.kind = DeskKind::issues;
    all.push_back(topic);
    store::DeskFilter assignee;
    assignee.kind = DeskKind::issues;
    assignee.assignee = "Eva";
    all.push_back(assignee);
    return all;
}

}  // namespace

TEST_CASE("a page of the list is read by an index in the order that it is shown in, and nothing is sorted") {
    detail::on_sqlite([](TestDatabase& database) {
        const auto world = settle(database);
        for (const auto& filter : filters()) {
            const auto plan = plan_of(*database.db, world.revision.id, filter);
            CAPTURE(plan);
            CAPTURE(name_of(filter.kind));
            CHECK(plan.find("TEMP B-TREE FOR ORDER BY") == std::string::npos);
        }
    });
}

TEST_CASE("a thing stands in one stage, and each stage's filter finds what the rows say they are") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto first = at.published(draft("Bussen går för tidigt. Tåget går aldrig."));
        at.split(first, "Bussen går för tidigt.");
        at.published(draft("Skolan är för långt bort."));
        auto& db = *database.db;
        std::size_t found = 0;
        for (const auto& stage : names_of<DeskStage>)
            for (const auto kind : {DeskKind::inspel, DeskKind::issues, DeskKind::answers}) {
                store::DeskFilter filter;
                filter.kind = kind;
                filter.stage = stage.value;
                const auto rows = store::desk_rows(db, at.process().id, filter, 0, 50);
                CHECK(store::count_on_desk(db, at.process().id, filter, 100) ==
                      static_cast<std::int64_t>(rows.size()));
                for (const auto& row : rows) {
                    if (kind != DeskKind::inspel) CHECK(row.stage == stage.value);
                    const auto alone = store::desk_row(db, at.process().id, kind, row.id);
                    REQUIRE(alone);
                    CHECK(store::mark_of(*alone) == store::mark_of(row));
                }
                found += rows.size();
            }
        CHECK(found >= 3);
    });
}

TEST_CASE("a search finds what stands in an answer, at the inspel, the issue and the answer") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto number = at.published(draft("Bussen går för tidigt."));
        at.split(number, "Bussen går för tidigt.");
        const auto issue = database.db->run("SELECT id FROM issue").front().id<Issue>("id");
        at.does(
            [&](auto& act) { return app::answer_issue(act, issue, "noterat", "Tidtabellen ses över.", {}); });
        for (const auto kind : {DeskKind::inspel, DeskKind::issues, DeskKind::answers}) {
            store::DeskFilter filter;
            filter.kind = kind;
            filter.words = "tidtabell";
            CHECK(store::desk_rows(*database.db, at.process().id, filter, 0, 50).size() == 1);
            filter.words = "xyzzy";
            CHECK(store::desk_rows(*database.db, at.process().id, filter, 0, 50).empty());
        }
    });
}
