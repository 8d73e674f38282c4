#include "app/referral/answer_draft.hpp"

#include "app/referral/answering.hpp"
#include "base/signer.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/referral/referral_store.hpp"

/// What the second person of an organisation does with an answer, and the ways to it.
namespace medskapa::app {
namespace {

using Stage = ReferralAnswer::Stage;
constexpr std::string_view writing = "medskapa.link.v1\nreferral-writer";
constexpr std::string_view approving = "medskapa.link.v1\nreferral-approver";
constexpr std::size_t longest_comment = 2000;

/// A kept answer that the second person has read as it stands, and who they are.
Result<ReferralAnswer> read_by_another(const Act& act, const Approval& approval) {
    auto answer = store::find_answer(act.db(), approval.answer);
    if (!answer || answer->process != act.process().id) return refuse(Failure::Kind::not_found);
    if (answer->is_sent() || answer->stage != Stage::waiting || digest_of(*answer) != approval.seen)
        return refuse(Failure::Kind::conflict);
    answer->approver = text::one_line(approval.approver);
    if (answer->approver.empty())
        return refuse(Failure::Kind::invalid, {{Field::approved_by, N_("Write your name")}});
    if (text::lower(answer->approver) == text::lower(answer->draft.author))
        return refuse(Failure::Kind::invalid,
            {{Field::approved_by,
                N_("The answer must be approved by somebody else than the one who wrote it")}});
    return *std::move(answer);
}

}  // namespace

Result<Receipt> approve_held(
    Permitted<Action::answer_referral> act, const Approval& approval, const std::string& secret) {
    auto answer = read_by_another(act, approval);
    if (!answer) return tl::unexpected{answer.error()};
    if (is_overtaken(act.db(), *answer)) return refuse(Failure::Kind::conflict);
    const auto referral = store::find_referral(act.db(), answer->referral).value();
    if (!takes_answer(referral, store::find_party(act.db(), answer->party), approval.today))
        return refuse(Failure::Kind::closed);
    answer->draft.wordless = approval.wordless;
    const auto ready =
        answering::checked(act.db(), act.process(), {referral, {}, answer->draft, {}, approval.today});
    if (!ready) return tl::unexpected{ready.error()};
    answer->approved_at = act.now();
    return answering::send_now(act, *std::move(answer), referral, *ready, secret);
}

Result<ReferralAnswer> return_held(
    Permitted<Action::answer_referral> act, const Approval& approval, const std::string& comment) {
    auto answer = read_by_another(act, approval);
    if (!answer) return answer;
    answer->comment = text::trimmed(text::cleaned(comment));
    if (answer->comment.empty())
        return refuse(Failure::Kind::invalid, {{Field::comment, N_("Write what should be changed")}});
    if (text::length(answer->comment) > longest_comment)
        return refuse(
            Failure::Kind::invalid, {{Field::comment, N_("Write at most {} characters"), {longest_comment}}});
    answer->stage = Stage::returned;
    answer->log_place = answering::record_kept(
        act, EntryType::referral_answer_returned, *answer, {{"comment", answer->comment}});
    store::change(tx(act), *answer);
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
