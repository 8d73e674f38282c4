#include "app/assessment/assessment.hpp"

#include "app/decision/completeness.hpp"
#include "app/statistics/dataset.hpp"
#include "domain/field.hpp"
#include "store/assessment/assessment_store.hpp"
#include "store/decision/completeness_store.hpp"
#include "store/log/log_store.hpp"
#include "store/plan/gaps.hpp"
#include "support/strategy_process.hpp"

using namespace example;

namespace {

using Answered = StepAnswer::Outcome;
const Grounds grounds{{}, "Tydligare"};

/// A strategy that is out for referral, and an assessment of the child's best interest about a paragraph.
struct Assessed : StrategyProcess {
    explicit Assessed(TestDatabase& where) : StrategyProcess{where} {
        REQUIRE(freezes(Version::Kind::referral));
        CHECK(begin("barn") == 1);
        REQUIRE(links("RUS-2-p1"));
    }

    int begin(const std::string& kind) const {
        Assessment typed;
        typed.kind = kind;
        typed.subject = "Hela strategin";
        return does([&](auto& act) { return app::begin_assessment(act, typed, today); }).number;
    }
    Result<AssessedParagraph> links(const std::string& code) const {
        return tries([&](auto& act) { return app::assess_paragraph(act, 1, code); });
    }
    Result<StepAnswer> answers(const std::string& step, const std::string& evidence = "RUS-2-p1",
        Answered outcome = Answered::answered, int number = 1) const {
        StepAnswer typed;
        typed.step = step;
        typed.outcome = outcome;
        typed.text = "Affären ligger nära.";
        typed.evidence = evidence;
        return tries([&](auto& act) { return app::answer_step(act, number, typed, today); });
    }
    Result<StepAnswer> looks(const std::string& step) const {
        return tries([&](auto& act) { return app::look_at_answer(act, 1, step); });
    }
    store::OpenedAssessment opened(int number = 1) const {
        return store::opened(*database.db, *store::assessment_numbered(*database.db, process().id, number));
    }
    StepStanding standing(const std::string& step, int number = 1) const {
        const auto at = opened(number);
        for (const auto& one : at.steps)
            if (one.step->code == step) return one.standing;
        throw std::logic_error{"no such step"};
    }
    std::vector<AssessmentGap> gaps() const {
        return store::gaps_before_decision(*database.db, process().id);
    }
    std::string newest_entry() const {
        return store::log_entries(*database.db, store::log_size(*database.db) - 1, 1).at(0);
    }
};

}  // namespace

TEST_CASE("an assessment keeps the template's version of the day when it began, and is in the log") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        Assessment typed;
        typed.kind = "samisk";
        typed.subject = "Hela strategin";
        const auto before = at.does(
            [&](auto& act) { return app::begin_assessment(act, typed, *time::read_day("2024-02-29")); });
        const auto after = at.does([&](auto& act) { return app::begin_assessment(act, typed, today); });
        CHECK(before.version == "2010");
        CHECK(after.version == "2024");
        CHECK(reference(after) == "KB-2");
        const auto entry = store::log_entries(*database.db, store::log_size(*database.db) - 1, 1).at(0);
        CHECK(entry.find("type assessment.begun\n") != std::string::npos);
        CHECK(entry.find("Hela strategin") == std::string::npos);
        typed.kind = "rymden";
        CHECK_FALSE(at.tries([&](auto& act) { return app::begin_assessment(act, typed, today); }));
    });
}

TEST_CASE("a step is answered with evidence that is there, and each answer stays to be read") {
    on_each_database([](TestDatabase& database) {
        const Assessed at{database};
        CHECK_FALSE(at.answers("3", "A-99"));
        CHECK_FALSE(at.answers("3", "I-1"));
        CHECK_FALSE(at.answers("3", "javascript:alert(1)"));
        CHECK_FALSE(at.answers("9"));
        CHECK_FALSE(at.answers("3", "RUS-2-p1", Answered::answered, 2));
        const auto inspel = at.published("Fler bussar.");
        REQUIRE(at.answers("3", "I-" + std::to_string(inspel) + "\nRUS-1-p1\nhttps://example.org/a"));
        REQUIRE(at.answers("3", "", Answered::not_relevant));
        CHECK(at.standing("3") == StepStanding::not_relevant);
        const auto all = store::answers_of(*database.db, at.opened().assessment.id, "3");
        REQUIRE(all.size() == 2);
        CHECK(all.back().outcome == Answered::answered);
        CHECK(all.front().role == "operator");
        CHECK(all.front().answered_at == database.now);
    });
}

