#include "app/conversation/vote_batch.hpp"

#include "app/conversation/published/kept_releases.hpp"
#include "base/text.hpp"
#include "domain/conversation/opinion_result.hpp"
#include "engine/opinion/random.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/log/log_store.hpp"
#include "support/conversations.hpp"

#include <sstream>

using namespace example;

namespace {

/// A conversation whose votes were committed in two batches; everybody's vote on the first statement was
/// changed in the second. Seven more statements, so that those who vote are on the map.
struct CommittedConversation {
    RunningConversation conversation;

    explicit CommittedConversation(TestDatabase& database)
        : conversation{start_conversation(database, settle(database).revision)} {
        conversation.seed_up_to(9);
        for (int s = 3; s <= 9; ++s) vote(s, 25, Stance::agree);
        vote(1, 25, Stance::agree);
        commit_votes();
        vote(1, 25, Stance::disagree);
        vote(2, 4, Stance::agree);
        commit_votes();
    }

    void vote(int statement, int people, Stance stance) const {
        for (int person = 0; person < people; ++person)
            (void)conversation.vote(key_of(person), statement, stance);
    }
    void commit_votes() const { REQUIRE(conversation.commit(app::VotesToCommit::when_enough) > 0); }
    void freeze() const {
        auto updater = updater_of(conversation);
        REQUIRE(conversation.act(app::close_conversation));
        updater.refresh();
        REQUIRE(conversation.act(app::freeze_conversation));
    }

    sql::Connection& db() const { return *conversation.database.db; }
    std::vector<store::VoteBatch> batches() const {
        return store::batches_of(db(), conversation.activity.id);
    }
    std::vector<store::VoteLine> lines() const {
        return store::vote_lines(db(), conversation.activity.id, 0, 1000);
    }
    openlog::Entry entry(std::int64_t place) const {
        return openlog::read_entry(store::log_entries(db(), place, 1).front()).value();
    }
    openlog::CommittedBatch as_entry_says(const store::VoteBatch& batch) const {
        const auto said = entry(batch.log_place);
        return {static_cast<std::uint64_t>(batch.log_place),
            openlog::read_number(*said.field("count")).value(),
            openlog::read_digest(*said.field("root")).value()};
    }
    std::vector<openlog::CommittedBatch> as_entries_say() const {
        std::vector<openlog::CommittedBatch> said;
        for (const auto& batch : batches()) said.push_back(as_entry_says(batch));
        return said;
    }
    std::string openings() const { return app::openings_file(db(), conversation.activity); }
};

/// All 25 changed their mind about the first statement, and agree with the others that 25 voted on.
openlog::OpenedTotals totals_of_25() {
    openlog::OpenedTotals totals{{"s-1", {{-1, 25}}}};
    for (int s = 3; s <= 9; ++s) totals["s-" + std::to_string(s)] = {{1, 25}};
    return totals;
}

}  // namespace

TEST_CASE("each vote has a receipt that leads to its batch's entry, also one that was changed later") {
    on_each_database([](TestDatabase& database) {
        const CommittedConversation committed{database};
        REQUIRE(committed.batches().size() == 2);
        REQUIRE(committed.lines().size() == 229);
        for (const auto& line : committed.lines()) {
            const auto receipt = app::receipt_of(committed.db(), committed.conversation.activity, line);
            REQUIRE(receipt);
            const auto said = committed.entry(receipt->log_place);
            const auto& opening = receipt->opening;
            const auto leaf =
                openlog::leaf_hash(as_text(openlog::commit(opening.salt, "vote", opening.value)));
            CHECK(said.type == "votes.committed");
            CHECK(openlog::is_included(receipt->batch.index, *openlog::read_number(*said.field("count")),
                leaf, receipt->batch.proof, *openlog::read_digest(*said.field("root"))));
        }
    });
}

TEST_CASE("a vote that waits for its batch has no receipt yet") {
    detail::on_sqlite([](TestDatabase& database) {
        const CommittedConversation committed{database};
        committed.vote(2, 1, Stance::disagree);
        CHECK_FALSE(
            app::receipt_of(committed.db(), committed.conversation.activity, committed.lines().back()));
    });
}

