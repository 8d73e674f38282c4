#include "app/referral/answer_draft.hpp"

#include "app/inspel/erasure.hpp"
#include "app/referral/referral.hpp"
#include "support/referral.hpp"

using namespace example;

namespace {

using Stage = ReferralAnswer::Stage;

Result<ReferralAnswer> saved(const Asked& asked, const app::Submission& submission, const std::string& key) {
    return asked.act([&](auto& act) { return app::save_answer(act, submission, key); });
}

Result<ReferralAnswer> saved_again(
    const Asked& asked, const ReferralAnswer& answer, const app::Submission& submission) {
    return asked.act([&](auto& act) { return app::save_again(act, answer.id, submission); });
}

Result<app::Receipt> sent(
    const Asked& asked, const ReferralAnswer& answer, const app::Submission& submission) {
    return asked.act([&](auto& act) { return app::send_kept(act, answer.id, submission, secret); });
}

Result<ReferralAnswer> revised(const Asked& asked, Day day = today) {
    return asked.act([&](auto& act) { return app::revise_answer(act, asked.party(), day); });
}

std::vector<store::ReceivedAnswer> received(const Asked& asked) {
    return store::received_answers(*asked.database.db, asked.referral.id);
}

/// Nothing but a few words on the whole.
app::Submission begun(const Asked& asked) {
    auto submission = asked.submission(asked.party());
    submission.draft.position.clear();
    submission.draft.parts = {{"", "Vi börjar här."}};
    return submission;
}

}  // namespace

TEST_CASE("what is written so far is kept, however little, and nothing of it has been received") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto answer = saved(asked, begun(asked), "utkast");
        REQUIRE(answer);
        CHECK(answer->stage == Stage::writing);
        CHECK(received(asked).empty());
        CHECK(asked.party().state(today) == Party::State::invited);
        CHECK(store::unsent_answer_of(*database.db, asked.party().id)->draft.parts.front().text ==
              "Vi börjar här.");

        CHECK(sent(asked, *answer, begun(asked)).error().kind == Failure::Kind::invalid);
        REQUIRE(sent(asked, *answer, asked.submission(asked.party())));
        CHECK_FALSE(store::unsent_answer_of(*database.db, asked.party().id));
        CHECK(asked.party().state(today) == Party::State::answered);
    });
}

TEST_CASE("the same form saved twice is one draft, and with other words a conflict") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto first = saved(asked, begun(asked), "utkast");
        REQUIRE(first);
        CHECK(saved(asked, begun(asked), "utkast")->id == first->id);
        CHECK(
            saved(asked, asked.submission(asked.party()), "utkast").error().kind == Failure::Kind::conflict);
    });
}

TEST_CASE("who goes back and saves the same form again has the file kept, and the answer handed over") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        auto mine = asked.submission(asked.party());
        const auto first = saved(asked, mine, "utkast");
        mine.files = {{"svar.pdf", "%PDF-1.7\nbilaga"}};
        const auto with_file = saved(asked, mine, "utkast");
        REQUIRE(with_file);
        CHECK(with_file->id == first->id);
        CHECK(store::find_answer(*database.db, first->id)->files.size() == 1);

        mine.files.clear();
        const auto hold = [&] {
            return asked.act([&](auto& act) { return app::hold_answer(act, mine, "utkast"); });
        };
        const auto held = hold();
        REQUIRE(held);
        CHECK(held->stage == Stage::waiting);
        CHECK(held->files.size() == 1);
        REQUIRE(asked.act([&](auto& act) {
            return app::return_held(act, {held->id, app::digest_of(*held), "Bo", today}, "Nämn beslutet.");
        }));
        CHECK(hold().error().kind == Failure::Kind::conflict);
        CHECK(store::find_answer(*database.db, first->id)->comment == "Nämn beslutet.");
        CHECK(saved(asked, mine, "utkast")->stage == Stage::returned);

        REQUIRE(sent(asked, *first, mine));
        CHECK(saved(asked, mine, "utkast")->is_sent());
        mine.files = {{"svar.pdf", "%PDF-1.7\nen annan"}};
        CHECK(saved(asked, mine, "utkast").error().kind == Failure::Kind::conflict);
    });
}