TEST_CASE("an answer grows old when a paragraph gets other words in a frozen version, until somebody looks") {
    on_each_database([](TestDatabase& database) {
        const Assessed at{database};
        REQUIRE(at.answers("3"));
        REQUIRE(at.answers("1"));
        CHECK_FALSE(at.looks("3"));
        at.edit("RUS-2-p1", "Alla ska nå en affär och ett apotek.", grounds);
        CHECK(at.standing("3") == StepStanding::met);  // a draft is nobody's text yet
        REQUIRE(at.freezes(Version::Kind::referral));
        CHECK(at.standing("3") == StepStanding::old);
        CHECK(at.standing("1") == StepStanding::met);
        REQUIRE(at.looks("3"));
        CHECK(at.newest_entry().find("type assessment.step_looked_at\n") != std::string::npos);
        CHECK(at.standing("3") == StepStanding::met);
        CHECK_FALSE(at.looks("3"));
        CHECK_FALSE(at.looks("4"));
        CHECK_FALSE(at.looks("99"));
        const auto untouched = at.looks("1");  // it does not rest on the text
        REQUIRE_FALSE(untouched);
        CHECK(untouched.error().kind == Failure::Kind::conflict);
        CHECK(store::answers_of(*database.db, at.opened().assessment.id, "1").size() == 1);
    });
}

TEST_CASE("words that are changed and changed back make no answer old, and other paragraphs never do") {
    on_each_database([](TestDatabase& database) {
        const Assessed at{database};
        REQUIRE(at.answers("3"));
        at.edit("RUS-2-p1", "Något annat.", grounds);
        at.edit("RUS-2-p1", "Alla ska nå en affär.", grounds);
        at.edit("RUS-1-p1", "Helt andra ord.", grounds);
        REQUIRE(at.freezes(Version::Kind::referral));
        CHECK(at.standing("3") == StepStanding::met);
    });
}

TEST_CASE("a paragraph that is taken out of the text or linked afterwards makes answers old") {
    on_each_database([](TestDatabase& database) {
        const Assessed at{database};
        REQUIRE(at.answers("3"));
        REQUIRE(at.links("RUS-1-p1"));
        CHECK(at.standing("3") == StepStanding::old);
        at.does([&](auto& act) { return app::stop_assessing_paragraph(act, 1, "RUS-1-p1"); });
        CHECK(at.standing("3") == StepStanding::met);
        at.does([&](auto& act) {
            const auto node = store::node_named(act.db(), at.process().id, "RUS-2-p1")->node.id;
            return app::remove_line(act, at.document, node, grounds);
        });
        REQUIRE(at.freezes(Version::Kind::referral));
        CHECK(at.standing("3") == StepStanding::old);
        REQUIRE(at.looks("3"));
        CHECK(at.standing("3") == StepStanding::met);
    });
}

TEST_CASE("taking a changed paragraph off the assessment makes no old answer met again") {
    on_each_database([](TestDatabase& database) {
        const Assessed at{database};
        REQUIRE(at.answers("3"));
        at.edit("RUS-2-p1", "Alla ska nå en affär och ett apotek.", grounds);
        REQUIRE(at.freezes(Version::Kind::referral));
        REQUIRE(at.standing("3") == StepStanding::old);

        at.does([&](auto& act) { return app::stop_assessing_paragraph(act, 1, "RUS-2-p1"); });

        CHECK(at.standing("3") == StepStanding::old);
        REQUIRE(at.looks("3"));
        CHECK(at.standing("3") == StepStanding::met);
    });
}

