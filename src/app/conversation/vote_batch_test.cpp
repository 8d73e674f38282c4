#include "app/conversation/vote_batch.hpp"

#include "store/conversation/opinion_store.hpp"
#include "store/log/log_store.hpp"
#include "support/conversations.hpp"

using namespace example;

namespace {

/// A conversation whose votes were committed in two batches; everybody's vote on the first statement was
/// changed in the second.
struct CommittedConversation {
    RunningConversation talk;

    explicit CommittedConversation(TestDatabase& home) : talk{start_conversation(home, settle(home).revision)} {
        vote(1, 20, Stance::agree);
        commit_votes();
        vote(1, 20, Stance::disagree);
        vote(2, 4, Stance::agree);
        commit_votes();
    }

    void vote(int statement, int people, Stance stance) const {
        for (int person = 0; person < people; ++person) (void)talk.vote(key_of(person), statement, stance);
    }
    void commit_votes() const {
        REQUIRE(talk.database.act(talk.process, [&](auto& act) {
            return app::commit_votes(act, talk.activity, app::VotesToCommit::when_enough);
        }));
    }
    void freeze() const {
        auto updater = updater_of(talk);
        REQUIRE(talk.act(app::close_conversation));
        updater.refresh();
        REQUIRE(talk.act(app::freeze_conversation));
    }

    sql::Connection& db() const { return *talk.database.db; }
    std::vector<store::VoteBatch> batches() const { return store::batches_of(db(), talk.activity.id); }
    std::vector<store::VoteLine> lines() const { return store::vote_lines(db(), talk.activity.id, 0, 1000); }
    openlog::Entry entry(std::int64_t place) const {
        return openlog::read_entry(store::log_entries(db(), place, 1).front()).value();
    }
    openlog::CommittedBatch as_entry_says(const store::VoteBatch& batch) const {
        const auto said = entry(batch.log_place);
        return {static_cast<std::uint64_t>(batch.log_place),
            openlog::read_number(*said.field("count")).value(),
            openlog::read_digest(*said.field("root")).value()};
    }
};

}  // namespace

TEST_CASE("each vote has a receipt that leads to its batch's entry, also one that was changed later") {
    on_each_database([](TestDatabase& home) {
        const CommittedConversation committed{home};
        REQUIRE(committed.batches().size() == 2);
        REQUIRE(committed.lines().size() == 44);
        for (const auto& line : committed.lines()) {
            const auto receipt = app::receipt_of(committed.db(), committed.talk.activity, line);
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
    detail::on_sqlite([](TestDatabase& home) {
        const CommittedConversation committed{home};
        committed.vote(2, 1, Stance::disagree);
        CHECK_FALSE(app::receipt_of(committed.db(), committed.talk.activity, committed.lines().back()));
    });
}

TEST_CASE("frozen votes are opened for everybody to count, but not what was changed, nor fewer than five") {
    on_each_database([](TestDatabase& home) {
        const CommittedConversation committed{home};
        CHECK_FALSE(app::is_opened(committed.db(), committed.talk.activity));
        CHECK_THROWS_AS(app::openings_file(committed.db(), committed.talk.activity), std::logic_error);
        committed.freeze();

        std::vector<openlog::CommittedBatch> batches;
        for (const auto& batch : committed.batches()) batches.push_back(committed.as_entry_says(batch));
        const auto report =
            openlog::check_openings(0, app::openings_file(committed.db(), committed.talk.activity), batches);

        CHECK(report.findings.empty());
        CHECK(report.opened == 20);
        CHECK(report.totals == openlog::OpenedTotals{{"s-1", {{-1, 20}}}});
        const auto said = committed.entry(store::log_size(committed.db()) - 1);
        CHECK(said.type == "votes.opened");
        CHECK(said.field("count") == "44");
        CHECK(said.field("opened") == "20");
        CHECK(said.field("withheld") == "4");
    });
}
