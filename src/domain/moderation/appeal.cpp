#include "domain/moderation/appeal.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

namespace medskapa {
namespace {

constexpr std::size_t longest_appeal = 5'000;

void limit(std::vector<Complaint>& complaints, Field field, const std::string& value) {
    if (text::length(value) > longest_appeal)
        complaints.push_back({field, N_("Write at most {} characters"), {longest_appeal}});
}

}  // namespace

Result<Appeal> compose_appeal(const std::string& typed) {
    Appeal appeal;
    appeal.text = text::trimmed(text::cleaned(typed));
    std::vector<Complaint> complaints;
    if (appeal.text.empty())
        complaints.push_back({Field::reason, N_("Write why you think that the inspel should be shown")});
    limit(complaints, Field::reason, appeal.text);
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return appeal;
}

bool may_look_again(const Refusal& refusal, Id<User> person) {
    return !refusal.decided_by || refusal.decided_by != person;
}

Result<Appeal> decide(
    Appeal appeal, const Refusal& refusal, const AppealRuling& ruling, Id<User> by, Instant now) {
    if (appeal.decided_at) return refuse(Failure::Kind::conflict);
    if (!may_look_again(refusal, by)) return refuse(Failure::Kind::not_allowed);
    std::vector<Complaint> complaints;
    Appeal::Outcome outcome{};
    if (!find_name<Appeal::Outcome>(ruling.outcome, outcome))
        complaints.push_back({Field::outcome, N_("Choose what becomes of it")});
    appeal.answer = text::trimmed(text::cleaned(ruling.answer));
    if (appeal.answer.empty()) complaints.push_back({Field::answer, N_("Write why. The sender reads it")});
    limit(complaints, Field::answer, appeal.answer);
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);

    appeal.outcome = outcome;
    appeal.decided_at = now;
    appeal.decided_by = by;
    return appeal;
}

}  // namespace medskapa
