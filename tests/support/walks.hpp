#pragma once

#include "app/conversation/opinion_exchange.hpp"
#include "app/conversation/statement_inspel.hpp"
#include "app/conversation/voter.hpp"
#include "app/decision/completeness.hpp"
#include "app/decision/decision.hpp"
#include "app/inspel/files.hpp"
#include "app/inspel/redaction.hpp"
#include "app/own_page/own_identity.hpp"
#include "app/referral/referral.hpp"
#include "app/referral/referral_answer.hpp"
#include "store/site/site_store.hpp"
#include "support/conversations.hpp"
#include "support/referral.hpp"
#include "support/watch.hpp"

/// Verbs one after another, as a referral, a decision and a conversation need them.
namespace example {

namespace detail {

inline app::Submission submission(const Referral& referral, const std::string& title) {
    ReferralDraft draft{
        "tillstyrker", {{"", "Vi tillstyrker."}}, title, title, "municipality", "", "", "sv", "Anna"};
    return {referral, {}, draft, {{"svar.pdf", "%PDF-1.7"}}, today};
}

inline void walk_parties(Watch& watch, const Referral& referral) {
    auto party = watch("invite_parties", [&](auto& act) {
        return app::invite_parties(act, referral, {{"Bergs kommun", "municipality", ""}});
    }).front();
    party = watch("extend_party",
        [&](auto& act) { return app::extend_party(act, party, last_day + std::chrono::days{1}); });
    party = watch("remind_party", [&](auto& act) { return app::remind_party(act, party); });
    watch("abstain", [&](auto& act) { return app::abstain(act, party); });
}

inline void walk_held(Watch& watch, const Referral& referral) {
    auto held = watch(
        "hold_answer", [&](auto& act) { return app::hold_answer(act, submission(referral, "Byn"), "held"); });
    watch("return_held", [&](auto& act) {
        return app::return_held(act, {held.id, app::digest_of(held), "Bo", today}, "Nämn beslutet.");
    });
    held = watch("change_held",
        [&](auto& act) { return app::change_held(act, held.id, submission(referral, "Byalaget")); });
    watch("approve_held", [&](auto& act) {
        return app::approve_held(act, {held.id, app::digest_of(held), "Bo", today}, secret);
    });
}

/// One party's answer: saved, saved again, sent, and changed afterwards.
inline void walk_written(Watch& watch, const Referral& referral) {
    auto theirs = submission(referral, "Bergs kommun");
    theirs.party = store::parties_of(*watch.database.db, referral.id).front();
    const auto saved =
        watch("save_answer", [&](auto& act) { return app::save_answer(act, theirs, "utkast"); });
    theirs.draft.case_number = "KS 2026/3";
    watch("save_again", [&](auto& act) { return app::save_again(act, saved.id, theirs); });
    watch("send_kept", [&](auto& act) { return app::send_kept(act, saved.id, theirs, secret); });
    watch("revise_answer", [&](auto& act) { return app::revise_answer(act, *theirs.party, today); });
}

}  // namespace detail

inline void walk_referral(Watch& watch, const World& world) {
    const auto& process = world.revision;
    Referral draft;
    draft.version =
        frozen_for_referral(watch.database, process, {{}, {}, {}, "REM", "Remiss"}, "# Utkast {#REM}").id;
    draft.letter = "Vi ber om ert svar.";
    draft.deadline = last_day;
    const auto referral =
        watch("send_referral", [&](auto& act) { return app::send_referral(act, draft, today); });
    detail::walk_parties(watch, referral);
    detail::walk_held(watch, referral);
    detail::walk_written(watch, referral);
    const auto unasked = watch("answer_referral", [&](auto& act) {
        return app::answer_referral(act, detail::submission(referral, "Bolaget"), {"svar", secret});
    });
    const auto unconfirmed = store::answer_of(*watch.database.db, unasked.inspel).value();
    watch("confirm_sender", [&](auto& act) { return app::confirm_sender(act, unconfirmed.id, {}); });
    const auto receipt = watch("register_answer", [&](auto& act) {
        return app::register_answer(
            act, detail::submission(referral, "Brevet"), {Channel::email, noon, "RS/1/2026", secret});
    });
    const auto kept = store::answer_of(*watch.database.db, receipt.inspel).value();
    watch("take_files", [&](auto& act) { return app::take_files(act, FileKinds::documents); });
    watch("mask_file", [&](auto& act) {
        return app::mask_file(act, receipt.number, 1, {"maskad.pdf", "%PDF-1.7 m"});
    });
    watch("set_case_number", [&](auto& act) { return app::set_case_number(act, kept.id, "RS/2/2026"); });
    watch(
        "show_file", [&](auto& act) { return app::show_file(act, receipt.number, 1, app::Showing::shown); });
    watch("redact", [&](auto& act) { return app::redact(act, receipt.number, {"tillstyrker", "namn"}); });
}

inline void walk_consultation(Watch& watch) {
    SamiConsultation draft;
    draft.counterpart = "Sametinget";
    auto consultation =
        watch("open_consultation", [&](auto& act) { return app::open_consultation(act, draft); });
    consultation = watch("note_consultation", [&](auto& act) {
        return app::note_consultation(act, consultation.number,
            {{}, SamiConsultation::Event::Kind::meeting, today, "Vi möttes.", ""}, today);
    });
    consultation.outcome = SamiConsultation::Outcome::agreement;
    watch("change_consultation", [&](auto& act) { return app::change_consultation(act, consultation); });
}

inline void walk_decision(Watch& watch, const World& world) {
    const auto& process = world.revision;
    walk_consultation(watch);
    watch("waive_missing", [&](auto& act) { return app::waive_missing(act, "Hann inte."); });
    watch("declare_answers", [&](auto& act) { return app::declare_answers(act); });
    const auto document = store::document_named(*watch.database.db, process.id, "RUS").value();
    Decision draft;
    draft.body = store::bodies_of(*watch.database.db, process.id).front().id;
    draft.version = watch("freeze", [&](auto& act) {
        return app::freeze(act, document, Version::Kind::proposal, "Förslag");
    }).id;
    draft.decided_on = today;
    draft.paragraph = "§ 12";
    draft.diary_number = "RS/1/2026";
    draft.text = "Strategin antas.";
    const auto decision = watch("decide", [&](auto& act) { return app::decide(act, draft, today); });
    watch("announce_decision",
        [&](auto& act) { return app::announce_decision(act, decision.number, today, today); });
}

namespace detail {

inline void walk_statements(Watch& watch, const RunningConversation& conversation) {
    watch("seed_statement",
        [&](auto& act) { return app::seed_statement(act, conversation.occasion(), "Vi vill ha tåg."); });
    const auto proposed = watch("propose_statement", [&](auto& act) {
        return app::propose_statement(act, conversation.occasion(), "Vi vill ha färjor.", "form");
    });
    watch("moderate_statement", [&](auto& act) {
        return app::moderate_statement(act, conversation.occasion(), proposed.number, {"accepted", "", ""});
    });
    for (int person = 0; person < 6; ++person)
        watch("vote", [&](auto& act) {
            return app::vote(act, conversation.occasion(), {key_of(person), 1, Stance::agree, {}});
        });
    watch("show_as_person", [&](auto& act) {
        const auto session =
            app::enter_own_page(act, app::own_identity("https://eid.example", "eva", secret), "");
        return app::show_as_person(act, conversation.occasion(), {session.value(), key_of(0), secret});
    });
    watch("save_background", [&](auto& act) {
        return app::save_background(act, conversation.occasion(), key_of(0), {"2326", "citizen", "65-"});
    });
    watch("set_population", [&](auto& act) {
        return app::set_population(act, conversation.occasion(), {{{"2326", 7'000}}, {{"65-", 30'000}}});
    });
    watch("withdraw_votes",
        [&](auto& act) { return app::withdraw_votes(act, conversation.occasion(), key_of(5)); });
    watch("convert_statement",
        [&](auto& act) { return app::convert_statement(act, conversation.occasion(), 1, secret); });
}

inline void walk_imports(Watch& watch, const RunningConversation& conversation) {
    const app::PastConversation past{
        {{0, 9, 0, {opinion::Standing::Verdict::accepted, false}, false, "Bygg en bro."}},
        {{0, 9, 1, opinion::Vote::agree}}};
    watch("import_conversation",
        [&](auto& act) { return app::import_conversation(act, conversation.occasion(), past); });
    watch("import_votes", [&](auto& act) {
        return app::import_votes(act, conversation.occasion(), {{0, 1, 2, opinion::Vote::agree}});
    });
    watch("export_votes",
        [&](auto& act) { return app::export_votes(act, conversation.occasion(), app::VoteFile::votes); });
}

}  // namespace detail

/// A vote alone writes no entry; the batch that it is in does.
inline void walk_conversation(Watch& watch, const World& world) {
    const auto conversation = start_conversation(watch.database, world.revision);
    const auto at = conversation.occasion();
    watch("set_moderation", [&](auto& act) { return app::set_moderation(act, at, "before"); });
    detail::walk_statements(watch, conversation);
    detail::walk_imports(watch, conversation);
    watch("name_group", [&](auto& act) { return app::name_group(act, at, 0, "Byborna"); });
    watch("commit_votes",
        [&](auto& act) { return app::commit_votes(act, conversation.activity, app::VotesToCommit::all); });
    watch("close_conversation", [&](auto& act) { return app::close_conversation(act, at); });
    watch("reopen_conversation", [&](auto& act) { return app::reopen_conversation(act, at); });
    watch("close_conversation", [&](auto& act) { return app::close_conversation(act, at); });
    updater_of(conversation).refresh();
    watch("freeze_conversation", [&](auto& act) { return app::freeze_conversation(act, at); });
}

}  // namespace example
