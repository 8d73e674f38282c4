#include "web/law/retention_times.hpp"

#include <algorithm>

namespace medskapa::web::law {
namespace {

std::string amount_of(const RetentionRule& rule, const Words& words) {
    switch (rule.unit) {
        case RetentionRule::Unit::day: return words.count("{} day", "{} days", rule.amount);
        case RetentionRule::Unit::month: return words.count("{} month", "{} months", rule.amount);
        case RetentionRule::Unit::year: break;
    }
    return words.count("{} year", "{} years", rule.amount);
}

std::string sentence_of(
    const RetentionRule& rule, const std::vector<Process>& processes, const Words& words) {
    const auto what = shown(rule.kind, words);
    for (const auto& process : processes)
        if (process.id == rule.process)
            return words("{}, in {}: erased {}, {}.", what, words.in(process.name), time_of(rule, words),
                decision_of(rule, words));
    return words("{}: erased {}, {}.", what, time_of(rule, words), decision_of(rule, words));
}

}  // namespace

std::string time_of(const RetentionRule& rule, const Words& words) {
    return words("{} after {}", amount_of(rule, words), shown(rule.event, words));
}

std::string decision_of(const RetentionRule& rule, const Words& words) {
    return words("decision {} of {}", rule.decision, words.day(rule.decided_on));
}

std::string_view column_of(RetentionKind kind) {
    switch (kind) {
        case RetentionKind::sender_contact: return "inspel_contact.contact";
        case RetentionKind::sender_files: return "original_bytes.bytes";
        case RetentionKind::mail:
        case RetentionKind::site_mail: return "mail.recipient";
        case RetentionKind::followers: return "subscriber.address";
        case RetentionKind::party_contact: return "party.contact";
        case RetentionKind::reports: return "content_report.text";
        case RetentionKind::refusals: return "inspel.decline_note";
        case RetentionKind::requests: return "own_request.text";
        case RetentionKind::extract_uses: return "extract_use.staff_id";
        case RetentionKind::sign_ins: return "session.staff_id";
        case RetentionKind::lack_reports: break;
    }
    return "lack_report.text";
}

std::vector<std::string> times_of(const PersonalThing& thing, const std::vector<RetentionRule>& rules,
    const std::vector<Process>& processes, const Words& words) {
    std::vector<std::string> times;
    for (const auto& rule : rules)
        if (std::find(thing.columns.begin(), thing.columns.end(), column_of(rule.kind)) !=
            thing.columns.end())
            times.push_back(sentence_of(rule, processes, words));
    return times;
}

}  // namespace medskapa::web::law