TEST_CASE("who goes back and saves does not take the answer from the second person who reads it") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        auto mine = asked.submission({});
        const auto held = asked.act([&](auto& act) { return app::hold_answer(act, mine, "hållen"); });
        REQUIRE(held);
        const auto again = saved(asked, mine, "hållen");
        REQUIRE(again);
        CHECK(again->id == held->id);
        CHECK(store::find_answer(*database.db, held->id)->stage == Stage::waiting);
        mine.files = {{"svar.pdf", "%PDF-1.7\nbilaga"}};
        CHECK(saved(asked, mine, "hållen").error().kind == Failure::Kind::conflict);
        CHECK(store::find_answer(*database.db, held->id)->files.empty());
    });
}

TEST_CASE("of two who choose a file for the same words the second does not throw away the first one's") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        auto mine = begun(asked);
        const auto draft = saved(asked, mine, "utkast");
        auto colleagues = mine;
        colleagues.seen = mine.seen = app::digest_of(*draft);
        mine.files = {{"svar.pdf", "%PDF-1.7\nmin bilaga"}};
        REQUIRE(saved_again(asked, *draft, mine));
        colleagues.files = {{"svar.pdf", "%PDF-1.7\nderas bilaga"}};
        CHECK(saved_again(asked, *draft, colleagues).error().kind == Failure::Kind::conflict);
        colleagues.files.clear();
        CHECK(saved_again(asked, *draft, colleagues)->files.size() == 1);

        colleagues.seen = app::digest_of(*store::find_answer(*database.db, draft->id));
        colleagues.files = {{"svar.pdf", "%PDF-1.7\nderas bilaga"}};
        CHECK(saved_again(asked, *draft, colleagues));
    });
}

TEST_CASE("who goes back to the first page and chooses a file does not throw away a colleague's") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        auto mine = begun(asked);
        const auto draft = saved(asked, mine, "utkast");
        auto colleagues = mine;
        colleagues.seen = app::digest_of(*draft);
        colleagues.files = {{"svar.pdf", "%PDF-1.7\nderas bilaga"}};
        REQUIRE(saved_again(asked, *draft, colleagues));
        mine.files = {{"svar.pdf", "%PDF-1.7\nmin bilaga"}};
        CHECK(saved(asked, mine, "utkast").error().kind == Failure::Kind::conflict);
        mine.files = colleagues.files;
        CHECK(saved(asked, mine, "utkast")->files.size() == 1);
    });
}

TEST_CASE("after the last day nothing is added by going back") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        auto mine = asked.submission(asked.party());
        REQUIRE(saved(asked, mine, "utkast"));
        mine.today = last_day + std::chrono::days{1};
        CHECK(saved(asked, mine, "utkast"));
        mine.files = {{"svar.pdf", "%PDF-1.7\nbilaga"}};
        CHECK(saved(asked, mine, "utkast").error().kind == Failure::Kind::closed);
    });
}

TEST_CASE("of two who write by one link nobody writes over what they have not seen") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto answer = saved(asked, begun(asked), "den ena");
        CHECK(saved(asked, begun(asked), "den andra").error().kind == Failure::Kind::conflict);
        CHECK(asked.answer(asked.submission(asked.party()), "den andra").error().kind ==
              Failure::Kind::conflict);

        auto mine = asked.submission(asked.party());
        mine.seen = app::digest_of(*answer);
        auto theirs = begun(asked);
        theirs.seen = mine.seen;
        theirs.draft.case_number = "KS 2026/311";
        REQUIRE(saved_again(asked, *answer, theirs));
        CHECK(saved_again(asked, *answer, mine).error().kind == Failure::Kind::conflict);
        CHECK(sent(asked, *answer, mine).error().kind == Failure::Kind::conflict);
        mine.seen = app::digest_of(*store::find_answer(*database.db, answer->id));
        CHECK(sent(asked, *answer, mine));
    });
}

