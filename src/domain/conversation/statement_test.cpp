#include "domain/conversation/statement.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

const Instant noon{std::chrono::sys_days{std::chrono::May / 14 / 2026}};

Statement pending() {
    return compose_statement("Bussen ska gå varje timme.", Statement::Origin::participant, noon).value();
}

}  // namespace

TEST_CASE("a statement holds 280 characters, counted as a reader counts, and no more") {
    std::string text;
    for (std::size_t i = 0; i < longest_statement; ++i) text += "å";

    CHECK(compose_statement(text, Statement::Origin::participant, noon)->text == text);

    const auto refused = compose_statement(text + "å", Statement::Origin::participant, noon);
    REQUIRE(!refused);
    CHECK(refused.error().complaints[0].message == "Write at most {} characters");
    CHECK(!compose_statement(" \n ", Statement::Origin::participant, noon));
}

TEST_CASE("a seed is accepted from the start, what a participant writes waits") {
    CHECK(compose_statement("Ja.", Statement::Origin::seed, noon)->state == Statement::State::accepted);
    CHECK(pending().state == Statement::State::pending);
}

TEST_CASE("what waits is voted on only where statements are read afterwards, and what is rejected nowhere") {
    auto statement = pending();
    CHECK(!statement.is_votable(Conversation::Moderation::before));
    CHECK(statement.is_votable(Conversation::Moderation::after));

    statement = ruled(statement, {"rejected", "leading", ""}, noon).value();
    CHECK(!statement.is_votable(Conversation::Moderation::after));
}

TEST_CASE("a rejection needs a known reason, and a ruling can be changed but not repeated") {
    CHECK(!ruled(pending(), {"rejected", "because", ""}, noon));
    CHECK(!ruled(pending(), {"pending", "", ""}, noon));
    CHECK(!ruled(pending(), {"perhaps", "", ""}, noon));

    const auto rejected = ruled(pending(), {"rejected", "duplicate", " Se  nummer 1 "}, noon).value();
    CHECK(rejected.reason == RejectReason::duplicate);
    CHECK(rejected.note == "Se nummer 1");
    CHECK(ruled(rejected, {"rejected", "leading", ""}, noon).error().kind == Failure::Kind::conflict);

    const auto accepted = ruled(rejected, {"accepted", "", ""}, noon).value();
    CHECK(!accepted.reason);
    CHECK(accepted.note.empty());

    const auto waiting = ruled(rejected, {"pending", "", ""}, noon).value();
    CHECK(!waiting.reason);
    CHECK(!waiting.decided_at);
}

TEST_CASE("only three words are a stance") {
    CHECK(stance_of("1") == Stance::agree);
    CHECK(stance_of("0") == Stance::pass);
    CHECK(stance_of("-1") == Stance::disagree);
    for (const auto* typed : {"", "2", "01", "+1", "-0", " 1", "ja"}) CHECK(!stance_of(typed));
}
