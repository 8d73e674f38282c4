#include "app/referral/referral_answer.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/referral/answering.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/inspel/original_file_store.hpp"
#include "store/referral/columns.hpp"
#include "store/referral/referral_store.hpp"

namespace medskapa::app {
namespace {

/// The receipt of what this form has sent already, if all that it says is the same.
Result<Receipt> receipt_again(const Act& act, const Inspel& kept, const answering::Checked& sent,
    const Submission& submission, const FormSubmission& form) {
    const bool has_same_files = are_the_same(store::files_of(act.db(), kept.id), sent.files);
    const auto& inspel = sent.composed.inspel;
    if (!has_same_files || kept.text != inspel.text || kept.organisation != inspel.organisation)
        return refuse(Failure::Kind::conflict);
    const auto before = store::answer_of(act.db(), kept.id);
    const bool has_same_contact =
        store::contact_of(act.db(), kept.id) == text::one_line(submission.draft.contact);
    if (!before || !has_same_contact ||
        positions_of(before->draft) != positions_of(answering::kept_draft(act.db(), submission)))
        return refuse(Failure::Kind::conflict);
    return Receipt{kept.id, kept.number, code_of(form, act.process()), 0, true};
}

Result<ReferralAnswer> sent_answer(const Act& act, Id<ReferralAnswer> id) {
    auto answer = store::find_answer(act.db(), id);
    if (!answer || answer->process != act.process().id || !answer->is_sent())
        return refuse(Failure::Kind::not_found);
    return *std::move(answer);
}

/// What a letter takes the place of: the answer of its party that counts, unless that came after it.
Id<ReferralAnswer> replaced_by(sql::Connection& db, const Submission& submission, Instant received) {
    const auto standing =
        submission.party ? store::standing_answer_of(db, submission.party->id) : std::nullopt;
    const bool is_older = standing && store::find_inspel(db, standing->inspel)->received_at <= received;
    return is_older ? standing->id : Id<ReferralAnswer>{};
}

std::string object(const Act& act, const ReferralAnswer& answer) {
    return object_named(ObjectKind::inspel, store::find_inspel(act.db(), answer.inspel).value().public_id);
}

}  // namespace

bool has_answer(sql::Connection& db, const Party& party) {
    const auto standing = store::standing_answer_of(db, party.id);
    if (!standing) return false;
    const auto state = store::find_inspel(db, standing->inspel)->state;
    return state == Inspel::State::received || state == Inspel::State::published;
}

Result<Receipt> answer_referral(
    Permitted<Action::answer_referral> act, const Submission& submission, const FormSubmission& form) {
    const auto& process = act.process();
    if (!answering::belongs_here(act, submission)) return refuse(Failure::Kind::not_allowed);
    const auto ready = answering::checked(act.db(), process, submission);
    if (!ready) return tl::unexpected{ready.error()};
    if (const auto kept = store::inspel_of_form(act.db(), process.id, form.form_key))
        return receipt_again(act, *kept, *ready, submission, form);
    if (store::answer_of_form(act.db(), process.id, form.form_key)) return refuse(Failure::Kind::conflict);
    if (answering::has_another(act.db(), submission)) return refuse(Failure::Kind::conflict);
    if (!takes_answer(submission.referral, submission.party, submission.today))
        return refuse(Failure::Kind::closed);

    auto answer = answering::answer_to(submission);
    answer.draft = answering::kept_draft(act.db(), submission);
    answer.draft.contact.clear();
    answer.id = store::add(tx(act), answer);
    answering::keep_files_of(act, answer, ready->files);
    return answering::send(act, answer,
        answering::inspel_of(act.db(), *ready, submission.referral, act.now()),
        {submission.draft.contact, form.form_key, code_of(form, process)});
}

Result<Receipt> register_answer(
    Permitted<Action::run_referral> act, const Submission& submission, const Registration& registration) {
    const auto& process = act.process();
    if (!answering::belongs_here(act, submission)) return refuse(Failure::Kind::not_allowed);
    const auto ready = answering::checked(act.db(), process, submission);
    if (!ready) return tl::unexpected{ready.error()};
    if (registration.received_at > act.now())
        return refuse(Failure::Kind::invalid, {{Field::received, N_("Choose a day that has been")}});
    auto answer = answering::answer_to(submission);
    answer.replaces = replaced_by(act.db(), submission, registration.received_at);
    answer.arrived_by = registration.arrived_by;
    answer.case_number = text::one_line(registration.case_number);
    answer.draft = answering::kept_draft(act.db(), submission);
    answer.draft.contact.clear();
    answer.id = store::add(tx(act), answer);
    answering::keep_files_of(act, answer, ready->files);
    const auto code = code_of({hex(random_bytes(16)), registration.secret}, process);
    return answering::send(act, answer,
        answering::inspel_of(act.db(), *ready, submission.referral, registration.received_at),
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

Result<ReferralAnswer> confirm_sender(
    Permitted<Action::run_referral> act, Id<ReferralAnswer> id, const std::optional<Party>& party) {
    auto answer = sent_answer(act, id);
    if (!answer) return answer;
    if (party && party->referral != answer->referral) return refuse(Failure::Kind::not_allowed);
    demand_seen<store::tables::referral_answer>(act, *answer);
    if (answer->is_from_whom_it_says()) return refuse(Failure::Kind::conflict);
    if (party && has_answer(act.db(), *party))
        return refuse(Failure::Kind::invalid,
            {{Field::organisation, N_("{} has another answer already. Ask them which one counts"),
                {party->name}}});
    answer->confirmed_at = act.now();
    if (party) answer->party = party->id;
    store::change(tx(act), *answer);
    std::vector<Committed> committed;
    if (party) committed.push_back({"party", party->name});
    record(act, EntryType::referral_sender_confirmed, object(act, *answer), committed);
    return answer;
}

std::optional<Party> named_party(sql::Connection& db, Id<Referral> referral, std::string_view organisation) {
    const auto name = text::lower(text::one_line(std::string{organisation}));
    if (name.empty()) return std::nullopt;
    const auto parties = store::parties_of(db, referral);
    for (const auto& party : parties)
        if (text::lower(party.name) == name) return party;
    return std::nullopt;
}

}  // namespace medskapa::app
