#include "app/referral/referral_answer.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/inspel/files.hpp"
#include "app/referral/referral.hpp"
#include "base/digest.hpp"
#include "base/signer.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/inspel/original_file_store.hpp"
#include "store/referral/columns.hpp"
#include "store/referral/referral_store.hpp"
#include "store/site/site_store.hpp"

namespace medskapa::app {
namespace {

constexpr std::string_view writing = "medskapa.link.v1\nreferral-writer";
constexpr std::string_view approving = "medskapa.link.v1\nreferral-approver";

tl::unexpected<Failure> not_yours() {
    return refuse(Failure::Kind::not_allowed);
}

/// Composed, and its files checked: all that is wrong with both at once.
struct Checked {
    ComposedReferralAnswer composed;
    std::vector<CheckedFile> files;
};

Result<Checked> checked(sql::Connection& db, const Process& process, const Submission& submission) {
    const InspelChoices choices{{}, {}, store::municipalities_of(db, process.id)};
    const auto lines = store::lines_of(db, submission.referral.version);
    auto composed = compose_referral_answer(choices, lines, submission.draft);
    std::vector<Complaint> complaints;
    if (!composed) complaints = composed.error().complaints;
    auto files = app::checked(submission.files, FileKinds::mail);
    if (!files)
        complaints.insert(complaints.end(), files.error().complaints.begin(), files.error().complaints.end());
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return Checked{*std::move(composed), *std::move(files)};
}

/// Where the answer belongs, not yet what it says.
ReferralAnswer answer_to(const Submission& submission) {
    ReferralAnswer answer;
    answer.process = submission.referral.process;
    answer.referral = submission.referral.id;
    answer.public_id = hex(random_bytes(6));
    if (submission.party) answer.party = submission.party->id;
    return answer;
}

/// Files take the place of those that the waiting answer had; none leaves them.
void keep_files_of(const Act& act, ReferralAnswer& answer, const Checked& checked) {
    if (checked.files.empty()) return;
    for (const auto& before : answer.files) store::remove(tx(act), before);
    answer.files = keep_files(act, checked.files, answer.id);
}

Inspel inspel_of(sql::Connection& db, const Checked& checked, const Referral& referral, Instant received) {
    auto inspel = checked.composed.inspel;
    inspel.activity = referral.activity;
    for (const auto& activity : store::activities_of(db, referral.process))
        if (activity.id == referral.activity) inspel.step = activity.step;
    inspel.received_at = received;
    return inspel;
}

/// The answer becomes an inspel: it says so, and the log with it.
Receipt send(const Act& act, ReferralAnswer& answer, Inspel composed, SenderDetails details) {
    details.files = answer.files;
    const auto receipt = keep_inspel(act, std::move(composed), details);
    answer.inspel = receipt.inspel;
    answer.draft.contact.clear();
    store::change(tx(act), answer);
    const auto inspel = store::find_inspel(act.db(), receipt.inspel).value();
    std::vector<Committed> said;
    if (const auto party = store::find_party(act.db(), answer.party)) said.push_back({"party", party->name});
    said.push_back({"position", answer.draft.position});
    record(
        act, EntryType::referral_answer_received, object_named(ObjectKind::inspel, inspel.public_id), said);
    return receipt;
}

/// The receipt of what this form has sent already, if the words and the file are the same.
Result<Receipt> receipt_again(
    const Act& act, const Inspel& kept, const Checked& sent, const FormSubmission& form) {
    const bool has_same_files = are_the_same(store::files_of(act.db(), kept.id), sent.files);
    const auto& inspel = sent.composed.inspel;
    if (!has_same_files || kept.text != inspel.text || kept.organisation != inspel.organisation)
        return refuse(Failure::Kind::conflict);
    return Receipt{kept.id, kept.number, code_of(form, act.process()), 0, true};
}

bool belongs_here(const Act& act, const Submission& submission) {
    const bool is_its_party = !submission.party || submission.party->referral == submission.referral.id;
    return submission.referral.process == act.process().id && is_its_party;
}

/// What the draft says once checked: the parts with words, in order.
ReferralDraft kept_draft(const Submission& submission, const Checked& checked) {
    auto draft = submission.draft;
    draft.parts = checked.composed.parts;
    draft.author = text::one_line(draft.author);
    return draft;
}

std::int64_t record_held(
    const Act& act, const Referral& referral, const ReferralAnswer& answer, const Checked& checked) {
    return record(act, EntryType::referral_answer_held,
        part_named(app::object(referral), ObjectKind::answer, answer.public_id),
        {{"text", checked.composed.inspel.text}});
}

std::optional<ReferralAnswer> waiting(const Act& act, Id<ReferralAnswer> id) {
    auto answer = store::find_answer(act.db(), id);
    if (!answer || answer->process != act.process().id || answer->is_sent()) return std::nullopt;
    return answer;
}

Result<ReferralAnswer> sent_answer(const Act& act, Id<ReferralAnswer> id) {
    auto answer = store::find_answer(act.db(), id);
    if (!answer || answer->process != act.process().id || !answer->is_sent())
        return refuse(Failure::Kind::not_found);
    return *std::move(answer);
}

std::string object(const Act& act, const ReferralAnswer& answer) {
    return object_named(ObjectKind::inspel, store::find_inspel(act.db(), answer.inspel).value().public_id);
}

}  // namespace

Result<Receipt> answer_referral(
    Permitted<Action::answer_referral> act, const Submission& submission, const FormSubmission& form) {
    const auto& process = act.process();
    if (!belongs_here(act, submission)) return not_yours();
    const auto ready = checked(act.db(), process, submission);
    if (!ready) return tl::unexpected{ready.error()};
    if (const auto kept = store::inspel_of_form(act.db(), process.id, form.form_key))
        return receipt_again(act, *kept, *ready, form);
    if (store::answer_of_form(act.db(), process.id, form.form_key)) return refuse(Failure::Kind::conflict);
    if (!takes_answer(submission.referral, submission.party, submission.today))
        return refuse(Failure::Kind::closed);

    auto answer = answer_to(submission);
    answer.draft = kept_draft(submission, *ready);
    answer.draft.contact.clear();
    answer.id = store::add(tx(act), answer);
    keep_files_of(act, answer, *ready);
    return send(act, answer, inspel_of(act.db(), *ready, submission.referral, act.now()),
        {submission.draft.contact, form.form_key, code_of(form, process)});
}

Result<ReferralAnswer> hold_answer(
    Permitted<Action::answer_referral> act, const Submission& submission, const std::string& form_key) {
    const auto& process = act.process();
    if (!belongs_here(act, submission)) return not_yours();
    if (const auto kept = store::answer_of_form(act.db(), process.id, form_key)) return *kept;
    if (store::inspel_of_form(act.db(), process.id, form_key)) return refuse(Failure::Kind::conflict);
    const auto ready = checked(act.db(), process, submission);
    if (!ready) return tl::unexpected{ready.error()};
    if (!takes_answer(submission.referral, submission.party, submission.today))
        return refuse(Failure::Kind::closed);
    auto answer = answer_to(submission);
    answer.form_key = form_key;
    answer.draft = kept_draft(submission, *ready);
    if (answer.draft.author.empty())
        return refuse(Failure::Kind::invalid, {{Field::written_by, N_("Write who has written the answer")}});
    answer.log_place = record_held(act, submission.referral, answer, *ready);
    answer.id = store::add(tx(act), answer);
    keep_files_of(act, answer, *ready);
    return answer;
}

Result<ReferralAnswer> change_held(
    Permitted<Action::answer_referral> act, Id<ReferralAnswer> id, const Submission& submission) {
    if (!belongs_here(act, submission)) return not_yours();
    auto answer = waiting(act, id);
    if (!answer) return refuse(Failure::Kind::conflict);
    const auto ready = checked(act.db(), act.process(), submission);
    if (!ready) return tl::unexpected{ready.error()};
    answer->draft = kept_draft(submission, *ready);
    if (answer->draft.author.empty())
        return refuse(Failure::Kind::invalid, {{Field::written_by, N_("Write who has written the answer")}});
    keep_files_of(act, *answer, *ready);
    answer->log_place = record_held(act, submission.referral, *answer, *ready);
    store::change(tx(act), *answer);
    return *answer;
}

Result<Receipt> approve_held(
    Permitted<Action::answer_referral> act, const Approval& approval, const std::string& secret) {
    auto answer = waiting(act, approval.answer);
    if (!answer || digest_of(*answer) != approval.seen) return refuse(Failure::Kind::conflict);
    answer->approver = text::one_line(approval.approver);
    if (answer->approver.empty())
        return refuse(Failure::Kind::invalid, {{Field::approved_by, N_("Write your name")}});
    if (text::lower(answer->approver) == text::lower(answer->draft.author))
        return refuse(Failure::Kind::invalid,
            {{Field::approved_by,
                N_("The answer must be approved by somebody else than the one who wrote it")}});
    const auto referral = store::find_referral(act.db(), answer->referral).value();
    if (!takes_answer(referral, store::find_party(act.db(), answer->party), approval.today))
        return refuse(Failure::Kind::closed);
    const auto ready = checked(act.db(), act.process(), {referral, {}, answer->draft, {}, approval.today});
    if (!ready) return tl::unexpected{ready.error()};

    answer->approved_at = act.now();
    const FormSubmission form{answer->form_key, secret};
    answer->draft.parts = ready->composed.parts;
    return send(act, *answer, inspel_of(act.db(), *ready, referral, act.now()),
        {answer->draft.contact, answer->form_key, code_of(form, act.process())});
}

std::string digest_of(const ReferralAnswer& answer) {
    const auto& draft = answer.draft;
    std::string all;
    const auto take = [&](const std::string& value) {
        all += std::to_string(value.size()) + ':' + value + '\n';
    };
    for (const auto* value :
        {&draft.position, &draft.title, &draft.organisation, &draft.actor_kind, &draft.municipality})
        take(*value);
    for (const auto& file : answer.files) take(file.digest);
    for (const auto& part : draft.parts) {
        take(part.code);
        take(part.text);
    }
    return hex(as_text(sha256(all)));
}

Result<Receipt> register_answer(
    Permitted<Action::run_referral> act, const Submission& submission, const Registration& registration) {
    const auto& process = act.process();
    if (submission.referral.process != process.id) return not_yours();
    const auto ready = checked(act.db(), process, submission);
    if (!ready) return tl::unexpected{ready.error()};
    if (registration.received_at > act.now())
        return refuse(Failure::Kind::invalid, {{Field::received, N_("Choose a day that has been")}});
    auto answer = answer_to(submission);
    answer.arrived_by = registration.arrived_by;
    answer.case_number = text::one_line(registration.case_number);
    answer.draft = kept_draft(submission, *ready);
    answer.draft.contact.clear();
    answer.id = store::add(tx(act), answer);
    keep_files_of(act, answer, *ready);
    const auto code = code_of({hex(random_bytes(16)), registration.secret}, process);
    return send(act, answer, inspel_of(act.db(), *ready, submission.referral, registration.received_at),
        {submission.draft.contact, "", code});
}

Result<ReferralAnswer> set_case_number(
    Permitted<Action::run_referral> act, Id<ReferralAnswer> id, const std::string& number) {
    auto answer = sent_answer(act, id);
    if (!answer) return answer;
    demand_seen<store::tables::referral_answer>(act, *answer, {answer->case_number});
    answer->case_number = text::one_line(number);
    store::change(tx(act), *answer);
    record(act, EntryType::referral_answer_registered, object(act, *answer),
        {{"case_number", answer->case_number}});
    return answer;
}

std::string writers_link(const ReferralAnswer& answer, const std::string& secret) {
    return sign(writing, answer.public_id, secret);
}

std::string approvers_link(const ReferralAnswer& answer, const std::string& secret) {
    return sign(approving, answer.public_id, secret);
}

std::optional<ReferralAnswer> answer_of_writer(
    sql::Connection& db, const Process& process, std::string_view link, const std::string& secret) {
    const auto public_id = verify(writing, link, secret);
    return public_id ? store::answer_named(db, process.id, *public_id) : std::nullopt;
}

std::optional<ReferralAnswer> answer_of_approver(
    sql::Connection& db, const Process& process, std::string_view link, const std::string& secret) {
    const auto public_id = verify(approving, link, secret);
    return public_id ? store::answer_named(db, process.id, *public_id) : std::nullopt;
}

}  // namespace medskapa::app
