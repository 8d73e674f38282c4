#pragma once

#include "app/conversation/opinion_exchange.hpp"
#include "app/conversation/statement_inspel.hpp"
#include "app/conversation/voter.hpp"
#include "app/decision/completeness.hpp"
#include "app/decision/decision.hpp"
#include "app/inspel/redaction.hpp"
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
    return {referral, {}, draft, app::SentFile{"svar.pdf", "%PDF-1.7"}, today};
}

inline void walk_parties(Watch& watch, const Process& process, const Referral& referral) {
    const auto run = may(Action::run_referral, process);
    auto party = watch("invite_parties", [&](auto& tx) {
        return app::invite_parties(tx, run, process, referral, {{"Bergs kommun", "municipality", ""}});
    }).front();
    party = watch("extend_party", [&](auto& tx) {
        return app::extend_party(tx, run, process, party, last_day + std::chrono::days{1});
    });
    party = watch("remind_party", [&](auto& tx) { return app::remind_party(tx, run, process, party); });
    watch("abstain", [&](auto& tx) { return app::abstain(tx, run, process, party); });
}

inline void walk_held(Watch& watch, const Process& process, const Referral& referral) {
    const auto answer = may(Action::answer_referral, process);
    auto held = watch("hold_answer",
        [&](auto& tx) { return app::hold_answer(tx, answer, process, submission(referral, "Byn"), "held"); });
    held = watch("change_held", [&](auto& tx) {
        return app::change_held(tx, answer, process, held.id, submission(referral, "Byalaget"));
    });
    watch("approve_held", [&](auto& tx) {
        return app::approve_held(tx, answer, process, {held.id, app::digest_of(held), "Bo", today}, secret);
    });
}

}  // namespace detail

inline void walk_referral(Watch& watch, const World& world) {
    const auto& process = world.revision;
    const auto run = may(Action::run_referral, process);
    Referral draft;
    draft.version =
        frozen_for_referral(watch.home, process, {{}, {}, {}, "REM", "Remiss"}, "# Utkast {#REM}").id;
    draft.letter = "Vi ber om ert svar.";
    draft.deadline = last_day;
    const auto referral =
        watch("send_referral", [&](auto& tx) { return app::send_referral(tx, run, process, draft, today); });
    detail::walk_parties(watch, process, referral);
    detail::walk_held(watch, process, referral);
    watch("answer_referral", [&](auto& tx) {
        return app::answer_referral(tx, may(Action::answer_referral, process), process,
            detail::submission(referral, "Bolaget"), {"svar", secret});
    });
    const auto receipt = watch("register_answer", [&](auto& tx) {
        return app::register_answer(tx, run, process, detail::submission(referral, "Brevet"),
            {Channel::email, noon, "RS/1/2026", secret});
    });
    const auto kept = store::answer_of(*watch.home.db, receipt.inspel).value();
    watch("set_case_number",
        [&](auto& tx) { return app::set_case_number(tx, run, process, kept.id, "RS/2/2026"); });
    watch("show_file",
        [&](auto& tx) { return app::show_file(tx, run, process, kept.id, app::Showing::shown); });
    watch("redact", [&](auto& tx) {
        return app::redact(
            tx, may(Action::moderate_inspel, process), process, receipt.number, {"tillstyrker", "namn"});
    });
}

inline void walk_consultation(Watch& watch, const Process& process) {
    const auto decide = may(Action::decide, process);
    SamiConsultation draft;
    draft.counterpart = "Sametinget";
    auto consultation = watch(
        "open_consultation", [&](auto& tx) { return app::open_consultation(tx, decide, process, draft); });
    consultation = watch("note_consultation", [&](auto& tx) {
        return app::note_consultation(tx, decide, process, consultation.number,
            {{}, SamiConsultation::Event::Kind::meeting, today, "Vi möttes.", ""}, today);
    });
    consultation.outcome = SamiConsultation::Outcome::agreement;
    watch("change_consultation",
        [&](auto& tx) { return app::change_consultation(tx, decide, process, consultation); });
}

