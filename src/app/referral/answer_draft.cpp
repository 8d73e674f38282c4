#include "app/referral/answer_draft.hpp"

#include "app/referral/answering.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/referral/referral_store.hpp"

namespace medskapa::app {
namespace {

using Stage = ReferralAnswer::Stage;
constexpr std::size_t longest_draft = 400'000;  // all its parts, in bytes

/// All that a kept answer says, for the log to commit to.
std::string words_of(const ReferralAnswer& answer) {
    std::string all = positions_of(answer.draft);
    for (const auto& part : answer.draft.parts) all += '\n' + part.text;
    return all;
}

/// Nobody passes over what they have not seen. A second click, or a page that met what its own script kept,
/// has its own words before it: those pass, while no files are lost and the answer is where it shall be or on
/// its way there.
bool has_seen(sql::Connection& db, const ReferralAnswer& answer, const Submission& submission, Stage wanted) {
    if (submission.seen.empty() || submission.seen == digest_of(answer)) return true;
    const bool is_on_its_way = answer.stage == Stage::writing || answer.stage == wanted;
    return is_on_its_way && answering::says_the_same(db, answer, submission) &&
           answering::throws_away_no_files(answer, submission);
}

/// The answer as it stands, for a page that showed it so.
Result<ReferralAnswer> kept(
    const Act& act, Id<ReferralAnswer> id, const Submission& submission, Stage wanted) {
    if (!answering::belongs_here(act, submission)) return refuse(Failure::Kind::not_allowed);
    auto answer = store::find_answer(act.db(), id);
    if (!answer || answer->process != act.process().id || answer->referral != submission.referral.id)
        return refuse(Failure::Kind::not_found);
    if (answer->is_sent()) return refuse(Failure::Kind::conflict);
    if (!has_seen(act.db(), *answer, submission, wanted)) return refuse(Failure::Kind::conflict);
    if (!takes_answer(submission.referral, store::find_party(act.db(), answer->party), submission.today))
        return refuse(Failure::Kind::closed);
    return *std::move(answer);
}

/// Nothing is left to do with an answer that this form has kept. Going back does not take it from a second
/// person, nor from under their comment.
bool is_done(const ReferralAnswer& kept, const Submission& submission, Stage wanted) {
    return kept.is_sent() || (submission.files.empty() && (kept.stage == wanted || wanted == Stage::writing));
}

/// Whether the answer that a form has kept says what it says now, has no other files than it brings, and has
/// not been sent, or sent back with a comment, meanwhile.
bool may_go_on(sql::Connection& db, const ReferralAnswer& kept, const Submission& submission, Stage wanted) {
    const bool is_of_same = kept.referral == submission.referral.id &&
                            kept.party == (submission.party ? submission.party->id : Id<Party>{});
    if (!is_of_same || !answering::says_the_same(db, kept, submission)) return false;
    if (kept.is_sent()) return is_what_was_sent(db, kept, submission);
    if (!kept.files.empty() && !answering::throws_away_no_files(kept, submission)) return false;
    return kept.stage == Stage::writing || kept.stage == wanted || is_done(kept, submission, wanted);
}

/// Room for one more answer, or the one that this form has kept already: its sender went back in the browser.
Result<std::optional<ReferralAnswer>> place_for(
    const Act& act, const Submission& submission, const std::string& form_key, Stage wanted) {
    if (!answering::belongs_here(act, submission)) return refuse(Failure::Kind::not_allowed);
    const auto& process = act.process().id;
    auto before = store::answer_of_form(act.db(), process, form_key);
    if (before && !may_go_on(act.db(), *before, submission, wanted)) return refuse(Failure::Kind::conflict);
    if (before && is_done(*before, submission, wanted)) return before;
    const bool is_taken =
        store::inspel_of_form(act.db(), process, form_key) || answering::has_another(act.db(), submission);
    if (!before && is_taken) return refuse(Failure::Kind::conflict);
    if (!takes_answer(submission.referral, submission.party, submission.today))
        return refuse(Failure::Kind::closed);
    return before;
}

Result<std::vector<CheckedFile>> checked_so_far(const Submission& submission) {
    std::size_t size = 0;
    for (const auto& part : submission.draft.parts) size += part.text.size();
    if (size > longest_draft)
        return refuse(Failure::Kind::invalid,
            {{Field::text, N_("The answer is too long to be kept here. Send the rest as a file")}});
    return app::checked(submission.files, FileKinds::mail);
}

/// In the log stands that an answer was begun and that it waits for a second person. How it is written is
/// nobody else's business.
void record_as_kept(const Act& act, ReferralAnswer& answer) {
    answer.log_place = answering::record_kept(act,
        answer.stage == Stage::waiting ? EntryType::referral_answer_held : EntryType::referral_answer_saved,
        answer, {{"text", words_of(answer)}});
}

ReferralAnswer keep_first(const Act& act, const Submission& submission, const std::string& form_key,
    Stage stage, const std::vector<CheckedFile>& files) {
    auto answer = answering::answer_to(submission);
    answer.form_key = form_key;
    answer.draft = answering::kept_draft(act.db(), submission);
    answer.stage = stage;
    answer.saved_at = act.now();
    record_as_kept(act, answer);
    answer.id = store::add(tx(act), answer);
    answering::keep_files_of(act, answer, files);
    return answer;
}

ReferralAnswer keep_again(const Act& act, ReferralAnswer answer, const Submission& submission, Stage stage,
    const std::vector<CheckedFile>& files) {
    answer.draft = answering::kept_draft(act.db(), submission);
    answer.stage = stage;
    answer.saved_at = act.now();
    answering::keep_files_of(act, answer, files);
    if (stage == Stage::waiting) record_as_kept(act, answer);
    store::change(tx(act), answer);
    return answer;
}

/// A second person is asked by somebody, whose name they get.
Result<answering::Checked> ready_to_hold(const Act& act, const Submission& submission) {
    auto ready = answering::checked(act.db(), act.process(), submission);
    if (ready && !text::one_line(submission.draft.author).empty()) return ready;
    auto complaints = ready ? std::vector<Complaint>{} : ready.error().complaints;
    if (text::one_line(submission.draft.author).empty())
        complaints.push_back({Field::written_by, N_("Write who has written the answer")});
    return refuse(Failure::Kind::invalid, complaints);
}

}  // namespace

Result<ReferralAnswer> save_answer(
    Permitted<Action::answer_referral> act, const Submission& submission, const std::string& form_key) {
    const auto before = place_for(act, submission, form_key, Stage::writing);
    if (!before) return tl::unexpected{before.error()};
    if (*before && is_done(**before, submission, Stage::writing)) return **before;
    const auto files = checked_so_far(submission);
    if (!files) return tl::unexpected{files.error()};
    if (*before) return keep_again(act, **before, submission, Stage::writing, *files);
    return keep_first(act, submission, form_key, Stage::writing, *files);
}

Result<ReferralAnswer> save_again(
    Permitted<Action::answer_referral> act, Id<ReferralAnswer> id, const Submission& submission) {
    auto answer = kept(act, id, submission, Stage::writing);
    if (!answer) return answer;
    const auto files = checked_so_far(submission);
    if (!files) return tl::unexpected{files.error()};
    // What was sent back stays so, with its comment, until it is finished again.
    const auto stage = answer->stage == Stage::returned ? Stage::returned : Stage::writing;
    return keep_again(act, *std::move(answer), submission, stage, *files);
}

Result<ReferralAnswer> hold_answer(
    Permitted<Action::answer_referral> act, const Submission& submission, const std::string& form_key) {
    const auto before = place_for(act, submission, form_key, Stage::waiting);
    if (!before) return tl::unexpected{before.error()};
    if (*before && is_done(**before, submission, Stage::waiting)) return **before;
    const auto ready = ready_to_hold(act, submission);
    if (!ready) return tl::unexpected{ready.error()};
    if (*before) return keep_again(act, **before, submission, Stage::waiting, ready->files);
    return keep_first(act, submission, form_key, Stage::waiting, ready->files);
}

Result<ReferralAnswer> change_held(
    Permitted<Action::answer_referral> act, Id<ReferralAnswer> id, const Submission& submission) {
    auto answer = kept(act, id, submission, Stage::waiting);
    if (!answer) return answer;
    const auto ready = ready_to_hold(act, submission);
    if (!ready) return tl::unexpected{ready.error()};
    const bool has_other_files = !ready->files.empty() && !are_the_same(answer->files, ready->files);
    const bool waits = answer->stage == Stage::waiting;
    if (waits && !has_other_files && answering::says_the_same(act.db(), *answer, submission)) return answer;
    return keep_again(act, *std::move(answer), submission, Stage::waiting, ready->files);
}

Result<Receipt> send_kept(Permitted<Action::answer_referral> act, Id<ReferralAnswer> id,
    const Submission& submission, const std::string& secret) {
    auto answer = kept(act, id, submission, Stage::writing);
    if (!answer) return tl::unexpected{answer.error()};
    if (is_overtaken(act.db(), *answer)) return refuse(Failure::Kind::conflict);
    const auto ready = answering::checked(act.db(), act.process(), submission);
    if (!ready) return tl::unexpected{ready.error()};
    answer->draft = answering::kept_draft(act.db(), submission);
    answer->approver.clear();
    answering::keep_files_of(act, *answer, ready->files);
    return answering::send_now(act, *std::move(answer), submission.referral, *ready, secret);
}

Result<ReferralAnswer> revise_answer(Permitted<Action::answer_referral> act, const Party& party, Day today) {
    if (party.process != act.process().id) return refuse(Failure::Kind::not_allowed);
    auto begun = store::unsent_answer_of(act.db(), party.id);
    if (begun && !is_overtaken(act.db(), *begun)) return *std::move(begun);
    const auto sent = store::standing_answer_of(act.db(), party.id);
    if (!sent) return refuse(Failure::Kind::conflict);
    const auto referral = store::find_referral(act.db(), sent->referral).value();
    if (!takes_answer(referral, store::find_party(act.db(), party.id), today))
        return refuse(Failure::Kind::closed);
    if (begun) {
        begun->replaces = sent->id;
        store::change(tx(act), *begun);
        return *std::move(begun);
    }
    auto answer = answering::answer_to({referral, party, {}, {}, today});
    answer.form_key = hex(random_bytes(16));  // its receipt code is made of it
    answer.draft = sent->draft;
    answer.stage = Stage::writing;
    answer.saved_at = act.now();
    answer.replaces = answer.begun_from = sent->id;
    record_as_kept(act, answer);
    answer.id = store::add(tx(act), answer);
    return answer;
}

}  // namespace medskapa::app
