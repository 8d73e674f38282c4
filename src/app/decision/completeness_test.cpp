#include "app/decision/completeness.hpp"

#include "store/decision/completeness_store.hpp"
#include "store/log/log_store.hpp"
#include "support/strategy_process.hpp"

using namespace example;

namespace {

Gate gate(const StrategyProcess& at) {
    return store::gate_of(*at.database.db, at.process().id);
}

Result<Waiver> waived(const StrategyProcess& at, const std::string& reason) {
    return at.tries([&](auto& act) { return app::waive_missing(act, reason); });
}

Result<AnswersDeclared> declared(const StrategyProcess& at) {
    return at.tries([&](auto& act) { return app::declare_answers(act); });
}

std::string newest_entry(const StrategyProcess& at) {
    return store::log_entries(*at.database.db, store::log_size(*at.database.db) - 1, 1).at(0);
}

/// All that is missing, as one reads it a page at a time.
std::vector<std::string> one_a_page(const StrategyProcess& at) {
    std::vector<std::string> seen;
    store::Unanswered last;
    for (int page = 0; page < 9; ++page) {
        const auto found =
            store::unanswered_in(*at.database.db, at.process().id, last.inspel, last.position, 1);
        if (found.empty()) break;
        last = found.front();
        seen.push_back(std::to_string(last.inspel) + "." + std::to_string(last.position));
    }
    return seen;
}

}  // namespace

TEST_CASE("an inspel is missing until it is read, split, answered and the answer is public") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        CHECK(gate(at).missing == Missing{});
        const auto number = at.received(draft("Fler bussar. Och tåg."));
        CHECK(gate(at).missing == Missing{1, 0, 0});
        at.does([&](auto& act) { return app::publish_inspel(act, number); });
        CHECK(gate(at).missing == Missing{0, 1, 0});
        const auto buses = at.split(number, "Fler bussar.");
        const auto trains = at.split(number, "Och tåg.");
        CHECK(gate(at).missing == Missing{0, 0, 2});
        at.answer(buses, "noterat");
        at.answer(trains, "ej");
        CHECK(gate(at).missing == Missing{0, 0, 2});
        at.publish_answers();
        CHECK(gate(at).missing == Missing{});
    });
}

TEST_CASE("the missing are listed by what they lack, page by page, none twice and none left out") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto split = at.published("Fler bussar. Och tåg. Och färjor.");
        at.answer(at.split(split, "Och tåg."), "noterat");
        at.publish_answers();
        at.split(split, "Fler bussar.");
        at.split(split, "Och färjor.");
        at.published("Ett helt inspel.");
        at.received(draft("Ett oläst."));

        CHECK(one_a_page(at) == std::vector<std::string>{"1.2", "1.3", "2.0", "3.0"});
        const auto all = store::unanswered_in(*database.db, at.process().id, 0, 0, 100);
        REQUIRE(all.size() == 4);
        CHECK(all[2].kind == store::Unanswered::Kind::unsplit);
        CHECK(all[3].kind == store::Unanswered::Kind::unread);
    });
}

TEST_CASE("a text goes out for referral at any time, and to decision only when nothing lacks an answer") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto number = at.published("Fler bussar.");
        CHECK(at.freezes(Version::Kind::referral));
        const auto refused = at.freezes(Version::Kind::proposal);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Failure::Kind::conflict);
        CHECK(refused.error().complaints.at(0).holes == Holes{0, 1, 0});
        CHECK_FALSE(at.freezes(Version::Kind::adopted));
        at.answer(at.split(number, "Fler bussar."), "noterat");
        CHECK_FALSE(at.freezes(Version::Kind::proposal));
        at.publish_answers();
        CHECK(at.freezes(Version::Kind::proposal));
    });
}

TEST_CASE("the gate is waived with a public reason, and no longer than until something new comes in") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        at.published("Fler bussar.");
        CHECK_FALSE(waived(at, ""));
        CHECK_FALSE(at.freezes(Version::Kind::proposal));
        REQUIRE(waived(at, "Inspelet kom efter sista dagen."));
        CHECK(newest_entry(at).find("type completeness.waived\n") != std::string::npos);
        CHECK(at.freezes(Version::Kind::proposal));
        at.received(draft("Ett till."));
        CHECK_FALSE(at.freezes(Version::Kind::proposal));
        CHECK(store::waivers_of(*database.db, at.process().id).at(0).reason ==
              "Inspelet kom efter sista dagen.");
    });
}

TEST_CASE("that all answers are public is said only when it is so, or with what is missing waived") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto number = at.published("Fler bussar.");
        CHECK_FALSE(declared(at));
        CHECK_FALSE(store::answers_declared(*database.db, at.process().id));
        REQUIRE(waived(at, "Ett svar dröjer."));
        CHECK(declared(at)->waiver);
        at.answer(at.split(number, "Fler bussar."), "noterat");
        at.publish_answers();
        REQUIRE(declared(at));
        CHECK_FALSE(store::answers_declared(*database.db, at.process().id)->waiver);
        CHECK(store::answers_declared(*database.db, at.process().id)->issues == 1);
        CHECK(newest_entry(at).find("type completeness.declared\n") != std::string::npos);
    });
}

TEST_CASE("nobody waives or declares without being allowed to in that process") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        at.published("Fler bussar.");
        const auto other = settle(database, "annan");
        for (const auto& actor :
            {with_role(Role::handler, at.process()), with_role(Role::process_leader, other.revision)}) {
            CHECK_FALSE(database.act_as(
                actor, at.process(), [&](auto& act) { return app::waive_missing(act, "Vi hinner inte."); }));
            CHECK_FALSE(
                database.act_as(actor, at.process(), [&](auto& act) { return app::declare_answers(act); }));
        }
    });
}