TEST_CASE("a party has one answer: whoever sends a second one is told, and it is not received") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        REQUIRE(asked.answer(asked.submission(asked.party()), "första"));
        auto opposite = asked.submission(asked.party());
        opposite.draft.position = "avstyrker";
        CHECK(asked.answer(opposite, "andra").error().kind == Failure::Kind::conflict);
        CHECK(saved(asked, opposite, "tredje").error().kind == Failure::Kind::conflict);
        CHECK(received(asked).size() == 1);
    });
}

TEST_CASE("what a second person sends back waits for its writer, who reads why") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto held = asked.act(
            [&](auto& act) { return app::hold_answer(act, asked.submission(asked.party()), "hållen"); });
        REQUIRE(held);
        const app::Approval read{held->id, app::digest_of(*held), "Bo", today};
        const auto back = [&](const std::string& comment) {
            return asked.act([&](auto& act) { return app::return_held(act, read, comment); });
        };
        CHECK(back(" ").error().kind == Failure::Kind::invalid);
        const auto returned = back("Nämn beslutet om anropsstyrd trafik.");
        REQUIRE(returned);
        CHECK(returned->stage == Stage::returned);
        CHECK(back("Igen.").error().kind == Failure::Kind::conflict);
        CHECK(asked.act([&](auto& act) { return app::approve_held(act, read, secret); }).error().kind ==
              Failure::Kind::conflict);

        CHECK(saved_again(asked, *held, asked.submission(asked.party()))->comment ==
              "Nämn beslutet om anropsstyrd trafik.");
        auto mended = asked.submission(asked.party());
        mended.draft.parts = {{"", "Med beslutet om anropsstyrd trafik."}};
        const auto again = asked.act([&](auto& act) { return app::change_held(act, held->id, mended); });
        REQUIRE(again);
        const auto receipt = asked.act([&](auto& act) {
            return app::approve_held(act, {held->id, app::digest_of(*again), "Bo", today}, secret);
        });
        REQUIRE(receipt);
        CHECK(store::answer_of(*database.db, receipt->inspel)->comment.empty());
    });
}

TEST_CASE("an old page does not pass over a comment, nor take back an answer that waits for approval") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto draft = saved(asked, begun(asked), "utkast");
        auto colleagues = begun(asked);
        colleagues.seen = app::digest_of(*draft);
        const auto hand_over = [&](const app::Submission& submission) {
            return asked.act([&](auto& act) { return app::change_held(act, draft->id, submission); });
        };
        auto mine = asked.submission(asked.party());
        mine.seen = colleagues.seen;
        const auto held = hand_over(mine);
        REQUIRE(held);
        for (const auto& words : {begun(asked), asked.submission(asked.party())}) {
            colleagues.draft = words.draft;
            CHECK(saved_again(asked, *draft, colleagues).error().kind == Failure::Kind::conflict);
            CHECK(sent(asked, *draft, colleagues).error().kind == Failure::Kind::conflict);
        }
        CHECK(store::find_answer(*database.db, draft->id)->stage == Stage::waiting);

        mine.seen = app::digest_of(*held);
        REQUIRE(asked.act([&](auto& act) {
            return app::return_held(act, {draft->id, mine.seen, "Bo", today}, "Nämn beslutet.");
        }));
        CHECK(hand_over(mine).error().kind == Failure::Kind::conflict);
        CHECK(sent(asked, *draft, mine).error().kind == Failure::Kind::conflict);
        CHECK(store::find_answer(*database.db, draft->id)->comment == "Nämn beslutet.");
        CHECK(store::find_answer(*database.db, draft->id)->stage == Stage::returned);
    });
}

