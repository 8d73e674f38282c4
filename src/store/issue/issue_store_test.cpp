#include "store/issue/issue_store.hpp"

#include "app/issue/issues.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/progress.hpp"
#include "support/strategy_process.hpp"

using namespace example;

namespace {

/// The titles of the queue, turned a page of one at a time.
std::vector<std::string> turned(const StrategyProcess& at, const store::QueueFilter& filter = {}) {
    std::vector<std::string> titles;
    store::QueuePlace place;
    while (titles.size() < 99) {
        const auto page = store::queue(*at.database.db, at.process().id, filter, place, 1);
        if (page.empty()) break;
        titles.push_back(page.front().issue.title);
        place = {page.front().issue.deadline, page.front().issue.id};
    }
    return titles;
}

void assign(const StrategyProcess& at, const Issue& issue, const std::string& who, int days) {
    at.does([&](auto& act) {
        return app::assign_issue(act, issue.id, who, today + std::chrono::days{days}, "Snö.");
    });
}

using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("the queue is turned in the order of the days, and what has no day comes last") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto number = at.published("Ett. Två. Tre. Fyra. Fem.");
        const auto one = at.split(number, "Ett.");
        const auto two = at.split(number, "Två.");
        const auto three = at.split(number, "Tre.");
        at.split(number, "Fyra.");
        at.split(number, "Fem.");
        assign(at, one, "Vera", 9);
        assign(at, two, "Eva", -3);
        assign(at, three, "Vera", 9);
        database.write([&](sql::Transaction& tx) -> Result<int> {
            tx.db().run("UPDATE issue SET deadline = NULL WHERE title IN ('Fyra.', 'Fem.')");
            return 0;
        });

        CHECK(turned(at) == Titles{"Två.", "Ett.", "Tre.", "Fyra.", "Fem."});
        CHECK(turned(at, {{}, "Vera"}) == Titles{"Ett.", "Tre."});
        CHECK(turned(at, {{}, "Nils"}).empty());
        CHECK(store::queue(*database.db, at.process().id, {}, {}, 4).size() == 4);
        CHECK(store::assignees_of(*database.db, at.process().id) == Titles{"Eva", "Vera"});

        at.answer(two, "noterat");
        CHECK(turned(at) == Titles{"Ett.", "Tre.", "Fyra.", "Fem."});
        CHECK(store::assignees_of(*database.db, at.process().id) == Titles{"Vera"});
    });
}

TEST_CASE("held answers are turned in the order they were written, and are gone when they are public") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto number = at.published("Ett. Två.");
        at.answer(at.split(number, "Ett."), "noterat");
        at.answer(at.split(number, "Två."), "noterat");
        const auto held = [&](Id<Answer> after) {
            return store::held_answers(*database.db, at.process().id, after, 1);
        };

        const auto first = held({});
        REQUIRE(first.size() == 1);
        const auto second = held(first.front().id);
        REQUIRE(second.size() == 1);
        CHECK(second.front().id.value > first.front().id.value);
        CHECK(held(second.front().id).empty());
        CHECK(store::counted(*database.db, at.process().id, store::Counter::desk, "answers") == 2);

        at.publish_answers();
        CHECK(held({}).empty());
        CHECK(store::counted(*database.db, at.process().id, store::Counter::desk, "answers") == 0);
    });
}

TEST_CASE("what is left is counted by who answers and by topic, and ends with the last promised day") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto number = at.published("Ett. Två. Tre.");
        const auto one = at.split(number, "Ett.");
        const auto two = at.split(number, "Två.");
        at.split(number, "Tre.");
        assign(at, one, "Vera", -3);
        assign(at, two, "Eva", 9);
        const auto loads = [&] { return store::loads_of(*database.db, at.process().id, today); };
        const auto last = [&] { return store::last_promised(*database.db, at.process().id); };

        REQUIRE(loads().by_assignee.size() == 3);
        CHECK(loads().by_assignee[0].assignee.empty());
        CHECK(loads().by_assignee[1].assignee == "Eva");
        CHECK(loads().by_assignee[1].late == 0);
        CHECK(loads().by_assignee[2].late == 1);
        REQUIRE(loads().by_topic.size() == 1);
        CHECK(loads().by_topic[0].all == 3);
        CHECK(loads().by_topic[0].left == 3);

        at.answer(one, "noterat");
        CHECK(loads().by_assignee[2].late == 1);  // the answer is not public yet
        at.publish_answers();
        CHECK(loads().by_assignee[2].left == 0);
        CHECK(loads().by_assignee[2].late == 0);
        CHECK(loads().by_assignee[2].all == 1);
        CHECK(last().value() >= today + std::chrono::days{9});
    });
}

TEST_CASE(
    "what came in and was answered is counted by the quarter of an hour, from the moment asked for on") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto number = at.published("Ett. Två.");
        const auto received = [&](Instant since) {
            std::int64_t n = 0;
            for (const auto& time : store::received_since(*database.db, at.process().id, since)) n += time.n;
            return n;
        };
        const auto came = store::inspel_numbered(*database.db, at.process().id, number)->received_at;

        const auto times = store::received_since(*database.db, at.process().id, came);
        REQUIRE(times.size() == 1);
        CHECK(times.front().begin <= came);
        CHECK(came - times.front().begin < std::chrono::minutes{15});
        CHECK(received(came) == 1);
        CHECK(received(came + std::chrono::milliseconds{1}) == 0);
        CHECK(store::answered_since(*database.db, at.process().id, came).empty());

        for (const auto* words : {"Ett.", "Två."}) at.answer(at.split(number, words), "noterat");
        CHECK(store::answered_since(*database.db, at.process().id, came).empty());
        at.publish_answers();
        const auto answered = store::answered_since(*database.db, at.process().id, came);
        REQUIRE(answered.size() == 1);
        CHECK(answered.front().n == 2);
    });
}
