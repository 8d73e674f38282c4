#include "app/referral/answer_draft.hpp"
#include "app/referral/answering.hpp"
#include "base/digest.hpp"
#include "store/referral/referral_store.hpp"

/// What a kept answer says, against what a page has shown or brings.
namespace medskapa::app {
namespace {

/// Also where it is on its way.
std::string digest_of_words(const ReferralAnswer& answer) {
    const auto& draft = answer.draft;
    std::string all;
    const auto take = [&](const std::string& value) {
        all += std::to_string(value.size()) + ':' + value + '\n';
    };
    take(std::string{name_of(answer.stage)});
    for (const auto* value : {&draft.position, &draft.title, &draft.organisation, &draft.actor_kind,
             &draft.municipality, &draft.case_number, &draft.contact, &draft.author})
        take(*value);
    for (const auto& part : draft.parts) {
        take(part.code);
        take(std::to_string(part.question));
        take(part.position);
        take(part.text);
    }
    return hex(as_text(sha256(all)));
}

std::string digest_of_files(const ReferralAnswer& answer) {
    std::string all;
    for (const auto& file : answer.files) all += file.digest + '\n';
    return hex(as_text(sha256(all)));
}

bool brings_the_files_of(const ReferralAnswer& answer, const Submission& submission) {
    const auto files = app::checked(submission.files, FileKinds::mail);
    return files && are_the_same(answer.files, *files);
}

}  // namespace

namespace answering {

bool throws_away_no_files(const ReferralAnswer& answer, const Submission& submission) {
    if (submission.files.empty()) return true;
    const auto at = submission.seen.find('.');
    if (at != std::string::npos && submission.seen.substr(at + 1) == digest_of_files(answer)) return true;
    return brings_the_files_of(answer, submission);
}

bool says_the_same(sql::Connection& db, const ReferralAnswer& answer, const Submission& submission) {
    auto same = answer;
    same.draft = answering::kept_draft(db, submission);
    if (answer.is_sent()) same.draft.contact.clear();  // it went to the inspel
    return digest_of_words(same) == digest_of_words(answer);
}

}  // namespace answering

bool is_what_was_sent(sql::Connection& db, const ReferralAnswer& answer, const Submission& submission) {
    if (!answer.is_sent() || !answering::says_the_same(db, answer, submission)) return false;
    return submission.files.empty() || brings_the_files_of(answer, submission);
}

bool is_overtaken(sql::Connection& db, const ReferralAnswer& answer) {
    if (!answer.party) return false;
    const auto standing = store::standing_answer_of(db, answer.party);
    return standing && standing->id != answer.replaces;
}

std::string digest_of(const ReferralAnswer& answer) {
    return digest_of_words(answer) + '.' + digest_of_files(answer);
}

}  // namespace medskapa::app
