#include "app/referral/referral_answer.hpp"
#include "app/document/draft.hpp"
#include "app/inspel/files.hpp"

#include "app/referral/referral.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/inspel/original_file_store.hpp"
#include "support/referral.hpp"

using namespace example;

namespace {

const app::SentFile pdf{"svar.pdf", std::string{"%PDF-1.7\n\xFF\0octets", 18}};

std::optional<ReferralAnswer> kept(const Asked& asked, const app::Receipt& receipt) {
    return store::answer_of(*asked.database.db, receipt.inspel);
}

Result<ReferralAnswer> held(const Asked& asked, const std::string& key = "hållen") {
    return asked.act([&](auto& act) { return app::hold_answer(act, asked.submission(asked.party()), key); });
}

Result<app::Receipt> approved(const Asked& asked, const ReferralAnswer& answer, const std::string& who,
    const std::string& seen, Day day = today) {
    return asked.act([&](auto& act) { return app::approve_held(act, {answer.id, seen, who, day}, secret); });
}

}  // namespace

TEST_CASE("a party's answer is an inspel with a receipt, tied to the party, and its file is kept unchanged") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        auto submission = asked.submission(asked.party());
        submission.files = {pdf};
        const auto receipt = asked.answer(submission);
        REQUIRE(receipt);

        const auto inspel =
            store::inspel_of_code(*database.db, asked.process().id, app::digest_of_code(receipt->code));
        CHECK(inspel->channel == Channel::referral);
        CHECK(inspel->text == "Vi tillstyrker.\n\n2 Mål (RUS-2)\n\nSäg hur långt.");
        CHECK(asked.party().state(today) == Party::State::answered);
        const auto answer = kept(asked, *receipt);
        CHECK(store::bytes_of(*database.db, answer->files.front().id) == pdf.octets);
        CHECK(answer->draft.contact.empty());
        CHECK(store::contact_of(*database.db, inspel->id) == "berg@example.org");
    });
}

TEST_CASE("the same form sent twice is one answer; with another file or other words it is a conflict") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        auto submission = asked.submission({});
        submission.files = {pdf};
        const auto first = asked.answer(submission);
        const auto second = asked.answer(submission);
        CHECK(second->code == first->code);
        CHECK(second->was_here);
        submission.files.front().octets += "x";
        CHECK(asked.answer(submission).error().kind == Failure::Kind::conflict);
        CHECK(store::received_answers(*database.db, asked.referral.id).size() == 1);
    });
}

TEST_CASE("after the last day the door is closed, and opens for the one who got more time") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        auto late = asked.submission(asked.party());
        late.today = last_day + std::chrono::days{1};
        CHECK(asked.answer(late).error().kind == Failure::Kind::closed);
        REQUIRE(asked.act([&](auto& act) { return app::extend_party(act, asked.party(), late.today); }));
        late.party = asked.party();
        CHECK(asked.answer(late));
        late.party.reset();
        CHECK(asked.answer(late, "annan").error().kind == Failure::Kind::closed);
    });
}

TEST_CASE("an answer is held to every rule at once, its file's too, and nothing of a refused one is kept") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        auto wrong = asked.submission({});
        wrong.draft.position = "";
        wrong.draft.parts.clear();
        wrong.files = {{"svar.exe", "MZ"}};
        const auto refused = asked.answer(wrong);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().complaints.size() == 3);
        CHECK(database.db->run("SELECT count(*) AS n FROM original_bytes").front().integer("n") == 0);
    });
}

