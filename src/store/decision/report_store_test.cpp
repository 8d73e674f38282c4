#include "store/decision/report_store.hpp"

#include "store/decision/recount.hpp"

#include "app/decision/decision.hpp"
#include "app/inspel/erasure.hpp"
#include "support/strategy_process.hpp"

#include <random>

using namespace example;

namespace {

/// One path as text: "I-1.1 noterat Ä-2 RUS-1-p1 RUS/2 B-1".
std::string as_text(const store::Link& link) {
    std::string path = link.inspel > 0 ? "I-" + std::to_string(link.inspel) : "-";
    if (link.issue > 0) path += "." + std::to_string(link.issue) + " " + std::string{name_of(link.outcome)};
    if (link.change > 0)
        path += " Ä-" + std::to_string(link.change) + " " + link.kind + " " + link.paragraph + " " +
                link.document + "/" + std::to_string(link.version);
    return link.decision > 0 ? path + " B-" + std::to_string(link.decision) : path;
}

std::vector<std::string> links(const StrategyProcess& at) {
    std::vector<std::string> all;
    store::each_link(
        *at.database.db, at.process().id, [&](const store::Link& link) { all.push_back(as_text(link)); });
    return all;
}

void decide(const StrategyProcess& at, const Version& version) {
    Decision decision;
    decision.body = at.assembly.id;
    decision.version = version.id;
    decision.decided_on = today;
    decision.paragraph = decision.diary_number = decision.text = "x";
    at.does([&](auto& act) { return app::decide(act, decision, today); });
}

/// A process in which anything may happen, also what is refused.
class Happenings {
public:
    Happenings(const StrategyProcess& at, unsigned seed) : at_{at}, random_{seed} {}

    void one_more() {
        switch (random_() % 12) {
            case 0:
            case 1: return receive();
            case 2: return decline();
            case 3: return withdraw();
            case 4: return split();
            case 5: return answer();
            case 6: return change();
            case 7: return promise();
            case 8: return take_back();
            case 9: return reopen();
            case 10: return erase();
            default: at_.publish_answers();
        }
    }

private:
    template <class Verb>
    void may_be_refused(Verb verb) {
        (void)at_.tries(verb);
    }
    std::int64_t any(const char* ids) {
        const auto rows = at_.database.db->run(ids, at_.process().id);
        return rows.empty() ? 0 : rows[random_() % rows.size()].integer("id");
    }
    std::int64_t any_issue() { return any("SELECT id FROM issue WHERE process_id = $1 ORDER BY id"); }
    std::int64_t any_inspel() { return any("SELECT id FROM inspel WHERE process_id = $1 ORDER BY id"); }
    int any_number() {
        return static_cast<int>(any("SELECT number AS id FROM inspel WHERE process_id = $1 ORDER BY id"));
    }

