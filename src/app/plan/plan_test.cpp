#include "app/plan/plan.hpp"

#include "app/assessment/assessment.hpp"
#include "domain/field.hpp"
#include "store/log/log_store.hpp"
#include "store/plan/gaps.hpp"
#include "store/plan/plan_store.hpp"
#include "support/plans.hpp"
#include "support/strategy_process.hpp"

using namespace example;

namespace {

using Kind = PlanLine::Kind;
using Status = PromiseOutcome::Status;

/// A process whose plan is a draft with all that it needs.
struct Planned : StrategyProcess {
    explicit Planned(TestDatabase& where) : StrategyProcess{where} {
        does([](auto& act) { return app::begin_plan(act); });
        REQUIRE(says("En ny strategi"));
        for (const auto& line : lines_of_plan()) REQUIRE(writes(line));
    }

    Result<Plan> says(const std::string& purpose, const std::string& changed = {}) const {
        Plan plan;
        plan.purpose = plan.open_to = Localized{purpose};
        plan.changed = changed;
        return tries([&](auto& act) { return app::change_plan(act, plan); });
    }
    Result<PlanLine> writes(const PlanLine& line) const {
        return tries([&](auto& act) { return app::write_plan_line(act, line); });
    }
    Result<Plan> publishes() const {
        return tries([](auto& act) { return app::publish_plan(act, today); });
    }
    Result<PromiseOutcome> judges(int line, Status status, const std::string& evidence = {}) const {
        const PromiseOutcome typed{{}, {}, line, status, "Sex av åtta.", evidence};
        return tries([&](auto& act) { return app::judge_promise(act, typed); });
    }
    std::optional<Plan> newest() const { return store::newest_plan(*database.db, process().id); }
    std::optional<Plan> draft() const { return store::draft_plan(*database.db, process().id); }
    std::vector<store::Promise> promises() const { return store::promises_of(*database.db, process().id); }
};

}  // namespace

TEST_CASE("a plan is a draft until it is published whole, and the log commits to what it says") {
    on_each_database([](TestDatabase& database) {
        const Planned at{database};
        CHECK_FALSE(at.newest());
        REQUIRE(at.publishes());
        CHECK(at.newest()->edition == 1);
        CHECK(at.newest()->published_at == database.now);
        const auto entry = store::log_entries(*database.db, store::log_size(*database.db) - 1, 1).at(0);
        CHECK(entry.find("type plan.published\n") != std::string::npos);
        CHECK(entry.find("sha256 ") != std::string::npos);
        CHECK_FALSE(at.publishes());
        CHECK_FALSE(at.says("För sent"));
        CHECK_FALSE(at.writes(lines_of_plan().front()));
    });
}

TEST_CASE("a plan that lacks something is not published, and it is said what") {
    on_each_database([](TestDatabase& database) {
        const Planned at{database};
        const auto lines = store::lines_of(*database.db, at.draft()->id);
        at.does([&](auto& act) { return app::remove_plan_line(act, lines.back().number); });
        const auto refused = at.publishes();
        REQUIRE_FALSE(refused);
        CHECK(refused.error().complaints.size() == 1);
        CHECK_FALSE(at.newest());
    });
}

TEST_CASE("there is one draft, and a plan speaks of an assessment once") {
    on_each_database([](TestDatabase& database) {
        const Planned at{database};
        CHECK_FALSE(at.tries([](auto& act) { return app::begin_plan(act); }));
        CHECK_FALSE(at.writes(lines_of_plan().back()));
        auto group = lines_of_plan()[1];
        group.number = 1;  // a decision's
        CHECK_FALSE(at.writes(group));
        group.number = 99;
        CHECK_FALSE(at.writes(group));
        CHECK_FALSE(at.tries([](auto& act) { return app::remove_plan_line(act, 99); }));
    });
}

TEST_CASE("a new edition begins with the last, needs to say what is new, and changes no older one") {
    on_each_database([](TestDatabase& database) {
        const Planned at{database};
        REQUIRE(at.publishes());
        at.does([](auto& act) { return app::begin_plan(act); });
        CHECK(at.draft()->edition == 2);
        CHECK(store::lines_of(*database.db, at.draft()->id).size() == lines_of_plan().size());
        auto group = lines_of_plan("Andra ord")[1];
        group.number = 2;
        REQUIRE(at.writes(group));
        CHECK_FALSE(at.publishes());
        REQUIRE(at.says("En ny strategi", "Gruppen fick ett annat namn."));
        REQUIRE(at.publishes());
        const auto first = store::plan_edition(*database.db, at.process().id, 1);
        CHECK(store::plan_line_numbered(*database.db, first->id, 2)->name.original() == "Ord");
        CHECK(store::plan_line_numbered(*database.db, at.newest()->id, 2)->name.original() == "Andra ord");
        CHECK_FALSE(store::plan_edition(*database.db, at.process().id, 3));
    });
}