TEST_CASE("a paragraph is linked once, and one of no text of the process never") {
    on_each_database([](TestDatabase& database) {
        const Assessed at{database};
        CHECK_FALSE(at.links("RUS-2-p1"));
        CHECK_FALSE(at.links("RUS-9-p9"));
        CHECK_FALSE(at.tries([](auto& act) { return app::assess_paragraph(act, 2, "RUS-1-p1"); }));
        CHECK_FALSE(at.tries([](auto& act) { return app::stop_assessing_paragraph(act, 1, "RUS-1-p1"); }));
        const auto node = store::node_named(*database.db, at.process().id, "RUS-2-p1")->node.id;
        CHECK(store::assessments_about(*database.db, node).size() == 1);
    });
}

TEST_CASE("the code of a paragraph that nobody but its writers has read gets into no log") {
    on_each_database([](TestDatabase& database) {
        const Assessed at{database};
        const auto after = store::node_named(*database.db, at.process().id, "RUS-2-p1")->node.id;
        const auto added = at.does([&](auto& act) {
            return app::add_line(
                act, at.document, {after, Node::Kind::paragraph, 2, "", "Ett nytt stycke.", grounds});
        });
        const auto refused = at.links(added.node.code);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().complaints.front().place == Field::paragraph);
        CHECK_FALSE(at.answers("3", added.node.code));
        REQUIRE(at.freezes(Version::Kind::referral));
        CHECK(at.links(added.node.code));
    });
}

TEST_CASE("an assessment that answers for the text without naming a paragraph lacks that") {
    on_each_database([](TestDatabase& database) {
        const Assessed at{database};
        const auto number = at.begin("barn");
        for (const auto* step : {"1", "2", "3", "4", "5", "6"}) {
            REQUIRE(at.answers(step));
            REQUIRE(at.answers(step, "https://example.org/a", Answered::answered, number));
        }
        REQUIRE(at.gaps().size() == 1);
        CHECK(at.gaps().front().kind == AssessmentGap::Kind::unlinked);
        CHECK_FALSE(at.opened(number).is_done());
        at.does([&](auto& act) { return app::assess_paragraph(act, number, "RUS-2-p1"); });
        CHECK_FALSE(at.opened(number).lacks_paragraphs());
    });
}

TEST_CASE("an answer is old when the data that it cites is replaced after it, until somebody looks") {
    on_each_database([](TestDatabase& database) {
        const Assessed at{database};
        Dataset dataset;
        dataset.title = dataset.source = dataset.licence = "Ord";
        dataset.digest = std::string(64, 'a');
        dataset.dimensions = {{"region", {{"2326", "Berg"}}}};
        const auto import = [&] {
            database.now += std::chrono::hours{1};
            return at.does([&](auto& act) { return app::import_dataset(act, dataset, {{0, 90.0, ""}}); });
        };
        const auto first = import();
        REQUIRE(at.answers("1", "D-" + std::to_string(first.number)));
        CHECK(at.standing("1") == StepStanding::met);
        dataset.digest = std::string(64, 'b');
        dataset.replaces = first.id;
        import();
        CHECK(at.standing("1") == StepStanding::old);
        CHECK(at.gaps().front().kind == AssessmentGap::Kind::old);
        database.now += std::chrono::hours{1};
        REQUIRE(at.looks("1"));
        CHECK(at.standing("1") == StepStanding::met);
        CHECK(store::assessments_citing(*database.db, at.process().id, "D-1").size() == 1);
        CHECK(store::assessments_citing(*database.db, at.process().id, "D-11").empty());
    });
}