TEST_CASE("frozen votes are opened for everybody to count, but not what was changed, nor fewer than five") {
    on_each_database([](TestDatabase& database) {
        const CommittedConversation committed{database};
        CHECK_FALSE(app::is_opened(committed.db(), committed.conversation.activity));
        CHECK_THROWS_AS(committed.openings(), std::logic_error);
        committed.freeze();

        const auto report = openlog::check_openings(0, committed.openings(), committed.as_entries_say());

        CHECK(report.findings.empty());
        CHECK(report.opened == 200);
        CHECK(report.totals == totals_of_25());
        const auto said = committed.entry(store::log_size(committed.db()) - 1);
        CHECK(said.type == "votes.opened");
        CHECK(said.field("count") == "229");
        CHECK(said.field("opened") == "200");
        CHECK(said.field("withheld") == "29");
    });
}

namespace {

/// How the rows of the opened votes are spread: by batch and statement, people by value.
using Spread = std::map<std::pair<std::string, std::string>, std::map<std::string, int>>;

Spread spread_of(const std::string& file) {
    Spread spread;
    std::istringstream lines{file};
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        const auto fields = text::split(line, ',');
        if (!fields[2].empty()) ++spread[{fields[0], fields[2]}][fields[3]];
    }
    return spread;
}

void answer_at_random(const RunningConversation& conversation, int person, opinion::Random& random) {
    const auto leans = person % 3 == 0 ? 20U : 70U;
    for (int s = 1; s <= 9; ++s) {
        if (random.below(10) == 0) continue;
        const auto luck = random.below(100);
        (void)conversation.vote(key_of(person), s,
            luck < leans ? Stance::agree
            : luck < 92  ? Stance::disagree
                         : Stance::pass);
    }
}

/// Somebody who answers many alone, many who answer few, changed minds: in batches as they come.
void vote_at_random(const RunningConversation& conversation, std::uint64_t seed) {
    opinion::Random random{seed};
    conversation.seed_up_to(9);
    for (int round = 0; round < 6; ++round) {
        const auto people = 1 + random.below(14);
        for (std::uint32_t n = 0; n < people; ++n) {
            const auto person = static_cast<int>(random.below(45));
            answer_at_random(conversation, person, random);
        }
        (void)conversation.commit(app::VotesToCommit::when_enough);
    }
}

/// How many gave each value to each statement.
using Counts = std::map<std::string, std::map<std::string, int>>;

/// Of the votes that everybody can count, checked that each batch shows enough people.
Counts opened_of(const RunningConversation& conversation) {
    Counts opened;
    for (const auto& [cell, people] :
        spread_of(app::openings_file(*conversation.database.db, conversation.activity)))
        for (const auto& [value, count] : people) {
            CHECK(count >= OpinionResult::fewest_shown);
            opened[cell.second][value] += count;
        }
    return opened;
}

/// Of all votes on the last map; nothing where none was drawn.
Counts closed_of(const RunningConversation& conversation) {
    const auto releases = app::releases_of(*conversation.database.db, conversation.activity.id);
    Counts closed;
    if (releases.empty()) return closed;
    for (const auto& [person, ballot] : releases.back().ballots)
        for (const auto& [statement, vote] : *ballot)
            ++closed["s-" + std::to_string(statement)][std::to_string(static_cast<int>(vote))];
    return closed;
}

}  // namespace

TEST_CASE("whoever reads the opened votes finds nobody in a batch, nor in what stays closed") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed)
        detail::on_sqlite([seed](TestDatabase& database) {
            CAPTURE(seed);
            const auto conversation = start_conversation(database, settle(database).revision);
            vote_at_random(conversation, seed);
            auto updater = updater_of(conversation);
            REQUIRE(conversation.act(app::close_conversation));
            updater.refresh();
            REQUIRE(conversation.act(app::freeze_conversation));

            const auto opened = opened_of(conversation);
            const auto closed = closed_of(conversation);
            if (closed.empty()) return;
            for (const auto& [statement, values] : opened)
                for (const auto& [value, all] : closed.at(statement)) {
                    const auto still = all - (values.contains(value) ? values.at(value) : 0);
                    CHECK((still == 0 || still >= OpinionResult::fewest_shown));
                }
        });
}