TEST_CASE("who clicks twice, or saves what the page's script kept just before, meets nobody else") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto draft = saved(asked, begun(asked), "utkast");
        auto mine = asked.submission(asked.party());
        mine.seen = app::digest_of(*draft);
        REQUIRE(saved_again(asked, *draft, mine));
        mine.files = {{"svar.pdf", "%PDF-1.7\nbilaga"}};
        for (int click = 0; click < 2; ++click) CHECK(saved_again(asked, *draft, mine)->files.size() == 1);
        const auto hand_over = [&] {
            return asked.act([&](auto& act) { return app::change_held(act, draft->id, mine); });
        };
        const auto held = hand_over();
        REQUIRE(held);
        const auto again = hand_over();
        REQUIRE(again);
        CHECK(again->log_place == held->log_place);
        CHECK(app::digest_of(*again) == app::digest_of(*held));
        CHECK(saved_again(asked, *draft, mine).error().kind == Failure::Kind::conflict);

        auto late = mine;
        mine.seen = app::digest_of(*again);
        REQUIRE(sent(asked, *draft, mine));
        const auto now = store::find_answer(*database.db, draft->id).value();
        CHECK(app::is_what_was_sent(*database.db, now, late));
        late.files.front().octets += "en annan";
        CHECK_FALSE(app::is_what_was_sent(*database.db, now, late));
        late.files.clear();
        CHECK(app::is_what_was_sent(*database.db, now, late));
        late.draft.parts.front().text = "Andra ord.";
        CHECK_FALSE(app::is_what_was_sent(*database.db, now, late));
    });
}

TEST_CASE("until its last day a party changes its answer: the newest counts, and the first stays") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        CHECK(revised(asked).error().kind == Failure::Kind::conflict);
        const auto first = asked.answer(asked.submission(asked.party()), "första");
        REQUIRE(first);
        CHECK(revised(asked, last_day + std::chrono::days{1}).error().kind == Failure::Kind::closed);
        const auto draft = revised(asked, last_day);
        REQUIRE(draft);
        CHECK(draft->draft.position == "tillstyrker_med_andringar");
        CHECK(revised(asked)->id == draft->id);
        CHECK(received(asked).front().inspel_number == first->number);

        auto decided = asked.submission(asked.party());
        decided.draft.position = "avstyrker";
        const auto second = sent(asked, *draft, decided);
        REQUIRE(second);
        REQUIRE(received(asked).size() == 1);
        CHECK(received(asked).front().inspel_number == second->number);
        CHECK(received(asked).front().answer.draft.position == "avstyrker");
        CHECK(store::find_inspel(*database.db, first->inspel)->state == Inspel::State::received);
        CHECK(store::replacement_of(*database.db, store::answer_of(*database.db, first->inspel)->id) ==
              second->inspel);

        REQUIRE(database.act(
            asked.process(), [&](auto& act) { return app::withdraw_inspel(act, second->code); }));
        CHECK(received(asked).front().inspel_number == first->number);
    });
}

TEST_CASE("a replacement that is declined or taken back does not take the published answer away with it") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto first = asked.answer(asked.submission(asked.party()), "första");
        const auto change = [&] { return sent(asked, *revised(asked), asked.submission(asked.party())); };
        const auto second = change();
        const auto third = change();
        REQUIRE(third);
        const auto counts = [&] {
            const auto all = received(asked);
            return all.size() == 1 ? all.front().inspel_number : 0;
        };
        const auto do_with = [&](auto verb) { REQUIRE(database.act(asked.process(), verb)); };
        do_with([&](auto& act) { return app::publish_inspel(act, first->number); });
        CHECK(counts() == third->number);

        do_with([&](auto& act) { return app::withdraw_inspel(act, second->code); });
        CHECK(counts() == third->number);
        do_with([&](auto& act) { return app::decline_inspel(act, third->number, "spam", "Det är reklam."); });
        CHECK(counts() == first->number);
        const auto published = store::answer_of(*database.db, first->inspel)->id;
        CHECK_FALSE(store::replacement_of(*database.db, published));
        CHECK(store::standing_answer_of(*database.db, asked.party().id)->id == published);

        do_with([&](auto& act) { return app::withdraw_inspel(act, first->code); });
        CHECK(counts() == third->number);
        CHECK(asked.party().state(today) == Party::State::answered);
    });
}