inline void walk_decision(Watch& watch, const World& world) {
    const auto& process = world.revision;
    const auto permit = may(Action::decide, process);
    walk_consultation(watch, process);
    watch("waive_missing", [&](auto& tx) { return app::waive_missing(tx, permit, process, "Hann inte."); });
    watch("declare_answers", [&](auto& tx) { return app::declare_answers(tx, permit, process); });
    const auto document = store::document_named(*watch.home.db, process.id, "RUS").value();
    Decision draft;
    draft.body = store::bodies_of(*watch.home.db, process.id).front().id;
    draft.version = watch("freeze", [&](auto& tx) {
        return app::freeze(
            tx, may(Action::freeze_text, process), process, document, Version::Kind::proposal, "Förslag");
    }).id;
    draft.decided_on = today;
    draft.paragraph = "§ 12";
    draft.diary_number = "RS/1/2026";
    draft.text = "Strategin antas.";
    const auto decision =
        watch("decide", [&](auto& tx) { return app::decide(tx, permit, process, draft, today); });
    watch("tell_of_notice",
        [&](auto& tx) { return app::tell_of_notice(tx, permit, process, decision.number, today, today); });
}

namespace detail {

inline void walk_statements(Watch& watch, const Talk& talk) {
    const auto moderate = may(Action::moderate_statements, talk.process);
    const auto take_part = may(Action::vote, talk.process);
    watch("seed_statement",
        [&](auto& tx) { return app::seed_statement(tx, moderate, talk.occasion(), "Vi vill ha tåg."); });
    const auto proposed = watch("propose_statement", [&](auto& tx) {
        return app::propose_statement(tx, take_part, talk.occasion(), "Vi vill ha färjor.", "form");
    });
    watch("moderate_statement", [&](auto& tx) {
        return app::moderate_statement(tx, moderate, talk.occasion(), proposed.number, {"accepted", "", ""});
    });
    for (int person = 0; person < 6; ++person)
        watch("vote", [&](auto& tx) {
            return app::vote(tx, take_part, talk.occasion(), {key_of(person), 1, Stance::agree, {}});
        });
    watch("tell_background", [&](auto& tx) {
        return app::tell_background(tx, take_part, talk.occasion(), key_of(0), {"2326", "citizen", "65-"});
    });
    watch("set_population", [&](auto& tx) {
        return app::set_population(tx, may(Action::steer_conversation, talk.process), talk.occasion(),
            {{{"2326", 7'000}}, {{"65-", 30'000}}});
    });
    watch("withdraw_votes",
        [&](auto& tx) { return app::withdraw_votes(tx, take_part, talk.occasion(), key_of(5)); });
    watch("convert_statement", [&](auto& tx) {
        return app::convert_statement(
            tx, may(Action::enter_inspel, talk.process), talk.occasion(), 1, secret);
    });
}

inline void walk_imports(Watch& watch, const Talk& talk) {
    const auto steer = may(Action::steer_conversation, talk.process);
    const app::PastTalk past{
        {{0, 9, 0, {opinion::Standing::Verdict::accepted, false}, false, "Bygg en bro."}},
        {{0, 9, 1, opinion::Vote::agree}}};
    watch("import_talk", [&](auto& tx) { return app::import_talk(tx, steer, talk.occasion(), past); });
    watch("import_votes", [&](auto& tx) {
        return app::import_votes(tx, steer, talk.occasion(), {{0, 1, 2, opinion::Vote::agree}});
    });
}

}  // namespace detail

/// A vote alone writes no entry; the batch that it is in does.
inline void walk_talk(Watch& watch, const World& world) {
    const auto talk = start_talk(watch.home, world.revision);
    const auto steer = may(Action::steer_conversation, talk.process);
    const auto at = talk.occasion();
    watch("set_moderation", [&](auto& tx) { return app::set_moderation(tx, steer, at, "before"); });
    detail::walk_statements(watch, talk);
    detail::walk_imports(watch, talk);
    watch("name_group", [&](auto& tx) { return app::name_group(tx, steer, at, 0, "Byborna"); });
    watch("seal_votes",
        [&](auto& tx) { return app::seal_votes(tx, steer, talk.process, talk.activity, app::Sealing::all); });
    watch("close_conversation", [&](auto& tx) { return app::close_conversation(tx, steer, at); });
    watch("reopen_conversation", [&](auto& tx) { return app::reopen_conversation(tx, steer, at); });
    watch("close_conversation", [&](auto& tx) { return app::close_conversation(tx, steer, at); });
    updater_of(talk).refresh();
    watch("freeze_conversation", [&](auto& tx) { return app::freeze_conversation(tx, steer, at); });
}

}  // namespace example