TEST_CASE(
    "a waiting answer is sent by a second person who has read it as it stands, and only then received") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto answer = held(asked);
        REQUIRE(answer);
        CHECK(store::next_number(*database.db, asked.process().id) == 1);
        CHECK(asked.party().state(today) == Party::State::invited);

        const auto seen = app::digest_of(*answer);
        CHECK_FALSE(approved(asked, *answer, "", seen));
        CHECK_FALSE(approved(asked, *answer, "anna", seen));
        CHECK(approved(asked, *answer, "Bo", "något annat").error().kind == Failure::Kind::conflict);
        CHECK(approved(asked, *answer, "Bo", seen, last_day + std::chrono::days{1}).error().kind ==
              Failure::Kind::closed);
        const auto receipt = approved(asked, *answer, "Bo", seen);
        REQUIRE(receipt);
        CHECK(kept(asked, *receipt)->approver == "Bo");
        CHECK(asked.party().state(today) == Party::State::answered);
        CHECK(approved(asked, *answer, "Bo", seen).error().kind == Failure::Kind::conflict);
    });
}

TEST_CASE("what the writer changes after the second person has read it must be read again") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto answer = held(asked);
        auto other = asked.submission(asked.party());
        other.draft.parts = {{"RUS-1", "Andra ord."}};
        other.files = {pdf};
        const auto change = [&] {
            return asked.act([&](auto& act) { return app::change_held(act, answer->id, other); });
        };
        const auto changed = change();
        REQUIRE(changed);
        CHECK_FALSE(approved(asked, *answer, "Bo", app::digest_of(*answer)));
        other.files.front().octets += "nyare";
        const auto again = change();
        CHECK(database.db->run("SELECT count(*) AS n FROM original_bytes").front().integer("n") == 1);
        const auto receipt = approved(asked, *answer, "Bo", app::digest_of(*again));
        REQUIRE(receipt);
        CHECK(store::bytes_of(*database.db, kept(asked, *receipt)->files.front().id) ==
              other.files.front().octets);
        CHECK(change().error().kind == Failure::Kind::conflict);
    });
}

TEST_CASE("a form is either held or sent, never both") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        REQUIRE(held(asked, "samma"));
        CHECK(held(asked, "samma"));
        CHECK(asked.answer(asked.submission(asked.party()), "samma").error().kind == Failure::Kind::conflict);
        REQUIRE(asked.answer(asked.submission({}), "annan"));
        CHECK(asked.act([&](auto& act) { return app::hold_answer(act, asked.submission({}), "annan"); })
                  .error()
                  .kind == Failure::Kind::conflict);
    });
}

TEST_CASE("staff register a letter with its number, also late, and show its file when they have looked") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        auto letter = asked.submission(asked.party());
        letter.files = {pdf};
        const auto registered = [&](Instant received) {
            return asked.act([&](auto& act) {
                return app::register_answer(act, letter, {Channel::paper, received, "RS 2026-117", secret});
            });
        };
        CHECK_FALSE(registered(noon + 1h));
        const auto receipt = registered(noon);
        REQUIRE(receipt);
        const auto answer = kept(asked, *receipt);
        CHECK(answer->case_number == "RS 2026-117");
        CHECK(answer->arrived_by == Channel::paper);
        CHECK_FALSE(answer->files.front().is_shown);
        CHECK(asked.act(
            [&](auto& act) { return app::show_file(act, receipt->number, 1, app::Showing::shown); }));
        CHECK(kept(asked, *receipt)->files.front().is_shown);
        CHECK(asked.act([&](auto& act) { return app::set_case_number(act, answer->id, " RS 2026-118 "); })
                  ->case_number == "RS 2026-118");
    });
}

TEST_CASE("a letter takes the place of what its party has answered before it, and of nothing later") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto first = asked.answer(asked.submission(asked.party()));
        const auto registered = [&](Instant received) {
            return asked.act([&](auto& act) {
                return app::register_answer(
                    act, asked.submission(asked.party()), {Channel::paper, received, "", secret});
            });
        };
        const auto came = store::find_inspel(*database.db, first->inspel)->received_at;
        const auto earlier = registered(came - 24h);
        REQUIRE(earlier);
        CHECK_FALSE(kept(asked, *earlier)->replaces);
        CHECK(store::standing_answer_of(*database.db, asked.party().id)->inspel == first->inspel);
        CHECK(store::replacement_of(*database.db, kept(asked, *earlier)->id) == first->inspel);

        const auto later = registered(came);
        REQUIRE(later);
        CHECK(kept(asked, *later)->replaces == kept(asked, *first)->id);
        const auto counted = store::received_answers(*database.db, asked.referral.id);
        REQUIRE(counted.size() == 1);
        CHECK(counted.front().inspel_number == later->number);
    });
}