TEST_CASE("what is erased of an answer is erased of the change that was begun with its words") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto first = asked.answer(asked.submission(asked.party()), "första");
        const auto draft = revised(asked);
        auto mine = asked.submission(asked.party());
        mine.files = {{"svar.pdf", "%PDF-1.7\nbilaga"}};
        REQUIRE(saved_again(asked, *draft, mine));
        REQUIRE(asked.act([&](auto& act) {
            return app::register_answer(
                act, asked.submission(asked.party()), {Channel::paper, noon, "", secret});
        }));
        REQUIRE(revised(asked));
        REQUIRE(database.act(asked.process(), [&](auto& act) {
            return app::erase_inspel(act, first->number,
                {Erasure::Level::destroyed, Erasure::Ground::data_protection, "RUN/1/2026"});
        }));

        const auto left = store::find_answer(*database.db, draft->id).value();
        CHECK(left.draft.parts.empty());
        CHECK(left.files.empty());
        for (const auto& words : {left.draft.author, left.draft.contact, left.draft.organisation})
            CHECK(words.find("erg") == std::string::npos);
        CHECK(left.draft.author != "Anna");
        const auto salts =
            database.db->run("SELECT count(*) AS n FROM log_salt WHERE idx = $1", left.log_place.value());
        CHECK(salts.front().integer("n") == 0);
    });
}

TEST_CASE("a draft with words of its own keeps them when the answer it is to replace is erased") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto draft = saved(asked, begun(asked), "utkast");
        const auto letter = asked.act([&](auto& act) {
            return app::register_answer(
                act, asked.submission(asked.party()), {Channel::paper, noon, "", secret});
        });
        REQUIRE(letter);
        REQUIRE(revised(asked)->id == draft->id);
        REQUIRE(database.act(asked.process(), [&](auto& act) {
            return app::erase_inspel(act, letter->number,
                {Erasure::Level::destroyed, Erasure::Ground::data_protection, "RUN/1/2026"});
        }));
        CHECK(store::find_answer(*database.db, draft->id)->draft.parts.front().text == "Vi börjar här.");
    });
}

TEST_CASE("a draft that a letter or a confirmed sender has overtaken is gone on with, in the place of that") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto draft = saved(asked, begun(asked), "utkast");
        const auto strangers = asked.answer(asked.submission({}), "utan länk");
        const auto stranger = store::answer_of(*database.db, strangers->inspel)->id;
        REQUIRE(asked.act([&](auto& act) { return app::confirm_sender(act, stranger, asked.party()); }));

        CHECK(app::is_overtaken(*database.db, *store::find_answer(*database.db, draft->id)));
        CHECK(sent(asked, *draft, asked.submission(asked.party())).error().kind == Failure::Kind::conflict);
        CHECK(revised(asked, last_day + std::chrono::days{1}).error().kind == Failure::Kind::closed);
        const auto gone_on = revised(asked, last_day);
        REQUIRE(gone_on);
        CHECK(gone_on->id == draft->id);
        CHECK(gone_on->draft.parts.front().text == "Vi börjar här.");
        const auto receipt = sent(asked, *draft, asked.submission(asked.party()));
        REQUIRE(receipt);
        REQUIRE(received(asked).size() == 1);
        CHECK(received(asked).front().inspel_number == receipt->number);
        CHECK(store::replacement_of(*database.db, stranger) == receipt->inspel);
    });
}

TEST_CASE(
    "an answer that abstains is counted among those who declined once it is read, until it is changed") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        auto abstains = asked.submission(asked.party());
        abstains.draft.position = "avstar";
        abstains.draft.parts.clear();
        abstains.draft.wordless = "Avstår från att ta ställning.";
        const auto receipt = asked.answer(abstains, "avstår");
        REQUIRE(receipt);
        CHECK(asked.party().state(today) == Party::State::answered);
        CHECK_FALSE(asked.party().declined_at);
        REQUIRE(database.act(
            asked.process(), [&](auto& act) { return app::publish_inspel(act, receipt->number); }));
        CHECK(asked.party().state(today) == Party::State::abstained);
        REQUIRE(sent(asked, *revised(asked), asked.submission(asked.party())));
        CHECK(asked.party().state(today) == Party::State::answered);
    });
}