    void receive() {
        auto typed = draft("Ett. Två. Tre.");
        typed.actor_kind = std::string{names_of<ActorKind>.at(random_() % names_of<ActorKind>.size()).word};
        typed.municipality = random_() % 2 == 0 ? "2326" : "outside";
        const auto receipt = at_.does([&](auto& act) {
            return app::receive_inspel(act, at_.world.activity, typed, {std::to_string(random_()), secret});
        });
        codes_.push_back(receipt.code);
        if (random_() % 4 == 0) return;
        may_be_refused([&](auto& act) { return app::publish_inspel(act, receipt.number); });
    }
    void decline() {
        const auto number = any_number();
        may_be_refused([&](auto& act) { return app::decline_inspel(act, number, "insult", "Nej."); });
    }
    void withdraw() {
        if (codes_.empty()) return;
        may_be_refused(
            [&](auto& act) { return app::withdraw_inspel(act, codes_[random_() % codes_.size()]); });
    }
    void split() {
        const char* quotes[] = {"Ett.", "Två.", "Tre."};
        const auto number = any_number();
        may_be_refused([&](auto& act) {
            return app::split_inspel(act, number, {quotes[random_() % 3], "", "", "", {}}, today);
        });
    }
    void promise() {
        const Id<Issue> issue{any_issue()};
        const auto day = today + std::chrono::days{static_cast<int>(random_() % 9) - 4};
        may_be_refused([&](auto& act) { return app::assign_issue(act, issue, "Vera", day, "Snö."); });
    }
    void take_back() {
        const Id<Issue> issue{any_issue()};
        may_be_refused([&](auto& act) { return app::remove_issue(act, issue); });
    }
    void reopen() {
        const auto number = any_number();
        may_be_refused([&](auto& act) { return app::reopen_inspel(act, number); });
    }
    void erase() {
        if (random_() % 3 != 0) return;
        const auto number = any_number();
        may_be_refused([&](auto& act) {
            return app::erase_inspel(
                act, number, {Erasure::Level::unpublished, Erasure::Ground::retention, "RUN/1/2026"});
        });
    }
    void answer() {
        const auto outcome = names_of<Outcome>.at(random_() % 4).word;
        const Id<Issue> issue{any_issue()};
        may_be_refused([&](auto& act) { return app::answer_issue(act, issue, outcome, "Svar.", {}); });
    }
    void change() {
        const bool is_whole = random_() % 3 == 0;
        const Cause cause =
            is_whole ? Cause{Cause::Kind::inspel, any_inspel()} : Cause{Cause::Kind::issue, any_issue()};
        may_be_refused([&](auto& act) {
            const auto version = store::draft_of(act.db(), at_.document.id);
            const auto lines = store::lines_of(act.db(), version.id);
            const auto& line = lines[1 + random_() % (lines.size() - 1)];
            return app::edit_words(act, at_.document,
                {line.node.id, line.revision, "Ord " + std::to_string(random_()) + ".", {{cause}, ""}});
        });
        if (random_() % 4 == 0) (void)at_.freezes(Version::Kind::referral);
    }

    const StrategyProcess& at_;
    std::mt19937 random_;
    std::vector<std::string> codes_;
};

/// What is late, a row at a time, is what is late all at once, the day that is longest past first.
void check_order_of_late(const StrategyProcess& at) {
    auto& db = *at.database.db;
    store::InspelFilter filter;
    filter.late_on = today + std::chrono::days{1};
    std::vector<int> paged;
    store::InspelPlace place;
    do {
        const auto page = store::list_inspel(db, at.process().id, filter, place, 1);
        for (const auto& row : page.rows) paged.push_back(row.inspel.number);
        place = page.next;
    } while (place);
    std::vector<int> sorted;
    for (const auto& row : db.run(R"(
        SELECT i.number, min(s.deadline) AS day FROM issue s JOIN inspel i ON i.id = s.inspel_id
        LEFT JOIN answer a ON a.id = s.answer_id WHERE s.process_id = $1 AND i.state = 'published'
        AND a.published_at IS NULL AND s.deadline < $2 GROUP BY i.number ORDER BY day, i.number)",
             at.process().id, *filter.late_on))
        sorted.push_back(static_cast<int>(row.integer("number")));
    CHECK(paged == sorted);
    CHECK(
        store::late_inspel(db, at.process().id, *filter.late_on) == static_cast<std::int64_t>(sorted.size()));
}

}  // namespace

TEST_CASE("whatever happens, in any order, the kept figures equal a recount of every row") {
    on_each_database([](TestDatabase& database) {
        store::Share seen;
        for (unsigned seed = 1; seed <= 4; ++seed) {
            const StrategyProcess at{database, settle(database, "p" + std::to_string(seed))};
            REQUIRE(at.freezes(Version::Kind::referral));
            Happenings happenings{at, seed};
            for (int act = 0; act < 120; ++act) happenings.one_more();
            CAPTURE(seed);
            const auto kept = store::figures_of(*database.db, at.process().id);
            CHECK(kept == store::recounted(*database.db, at.process().id));
            for (const auto& wrong : store::counts_that_differ(*database.db, at.process().id)) {
                CAPTURE(wrong.name);
                CHECK(wrong.kept == wrong.recounted);
            }
            check_order_of_late(at);
            seen += kept.all();
        }
        for (const auto n : {seen.inspel, seen.issues, seen.inspel_to_change, seen.issues_to_change})
            CHECK(n > 0);
    });
}

