#include "domain/moderation/content_report.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

namespace medskapa {
namespace {

constexpr std::size_t longest_contact = 200;
constexpr std::string_view something_else = "other";

void limit(std::vector<Complaint>& complaints, Field field, const std::string& value, std::size_t most) {
    if (text::length(value) > most) complaints.push_back({field, N_("Write at most {} characters"), {most}});
}

}  // namespace

Result<ContentReport> compose_report(const ReportDraft& draft) {
    ContentReport report;
    std::vector<Complaint> complaints;
    DeclineReason rule{};
    const bool is_known = find_name<DeclineReason>(draft.rule, rule);
    if (is_known)
        report.rule = rule;
    else if (draft.rule != something_else)
        complaints.push_back({Field::decline_reason, N_("Choose what is wrong")});
    report.text = text::trimmed(text::cleaned(draft.text));
    report.contact = text::one_line(draft.contact);
    if (report.text.empty()) complaints.push_back({Field::text, N_("Write why. Quote the words if you can")});
    limit(complaints, Field::text, report.text, longest_report);
    limit(complaints, Field::contact, report.contact, longest_contact);
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return report;
}

Result<ContentReport> decide(ContentReport report, const ReportRuling& ruling, Id<User> by, Instant now) {
    if (report.decided_at) return refuse(Failure::Kind::conflict);
    std::vector<Complaint> complaints;
    ContentReport::Outcome outcome{};
    DeclineReason rule{};
    if (!find_name<ContentReport::Outcome>(ruling.outcome, outcome))
        complaints.push_back({Field::outcome, N_("Choose what becomes of it")});
    else if (outcome == ContentReport::Outcome::taken_down && !find_name<DeclineReason>(ruling.rule, rule))
        complaints.push_back({Field::decline_reason, N_("Choose the rule that it breaks")});
    report.answer = text::trimmed(text::cleaned(ruling.answer));
    if (report.answer.empty())
        complaints.push_back({Field::answer, N_("Write why. The one who reported reads it")});
    limit(complaints, Field::answer, report.answer, longest_report);
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);

    report.outcome = outcome;
    report.decided_at = now;
    report.decided_by = by;
    return report;
}

}  // namespace medskapa
