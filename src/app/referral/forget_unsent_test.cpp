#include "app/referral/forget_unsent.hpp"

#include "app/referral/referral.hpp"
#include "store/privacy/sweep.hpp"
#include "support/referral.hpp"

using namespace example;

namespace {

using std::chrono::days;

ReferralAnswer saved(const Asked& asked, std::optional<Party> from, const std::string& key) {
    auto submission = asked.submission(std::move(from));
    submission.files = {{"svar.pdf", "%PDF-1.7\nbilaga"}};
    return asked.act([&](auto& act) { return app::save_answer(act, submission, key); }).value();
}

int forgotten(const Asked& asked, Day day) {
    return asked.act([&](auto& act) { return app::forget_unsent(act, day); }).value();
}

std::int64_t count(sql::Connection& db, const std::string& from) {
    return db.run("SELECT count(*) AS n FROM " + from).front().integer("n");
}

}  // namespace

TEST_CASE("what was never sent is destroyed thirty days after the last day, with its files and salts") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        auto& db = *database.db;
        const auto draft = saved(asked, asked.party(), "utkast");
        REQUIRE(count(db, "original_file") == 1);
        const auto salts = "log_salt WHERE idx = " + std::to_string(draft.log_place.value());
        REQUIRE(count(db, salts) > 0);
        CHECK(forgotten(asked, last_day + days{30}) == 0);

        CHECK(forgotten(asked, last_day + days{31}) == 1);
        CHECK_FALSE(store::find_answer(db, draft.id));
        for (const auto* table : {"original_file", "original_bytes", "referral_answer_part"})
            CHECK(count(db, table) == 0);
        CHECK(count(db, salts) == 0);
        CHECK(store::newest_to_sweep(db));
        const auto log = db.run("SELECT data FROM log_entry ORDER BY idx DESC LIMIT 1").front().text("data");
        CHECK(log.find("\ntype referral.answer_forgotten\n") != std::string::npos);
        CHECK(log.find("/answer/" + draft.public_id) != std::string::npos);
        CHECK(forgotten(asked, last_day + days{31}) == 0);
    });
}

TEST_CASE("who was given more time has the draft as much longer, and what was sent stays") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto given_time = saved(asked, asked.party(), "utkast");
        REQUIRE(
            asked.act([&](auto& act) { return app::extend_party(act, asked.party(), last_day + days{10}); }));
        const auto anybodys = saved(asked, {}, "utan länk");
        const auto sent = asked.answer(asked.submission(asked.parties().back()), "skickat");

        CHECK(forgotten(asked, last_day + days{40}) == 1);
        CHECK_FALSE(store::find_answer(*database.db, anybodys.id));
        CHECK(store::find_answer(*database.db, given_time.id));
        CHECK(forgotten(asked, last_day + days{41}) == 1);
        CHECK(store::answer_of(*database.db, sent->inspel)->draft.parts.size() == 2);
        CHECK(store::received_answers(*database.db, asked.referral.id).size() == 1);
    });
}

TEST_CASE("a change that was begun and never sent goes, and the answer it was to replace stands") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto sent = asked.answer(asked.submission(asked.party()));
        const auto change =
            asked.act([&](auto& act) { return app::revise_answer(act, asked.party(), today); });
        REQUIRE(change);
        CHECK(forgotten(asked, last_day + days{31}) == 1);
        CHECK_FALSE(store::unsent_answer_of(*database.db, asked.party().id));
        CHECK(store::standing_answer_of(*database.db, asked.party().id)->inspel == sent->inspel);
    });
}

TEST_CASE("drafts of another process are left to its own turn, and a visitor destroys none") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto draft = saved(asked, asked.party(), "utkast");
        const auto other = settle(database, "annan").revision;
        CHECK(database.act(other, [&](auto& act) { return app::forget_unsent(act, last_day + days{31}); })
                  .value() == 0);
        const auto refused = app::perform(*database.writer, Actor{}, asked.process(),
            [&](auto& act) { return app::forget_unsent(act, last_day + days{31}); });
        CHECK(refused.error().kind == Failure::Kind::not_allowed);
        CHECK(store::find_answer(*database.db, draft.id));
    });
}