TEST_CASE("a kept count that is wrong is seen by the recount") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        at.split(at.published("Fler bussar."), "Fler bussar.");
        const auto right = store::recounted(*database.db, at.process().id);
        REQUIRE(store::figures_of(*database.db, at.process().id) == right);
        CHECK(store::counts_that_differ(*database.db, at.process().id).empty());
        for (const auto* facet : {"state", "issue"})
            database.write([&](sql::Transaction& tx) -> Result<int> {
                tx.db().run("UPDATE tally SET n = n + 1 WHERE process_id = $1 AND facet = $2",
                    at.process().id, std::string{facet});
                return 0;
            });
        const auto wrong = store::figures_of(*database.db, at.process().id);
        CHECK(wrong.states != right.states);
        CHECK(wrong.outcomes != right.outcomes);
        using Wrong = std::vector<store::DifferingCount>;
        CHECK(store::counts_that_differ(*database.db, at.process().id) ==
              Wrong{{"state/published", 2, 1}, {"state/received", 1, 0}, {"issue/vantar", 2, 1}});
        CHECK(store::recounted(*database.db, at.process().id) == right);
    });
}

TEST_CASE("each path is shown as far as it leads, and a change that nobody asked for too") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        REQUIRE(at.freezes(Version::Kind::referral));
        const auto first = at.published("Ett. Två.");
        const auto met = at.split(first, "Ett.");
        const auto noted = at.split(first, "Två.");
        at.answer(met, "tillgodosett");
        at.answer(noted, "noterat");
        at.publish_answers();
        at.edit("RUS-1-p1", "Nya ord.", {{{Cause::Kind::issue, met.id.value}}, ""});
        at.edit("RUS-2-p1", "Rättat.", {{}, "Stavfel."});
        CHECK(links(at) == std::vector<std::string>{"I-1.1 tillgodosett", "I-1.2 noterat"});

        decide(at, at.freezes(Version::Kind::proposal).value());
        CHECK(links(at) == std::vector<std::string>{"I-1.1 tillgodosett Ä-1 changed RUS-1-p1 RUS/2 B-1",
                               "I-1.2 noterat", "- Ä-2 changed RUS-2-p1 RUS/2 B-1"});
    });
}

TEST_CASE("an inspel that is not split is a path, and a change may go back to it as a whole") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        REQUIRE(at.freezes(Version::Kind::referral));
        at.published("Ett.");
        at.edit("RUS-1-p1", "Nya ord.", {{{Cause::Kind::inspel, 1}}, ""});
        REQUIRE(at.freezes(Version::Kind::referral));
        CHECK(links(at) == std::vector<std::string>{"I-1", "I-1 Ä-1 changed RUS-1-p1 RUS/2"});
        const auto figures = store::figures_of(*database.db, at.process().id);
        CHECK(figures.all() == store::Share{1, 0, 1, 0});
    });
}

TEST_CASE("held answers and declined inspel are in no path") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        at.answer(at.split(at.published("Ett."), "Ett."), "ej", "Hemligt än.");
        const auto declined = at.received(draft("Två."));
        at.does([&](auto& act) { return app::decline_inspel(act, declined, "insult", "Nej."); });
        CHECK(links(at) == std::vector<std::string>{"I-1.1 vantar"});
        const auto filed = store::filed_issues(*database.db, at.process().id);
        REQUIRE(filed.size() == 1);
        const auto issue = store::reported_issues(*database.db, {filed[0].id}).at(0);
        CHECK(issue.answer.empty());
        CHECK(issue.outcome == Outcome::waiting);
    });
}