TEST_CASE("a step about goal conflicts is answered when one has a name, and lacks what is not weighed") {
    on_each_database([](TestDatabase& database) {
        const Assessed at{database};
        const auto number = at.begin("hallbarhet");
        CHECK_FALSE(at.answers("5", "RUS-2-p1", Answered::answered, number));
        CHECK(at.answers("5", "", Answered::not_relevant, number));
        GoalConflict conflict{{}, {}, {}, 0, "Kö eller resa", "Kortare kö", "Längre resa"};
        const auto write = [&] {
            return at.tries([&](auto& act) { return app::write_conflict(act, number, conflict); });
        };
        conflict.number = write()->number;
        CHECK(conflict.number == 1);
        CHECK_FALSE(at.answers("5", "", Answered::not_relevant, number));
        REQUIRE(at.answers("5", "RUS-2-p1", Answered::answered, number));
        CHECK(at.gaps().back().kind == AssessmentGap::Kind::unweighed);
        conflict.weighing = "Kön får vara kvar.";
        REQUIRE(write());
        CHECK(at.gaps().back().kind != AssessmentGap::Kind::unweighed);
        CHECK(store::conflicts_of(*database.db, at.opened(number).assessment.id).size() == 1);
        conflict.number = 7;
        CHECK_FALSE(write());
    });
}

TEST_CASE("no text goes to decision while an assessment has gaps, unless somebody says why in public") {
    on_each_database([](TestDatabase& database) {
        const Assessed at{database};
        const auto missing = [&] { return store::gate_of(*database.db, at.process().id).missing.unassessed; };
        CHECK(missing() == 6);
        CHECK_FALSE(at.freezes(Version::Kind::proposal));
        for (const auto* step : {"1", "2", "3", "4", "5"}) REQUIRE(at.answers(step));
        CHECK(missing() == 1);
        const auto refused = at.freezes(Version::Kind::proposal);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Failure::Kind::conflict);
        CHECK(refused.error().complaints.at(0).holes == Holes{1});
        REQUIRE(at.tries([](auto& act) { return app::waive_missing(act, "Det görs efteråt."); }));
        CHECK(at.freezes(Version::Kind::proposal));
        REQUIRE(at.links("RUS-1-p1"));  // others are missing than were waived
        CHECK_FALSE(store::gate_of(*database.db, at.process().id).is_open());
    });
}

TEST_CASE("a finished assessment keeps the gate open, and steps at adoption do not close it") {
    on_each_database([](TestDatabase& database) {
        const Assessed at{database};
        for (const auto* step : {"1", "2", "3", "4", "5", "6"}) REQUIRE(at.answers(step));
        CHECK(at.gaps().empty());
        const auto number = at.begin("miljo");
        for (const auto* step : {"1", "2", "3", "4", "5", "6", "7"})
            REQUIRE(at.answers(step, "", Answered::not_relevant, number));
        CHECK(at.gaps().empty());
        CHECK(store::gaps_at_adoption(*database.db, at.process().id).size() == 4);
        CHECK(at.freezes(Version::Kind::proposal));
    });
}

TEST_CASE("a stop stands until the step is answered anew") {
    on_each_database([](TestDatabase& database) {
        const Assessed at{database};
        const auto number = at.begin("hallbarhet");
        REQUIRE(at.answers("2", "", Answered::stopped, number));
        CHECK_FALSE(at.answers("1", "", Answered::stopped, number));
        CHECK(at.standing("2", number) == StepStanding::stopped);
        REQUIRE(at.answers("2", "RUS-1-p1", Answered::answered, number));
        CHECK(at.standing("2", number) == StepStanding::met);
    });
}

TEST_CASE("nobody assesses without being allowed to in that process") {
    on_each_database([](TestDatabase& database) {
        const Assessed at{database};
        REQUIRE(at.answers("3"));
        at.edit("RUS-2-p1", "Alla ska nå en affär och ett apotek.", grounds);
        REQUIRE(at.freezes(Version::Kind::referral));
        REQUIRE(at.standing("3") == StepStanding::old);
        const auto other = settle(database, "annan");
        for (const auto& actor :
            {with_role(Role::viewer, at.process()), with_role(Role::handler, at.process()),
                with_role(Role::editor, other.revision), Actor::anybody()}) {
            CHECK_FALSE(database.act_as(
                actor, at.process(), [](auto& act) { return app::assess_paragraph(act, 1, "RUS-1-p1"); }));
            const auto refused = database.act_as(
                actor, at.process(), [](auto& act) { return app::look_at_answer(act, 1, "3"); });
            REQUIRE_FALSE(refused);
            CHECK(refused.error().kind == Failure::Kind::not_allowed);
        }
        CHECK(at.standing("3") == StepStanding::old);
    });
}