TEST_CASE("what came of a promise is written for groups of a published edition alone, and stays") {
    on_each_database([](TestDatabase& database) {
        const Planned at{database};
        CHECK_FALSE(at.judges(2, Status::kept));
        REQUIRE(at.publishes());
        CHECK_FALSE(at.judges(1, Status::kept));
        CHECK_FALSE(at.judges(3, Status::kept));
        CHECK_FALSE(at.judges(99, Status::kept));
        CHECK_FALSE(at.judges(2, Status::kept, "A-99"));
        CHECK_FALSE(at.judges(2, Status::partly, "RUS-1-p1"));  // a draft's
        REQUIRE(at.judges(2, Status::partly, "https://example.org/a"));
        REQUIRE(at.judges(2, Status::broken));
        CHECK(store::newest_outcomes(*database.db, at.process().id).at(2).status == Status::broken);
        CHECK(store::outcomes_of(*database.db, at.process().id, 2).size() == 2);
    });
}

TEST_CASE("a promise is kept as each edition had it, and an outcome says which one it answers") {
    on_each_database([](TestDatabase& database) {
        const Planned at{database};
        REQUIRE(at.publishes());
        REQUIRE(at.judges(2, Status::kept));
        for (const auto* words : {"Ett möte", "Ett möte"}) {
            at.does([](auto& act) { return app::begin_plan(act); });
            auto group = lines_of_plan()[1];
            group.number = 2;
            group.way = Localized{words};
            REQUIRE(at.writes(group));
            REQUIRE(at.says("En ny strategi", "Färre möten."));
            REQUIRE(at.publishes());
        }
        REQUIRE(at.judges(2, Status::partly));
        const auto promise = at.promises().front();
        CHECK(promise.edition == 3);
        CHECK(promise.line.way.original() == "Ett möte");
        REQUIRE(promise.earlier.size() == 1);
        CHECK(promise.earlier.front().edition == 1);
        const auto outcomes = store::outcomes_of(*database.db, at.process().id, 2);
        CHECK(outcomes.front().edition == 3);
        CHECK(outcomes.back().edition == 1);
    });
}

TEST_CASE("a draft is deleted with all that it says, and its number is free again") {
    on_each_database([](TestDatabase& database) {
        const Planned at{database};
        REQUIRE(at.tries([](auto& act) { return app::discard_plan(act); }));
        CHECK_FALSE(at.draft());
        CHECK(database.db->run("SELECT id FROM plan_line").empty());
        CHECK_FALSE(at.tries([](auto& act) { return app::discard_plan(act); }));
        at.does([](auto& act) { return app::begin_plan(act); });
        CHECK(at.draft()->edition == 1);
    });
}

TEST_CASE("a promise that a later edition drops is still a promise") {
    on_each_database([](TestDatabase& database) {
        const Planned at{database};
        auto second = lines_of_plan()[1];
        second.name = Localized{"De andra"};
        REQUIRE(at.writes(second));
        REQUIRE(at.publishes());
        at.does([](auto& act) { return app::begin_plan(act); });
        at.does([](auto& act) { return app::remove_plan_line(act, 2); });
        REQUIRE(at.says("En ny strategi", "En grupp färre."));
        CHECK_FALSE(at.promises().front().is_taken_away);
        REQUIRE(at.publishes());
        CHECK(at.promises().front().is_taken_away);
        CHECK(at.promises().front().edition == 1);
        CHECK(at.judges(2, Status::broken));
    });
}

TEST_CASE("an assessment that is promised and not begun is missing before the decision") {
    on_each_database([](TestDatabase& database) {
        const Planned at{database};
        CHECK(store::gaps_before_decision(*database.db, at.process().id).empty());
        REQUIRE(at.publishes());
        const auto gaps = store::gaps_before_decision(*database.db, at.process().id);
        REQUIRE(gaps.size() == 1);
        CHECK(gaps.front().kind == AssessmentGap::Kind::not_begun);
        CHECK(gaps.front().assessment_kind == "hallbarhet");
        CHECK_FALSE(at.freezes(Version::Kind::proposal));
        Assessment typed;
        typed.kind = "hallbarhet";
        typed.subject = "Allt";
        at.does([&](auto& act) { return app::begin_assessment(act, typed, today); });
        CHECK(store::gaps_before_decision(*database.db, at.process().id).front().kind ==
              AssessmentGap::Kind::unanswered);
    });
}
