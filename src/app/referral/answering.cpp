#include "app/referral/answering.hpp"

#include "app/referral/referral.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/inspel/original_file_store.hpp"
#include "store/referral/referral_store.hpp"
#include "store/site/site_store.hpp"

namespace medskapa::app::answering {

Result<Checked> checked(sql::Connection& db, const Process& process, const Submission& submission) {
    const InspelChoices choices{{}, {}, store::municipalities_of(db, process.id)};
    const auto lines = store::lines_of(db, submission.referral.version);
    auto composed =
        compose_referral_answer(choices, {lines, submission.referral.questions}, submission.draft);
    std::vector<Complaint> complaints;
    if (!composed) complaints = composed.error().complaints;
    auto files = app::checked(submission.files, FileKinds::mail);
    if (!files)
        complaints.insert(complaints.end(), files.error().complaints.begin(), files.error().complaints.end());
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return Checked{*std::move(composed), *std::move(files)};
}

bool belongs_here(const Act& act, const Submission& submission) {
    const bool is_its_party = !submission.party || submission.party->referral == submission.referral.id;
    return submission.referral.process == act.process().id && is_its_party;
}

ReferralAnswer answer_to(const Submission& submission) {
    ReferralAnswer answer;
    answer.process = submission.referral.process;
    answer.referral = submission.referral.id;
    answer.public_id = hex(random_bytes(6));
    if (submission.party) answer.party = submission.party->id;
    return answer;
}

ReferralDraft kept_draft(sql::Connection& db, const Submission& submission) {
    auto draft = submission.draft;
    const auto lines = store::lines_of(db, submission.referral.version);
    draft.parts = parts_in_order(draft.parts, {lines, submission.referral.questions});
    draft.author = text::one_line(draft.author);
    draft.case_number = text::one_line(draft.case_number);
    return draft;
}

void keep_files_of(const Act& act, ReferralAnswer& answer, const std::vector<CheckedFile>& files) {
    if (files.empty()) return;
    for (const auto& before : answer.files) store::remove(tx(act), before);
    answer.files = keep_files(act, files, answer.id);
}

Inspel inspel_of(sql::Connection& db, const Checked& checked, const Referral& referral, Instant received) {
    auto inspel = checked.composed.inspel;
    inspel.activity = referral.activity;
    for (const auto& activity : store::activities_of(db, referral.process))
        if (activity.id == referral.activity) inspel.step = activity.step;
    inspel.received_at = received;
    return inspel;
}

bool has_another(sql::Connection& db, const Submission& submission) {
    if (!submission.party) return false;
    return store::unsent_answer_of(db, submission.party->id) ||
           store::standing_answer_of(db, submission.party->id);
}

Receipt send(const Act& act, ReferralAnswer& answer, Inspel composed, SenderDetails details) {
    details.files = answer.files;
    const auto receipt = keep_inspel(act, std::move(composed), details);
    answer.inspel = receipt.inspel;
    answer.draft.contact.clear();
    answer.comment.clear();
    store::change(tx(act), answer);
    const auto name = [&](Id<Inspel> id) {
        return object_named(ObjectKind::inspel, store::find_inspel(act.db(), id).value().public_id);
    };
    LogRecord entry{EntryType::referral_answer_received, name(receipt.inspel)};
    if (const auto party = store::find_party(act.db(), answer.party))
        entry.committed.push_back({"party", party->name});
    entry.committed.push_back({"position", answer.draft.position});
    entry.committed.push_back({"positions", positions_of(answer.draft)});
    if (const auto before = store::find_answer(act.db(), answer.replaces))
        entry.said.push_back({"replaces", name(before->inspel)});
    record(act, entry);
    return receipt;
}

std::int64_t record_kept(
    const Act& act, EntryType type, const ReferralAnswer& answer, const std::vector<Committed>& committed) {
    const auto referral = store::find_referral(act.db(), answer.referral).value();
    return record(
        act, type, part_named(app::object(referral), ObjectKind::answer, answer.public_id), committed);
}

Receipt send_now(const Act& act, ReferralAnswer answer, const Referral& referral,
    const answering::Checked& ready, const std::string& secret) {
    const FormSubmission form{answer.form_key, secret};
    answer.draft.parts = ready.composed.parts;
    return answering::send(act, answer, answering::inspel_of(act.db(), ready, referral, act.now()),
        {answer.draft.contact, answer.form_key, code_of(form, act.process())});
}

}  // namespace medskapa::app::answering
