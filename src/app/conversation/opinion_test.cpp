#include "app/conversation/opinion.hpp"

#include "app/conversation/alike_statements.hpp"
#include "app/conversation/opinion_exchange.hpp"
#include "app/conversation/voter.hpp"
#include "store/conversation/opinion_result_json.hpp"
#include "store/conversation/release_store.hpp"
#include "store/conversation/vote_batch_store.hpp"
#include "store/log/log_store.hpp"
#include "support/conversations.hpp"

#include <thread>

using namespace example;

namespace {

std::string entry_from_end(const RunningConversation& conversation, std::int64_t place) {
    auto& db = *conversation.database.db;
    return store::log_entries(db, store::log_size(db) - place, 1).front();
}

std::string newest_entry(const RunningConversation& conversation) {
    return entry_from_end(conversation, 1);
}

}  // namespace

TEST_CASE("a statement sent twice by the same form is one, and every act is in the log without its words") {
    on_each_conversation([](const RunningConversation& conversation) {
        const auto before = store::log_size(*conversation.database.db);
        const auto send = [&] {
            return conversation.act(app::propose_statement, std::string{"Mera skog."}, std::string{"form"})
                .value();
        };
        CHECK(send().number == send().number);
        CHECK(store::log_size(*conversation.database.db) == before + 1);
        CHECK(newest_entry(conversation).find("statement.proposed") != std::string::npos);
        CHECK(newest_entry(conversation).find("skog") == std::string::npos);

        REQUIRE(conversation.act(app::moderate_statement, 3, Ruling{"rejected", "duplicate", "Se 1"}));
        CHECK(newest_entry(conversation).find("duplicate") != std::string::npos);
    });
}

TEST_CASE("where statements are read afterwards, a new one is voted on at once") {
    on_each_conversation([](const RunningConversation& conversation) {
        REQUIRE(conversation.act(app::set_moderation, std::string_view{"after"}));
        const auto waiting =
            conversation.act(app::propose_statement, std::string{"Nytt."}, std::string{"a"}).value();

        CHECK(conversation.vote(key_of(1), waiting.number, Stance::agree));
        CHECK(store::servable(*conversation.database.db,
                  store::conversation_of(*conversation.database.db, conversation.activity), {})
                  .size() == 3);
    });
}

TEST_CASE(
    "a batch of votes is committed from twenty votes on, and the rest when the conversation is closed") {
    on_each_conversation([](const RunningConversation& conversation) {
        const auto commit = [&] { return conversation.commit(app::VotesToCommit::when_enough); };
        for (int i = 0; i < 19; ++i) (void)conversation.vote(key_of(i), 1, Stance::agree);
        CHECK(commit() == 0);
        (void)conversation.vote(key_of(19), 1, Stance::agree);
        CHECK(commit() == 20);
        CHECK(newest_entry(conversation).find("count 20") != std::string::npos);
        CHECK(commit() == 0);

        for (int i = 20; i < 25; ++i) (void)conversation.vote(key_of(i), 1, Stance::agree);
        REQUIRE(conversation.act(app::close_conversation));
        CHECK(store::last_batch(*conversation.database.db, conversation.activity.id)->votes == 5);
    });
}

TEST_CASE("votes of fewer than five people are never committed together, however many they are") {
    on_each_conversation([](const RunningConversation& conversation) {
        conversation.seed_up_to(24);
        for (int person = 0; person < 4; ++person) conversation.vote_up_to(24, key_of(person), Stance::agree);

        CHECK(conversation.commit(app::VotesToCommit::when_enough) == 0);
        CHECK(conversation.commit(app::VotesToCommit::all) == 0);
        REQUIRE(conversation.act(app::withdraw_votes, key_of(3)));
        (void)conversation.vote(key_of(4), 1, Stance::agree);
        CHECK(conversation.commit(app::VotesToCommit::all) == 0);
        (void)conversation.vote(key_of(5), 1, Stance::agree);
        CHECK(conversation.commit(app::VotesToCommit::all) == 4 * 24 + 2);
    });
}

TEST_CASE("a conversation is frozen once the last map of all its votes is drawn, and then for good") {
    on_each_conversation([](const RunningConversation& conversation) {
        vote_in_camps(conversation, 12);
        auto keeps = updater_of(conversation);
        keeps.refresh();
        const auto freeze = [&] { return conversation.act(app::freeze_conversation); };
        CHECK(freeze().error().kind == Failure::Kind::conflict);

        REQUIRE(conversation.act(app::close_conversation));
        CHECK(freeze().error().kind == Failure::Kind::conflict);
        keeps.refresh();
        REQUIRE(freeze());

        const auto digest = base64(as_text(sha256(store::as_json(conversation.result()))));
        CHECK(newest_entry(conversation).find("type votes.opened") != std::string::npos);
        CHECK(entry_from_end(conversation, 2).find("sha256 " + digest) != std::string::npos);
        CHECK(conversation.act(app::reopen_conversation).error().kind == Failure::Kind::conflict);
    });
}

TEST_CASE("a conversation of too few for a map can be frozen, with nothing to show") {
    on_each_conversation([](const RunningConversation& conversation) {
        vote_in_camps(conversation, 3);
        auto keeps = updater_of(conversation);
        REQUIRE(conversation.act(app::close_conversation));
        CHECK(keeps.refresh() == 0);

        REQUIRE(conversation.act(app::freeze_conversation));

        const auto last = conversation.newest();
        CHECK_FALSE(last.result.is_shown());
        CHECK(newest_entry(conversation).find("\nopened 0") != std::string::npos);
    });
}

TEST_CASE("statements are alike by the stems of their words") {
    std::vector<Statement> statements(2);
    statements[0].text = "Bussen ska gå varje timme.";
    statements[1].text = "Skolan i byn ska finnas kvar.";

    const auto found = app::alike(statements, "Bussarna ska gå varje timme", 3);

    REQUIRE(found.size() == 1);
    CHECK(found[0] == &statements[0]);
    CHECK(app::alike(statements, "", 3).empty());
    CHECK(app::alike(statements, "Något helt annat om fjällen", 3).empty());
}