TEST_CASE("a draft is closed after the last day, and opens for the party that gets more time") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto answer = saved(asked, begun(asked), "utkast");
        auto late = asked.submission(asked.party());
        late.today = last_day + std::chrono::days{1};
        CHECK(saved_again(asked, *answer, late).error().kind == Failure::Kind::closed);
        CHECK(sent(asked, *answer, late).error().kind == Failure::Kind::closed);
        REQUIRE(asked.act([&](auto& act) { return app::extend_party(act, asked.party(), late.today); }));
        CHECK(sent(asked, *answer, late));
    });
}

TEST_CASE("a draft is not changed by what belongs to another referral or party") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto answer = saved(asked, begun(asked), "utkast");
        auto other = asked.submission({});
        other.referral.id.value += 1;
        CHECK(saved_again(asked, *answer, other).error().kind == Failure::Kind::not_found);
        other = asked.submission(asked.party());
        other.party->referral.value += 1;
        CHECK(saved_again(asked, *answer, other).error().kind == Failure::Kind::not_allowed);
        CHECK(saved(asked, other, "ny").error().kind == Failure::Kind::not_allowed);
    });
}

TEST_CASE("who was not asked is not confirmed until staff have asked, and takes nobody's place") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto receipt = asked.answer(asked.submission({}), "utan länk");
        REQUIRE(receipt);
        const auto answer = store::answer_of(*database.db, receipt->inspel).value();
        CHECK_FALSE(answer.is_from_whom_it_says());
        CHECK(asked.party().state(today) == Party::State::invited);
        CHECK(app::named_party(*database.db, asked.referral.id, " bergs KOMMUN ")->number == 1);
        CHECK_FALSE(app::named_party(*database.db, asked.referral.id, ""));

        const auto confirmed = [&](const std::optional<Party>& party) {
            return asked.act([&](auto& act) { return app::confirm_sender(act, answer.id, party); });
        };
        auto elsewhere = asked.party();
        elsewhere.referral.value += 1;
        CHECK(confirmed(elsewhere).error().kind == Failure::Kind::not_allowed);
        REQUIRE(confirmed(asked.party()));
        CHECK(store::find_answer(*database.db, answer.id)->is_from_whom_it_says());
        CHECK(asked.party().state(today) == Party::State::answered);
        CHECK(confirmed({}).error().kind == Failure::Kind::conflict);

        const auto second = asked.answer(asked.submission({}), "en till");
        const auto refused = asked.act([&](auto& act) {
            return app::confirm_sender(
                act, store::answer_of(*database.db, second->inspel)->id, asked.party());
        });
        CHECK(refused.error().kind == Failure::Kind::invalid);
    });
}

TEST_CASE("the log says what was begun, waited, was sent back and replaced, and nobody's words") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto held = asked.act(
            [&](auto& act) { return app::hold_answer(act, asked.submission(asked.party()), "hållen"); });
        REQUIRE(asked.act([&](auto& act) {
            return app::return_held(act, {held->id, app::digest_of(*held), "Bo", today}, "Nämn beslutet.");
        }));
        REQUIRE(sent(asked, *held, asked.submission(asked.party())));
        REQUIRE(sent(asked, *revised(asked), asked.submission(asked.party())));
        std::string log;
        for (const auto& row : database.db->run("SELECT data FROM log_entry ORDER BY idx"))
            log += row.text("data");
        for (const std::string words :
            {"\ntype referral.answer_held\n", "\ntype referral.answer_returned\n", "\nreplaces inspel/"})
            CHECK(log.find(words) != std::string::npos);
        for (const std::string words : {"Nämn beslutet", "Vi tillstyrker"})
            CHECK(log.find(words) == std::string::npos);
    });
}
