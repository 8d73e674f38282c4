#include "app/act/entry_type.hpp"

#include "engine/openlog/vocabulary.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace medskapa::app {
namespace {

using openlog::EntryType;

/// By the verb's word, or that and the kind of the object.
const std::map<std::string, EntryType> types{
    {"backup.key_destroyed", EntryType::backup_key_destroyed},
    {"config rules", EntryType::rules_changed},
    {"config process", EntryType::process_choices_changed},
    {"config role", EntryType::role_granted},
    {"config text", EntryType::text_classified},
    {"config opinion", EntryType::conversation_moderation_changed},
    {"page.published process", EntryType::process_described},
    {"page.published activity", EntryType::activity_published},
    {"page.published event", EntryType::event_published},
    {"page.published news", EntryType::news_published},
    {"page.published body", EntryType::body_published},
    {"page.withdrawn step", EntryType::step_withdrawn},
    {"page.withdrawn activity", EntryType::activity_withdrawn},
    {"page.withdrawn event", EntryType::event_withdrawn},
    {"page.withdrawn news", EntryType::news_withdrawn},
    {"process.phase", EntryType::step_published},
    {"inspel.completed", EntryType::addition_received},
    {"inspel.moderated", EntryType::inspel_declined},
    {"inspel.split", EntryType::issue_added},
    {"inspel.joined", EntryType::issue_removed},
    {"inspel.answered", EntryType::issue_answered},
    {"erased", EntryType::inspel_erased},
    {"link", EntryType::change_linked},
    {"remiss.sent", EntryType::referral_sent},
    {"remiss.invited", EntryType::referral_party_invited},
    {"remiss.extended", EntryType::referral_party_extended},
    {"remiss.reminded", EntryType::referral_party_reminded},
    {"remiss.abstained", EntryType::referral_party_abstained},
    {"remiss.held", EntryType::referral_answer_held},
    {"remiss.answered", EntryType::referral_answer_received},
    {"remiss.registered", EntryType::referral_answer_registered},
    {"remiss.file_shown", EntryType::referral_file_shown},
    {"remiss.file_hidden", EntryType::referral_file_hidden},
    {"statement.pending", EntryType::statement_reopened},
    {"statement.taken_up", EntryType::statement_converted},
    {"votes.batch", EntryType::votes_committed},
    {"population.set", EntryType::conversation_population_changed},
    {"group.named", EntryType::conversation_group_named},
    {"analysis.snapshot", EntryType::conversation_frozen},
    {"answers.declared", EntryType::completeness_declared},
    {"answers.waived", EntryType::completeness_waived},
    {"consultation", EntryType::consultation_minutes_registered},
    {"consultation.outcome", EntryType::consultation_outcome_changed},
    {"decision", EntryType::decision_taken},
    {"decision.noticed", EntryType::decision_announced},
};

bool commits_to(const openlog::Entry& entry, std::string_view label) {
    return std::any_of(entry.commitments.begin(), entry.commitments.end(),
        [&](const openlog::Commitment& one) { return one.label == label; });
}

EntryType type_of(const std::string& type, const openlog::Entry& entry) {
    if (type == "inspel.published" && commits_to(entry, "addition")) return EntryType::addition_shown;
    if (type == "text.version") {
        if (entry.field("document")) return EntryType::document_frozen;
        return commits_to(entry, "reason") ? EntryType::text_changed : EntryType::document_added;
    }
    for (const auto& word : {type + ' ' + entry.object.substr(0, entry.object.find('/')), type})
        if (const auto found = types.find(word); found != types.end()) return found->second;
    const auto known = openlog::entry_type_named(type);
    if (!known) throw std::logic_error{"The log has no entries of the type " + type};
    return *known;
}

}  // namespace

std::string type_in_log(const std::string& type, const openlog::Entry& entry) {
    const auto known = type_of(type, entry);
    for (const auto key : openlog::unsound_fields(known, entry))
        throw std::logic_error{"An entry of the type " + type + " must hold " + std::string{key}};
    return std::string{name_of(known)};
}

}  // namespace medskapa::app