TEST_CASE("an answer that was declined does not keep staff from confirming the party's own") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto forged = asked.answer(asked.submission(asked.party()), "falskt");
        const auto own = asked.answer(asked.submission({}), "utan länk");
        const auto confirmed = [&] {
            return asked.act(
                [&](auto& act) { return app::confirm_sender(act, kept(asked, *own)->id, asked.party()); });
        };
        CHECK(confirmed().error().kind == Failure::Kind::invalid);
        REQUIRE(asked.act(
            [&](auto& act) { return app::decline_inspel(act, forged->number, "spam", "Det är reklam."); }));
        REQUIRE(confirmed());
        CHECK(store::standing_answer_of(*database.db, asked.party().id)->inspel == own->inspel);
    });
}

TEST_CASE("an answer that was taken back leaves its party unanswered") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto receipt = asked.answer(asked.submission(asked.party()));
        REQUIRE(receipt);
        REQUIRE(database.act(
            asked.process(), [&](auto& act) { return app::withdraw_inspel(act, receipt->code); }));
        CHECK(asked.party().state(today) == Party::State::invited);
        CHECK(store::received_answers(*database.db, asked.referral.id).empty());
    });
}

TEST_CASE("an answer is used once a frozen version holds a change that goes back to it") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto receipt = asked.answer(asked.submission(asked.party()));
        const auto is_used = [&] {
            return store::received_answers(*database.db, asked.referral.id).front().is_used;
        };
        const auto draft = store::draft_of(*database.db, asked.document.id);
        const auto line = store::lines_of(*database.db, draft.id).back();
        REQUIRE(asked.act([&](auto& act) {
            return app::edit_words(act, asked.document,
                {line.node.id, line.revision, "Alla ska nå en affär på 20 minuter.",
                    {{{Cause::Kind::inspel, receipt->inspel.value}}, ""}});
        }));
        CHECK_FALSE(is_used());
        REQUIRE(asked.act([&](auto& act) {
            return app::freeze(act, asked.document, Version::Kind::referral, "Ny remiss");
        }));
        CHECK(is_used());
    });
}

TEST_CASE("every act of a referral stands in the log") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto answer = held(asked);
        REQUIRE(approved(asked, *answer, "Bo", app::digest_of(*answer)));
        std::string types;
        for (const auto& row : database.db->run("SELECT data FROM log_entry ORDER BY idx"))
            types += row.text("data");
        for (const std::string type : {"referral.sent", "referral.party_invited", "referral.answer_held",
                 "inspel.received", "referral.answer_received"})
            CHECK(types.find("\ntype " + type + '\n') != std::string::npos);
    });
}

TEST_CASE("an answer whose organisation is masked stands in no list of what organisations have said") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto receipt = asked.answer(asked.submission(asked.party()));
        REQUIRE(receipt);
        store::InspelFilter confirmed;
        confirmed.state = store::find_inspel(*database.db, receipt->inspel)->state;
        confirmed.only_confirmed = true;
        auto municipalities = confirmed;
        municipalities.organisation_kind = OrganisationKind::municipality;
        const auto count = [&](const store::InspelFilter& filter) {
            return store::count_inspel(*database.db, asked.process().id, filter, 10);
        };
        CHECK(count(confirmed) == 1);
        CHECK(count(municipalities) == 1);

        auto inspel = store::find_inspel(*database.db, receipt->inspel).value();
        inspel.shown_organisation = "[maskat: namn]";
        (void)database.write([&](sql::Transaction& tx) -> Result<bool> {
            store::change(tx, inspel);
            return true;
        });

        CHECK(count(confirmed) == 0);
        CHECK(count(municipalities) == 0);
    });
}
