#pragma once

#include "base/names.hpp"
#include "engine/openlog/entry.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// The vocabulary of the open log: every type of entry, its name in the log, and the fields that it must
/// hold. docs/open-log.md shows the same to readers, and a test compares the two.
namespace medskapa::openlog {

/// What an entry is about, and what happened to it. A name in the log never changes its meaning.
enum class EntryType {
    log_opened,
    key_rotated,
    log_restored,
    program_changed,
    rules_changed,
    backup_key_destroyed,
    site_described,
    lack_reported,
    lack_closed,
    process_opened,
    process_described,
    process_choices_changed,
    step_published,
    step_withdrawn,
    activity_published,
    activity_withdrawn,
    event_published,
    event_withdrawn,
    news_published,
    news_withdrawn,
    body_published,
    body_seat_filled,
    body_seat_ended,
    role_granted,
    role_revoked,
    inspel_received,
    inspel_published,
    inspel_declined,
    inspel_reopened,
    inspel_edited,
    inspel_redacted,
    inspel_withdrawn,
    inspel_erased,
    addition_received,
    addition_shown,
    amendment_proposed,
    issue_added,
    issue_removed,
    issue_assigned,
    issue_grouped,
    issue_ungrouped,
    issue_answered,
    issue_answer_corrected,
    answer_written,
    text_block_added,
    text_block_removed,
    document_added,
    document_frozen,
    text_changed,
    text_classified,
    change_linked,
    referral_sent,
    referral_party_invited,
    referral_party_extended,
    referral_party_reminded,
    referral_party_abstained,
    referral_answer_held,
    referral_answer_received,
    referral_answer_registered,
    referral_file_shown,
    referral_file_hidden,
    statement_proposed,
    statement_seeded,
    statement_accepted,
    statement_rejected,
    statement_reopened,
    statement_converted,
    votes_committed,
    votes_imported,
    votes_exported,
    votes_withdrawn,
    votes_opened,
    conversation_moderation_changed,
    conversation_population_changed,
    conversation_group_named,
    conversation_closed,
    conversation_reopened,
    conversation_frozen,
    completeness_declared,
    completeness_waived,
    consultation_noted,
    consultation_minutes_registered,
    consultation_outcome_changed,
    decision_taken,
    decision_announced,
    dataset_imported,
    map_imported,
    run_made,
    run_removed,
    run_cited,
    citation_reviewed,
    sign_in_reset,
};

}  // namespace medskapa::openlog

namespace medskapa {

template <>
inline constexpr auto names_of<openlog::EntryType> = names<openlog::EntryType>({
    {openlog::EntryType::log_opened, "log.opened"},
    {openlog::EntryType::key_rotated, "key.rotated"},
    {openlog::EntryType::log_restored, "log.restored"},
    {openlog::EntryType::program_changed, "program.changed"},
    {openlog::EntryType::rules_changed, "rules.changed"},
    {openlog::EntryType::backup_key_destroyed, "backup_key.destroyed"},
    {openlog::EntryType::site_described, "site.described"},
    {openlog::EntryType::lack_reported, "lack.reported"},
    {openlog::EntryType::lack_closed, "lack.closed"},
    {openlog::EntryType::process_opened, "process.opened"},
    {openlog::EntryType::process_described, "process.described"},
    {openlog::EntryType::process_choices_changed, "process.choices_changed"},
    {openlog::EntryType::step_published, "step.published"},
    {openlog::EntryType::step_withdrawn, "step.withdrawn"},
    {openlog::EntryType::activity_published, "activity.published"},
    {openlog::EntryType::activity_withdrawn, "activity.withdrawn"},
    {openlog::EntryType::event_published, "event.published"},
    {openlog::EntryType::event_withdrawn, "event.withdrawn"},
    {openlog::EntryType::news_published, "news.published"},
    {openlog::EntryType::news_withdrawn, "news.withdrawn"},
    {openlog::EntryType::body_published, "body.published"},
    {openlog::EntryType::body_seat_filled, "body.seat_filled"},
    {openlog::EntryType::body_seat_ended, "body.seat_ended"},
    {openlog::EntryType::role_granted, "role.granted"},
    {openlog::EntryType::role_revoked, "role.revoked"},
    {openlog::EntryType::inspel_received, "inspel.received"},
    {openlog::EntryType::inspel_published, "inspel.published"},
    {openlog::EntryType::inspel_declined, "inspel.declined"},
    {openlog::EntryType::inspel_reopened, "inspel.reopened"},
    {openlog::EntryType::inspel_edited, "inspel.edited"},
    {openlog::EntryType::inspel_redacted, "inspel.redacted"},
    {openlog::EntryType::inspel_withdrawn, "inspel.withdrawn"},
    {openlog::EntryType::inspel_erased, "inspel.erased"},
    {openlog::EntryType::addition_received, "addition.received"},
    {openlog::EntryType::addition_shown, "addition.shown"},
    {openlog::EntryType::amendment_proposed, "amendment.proposed"},
    {openlog::EntryType::issue_added, "issue.added"},
    {openlog::EntryType::issue_removed, "issue.removed"},
    {openlog::EntryType::issue_assigned, "issue.assigned"},
    {openlog::EntryType::issue_grouped, "issue.grouped"},
    {openlog::EntryType::issue_ungrouped, "issue.ungrouped"},
    {openlog::EntryType::issue_answered, "issue.answered"},
    {openlog::EntryType::issue_answer_corrected, "issue.answer_corrected"},
    {openlog::EntryType::answer_written, "answer.written"},
    {openlog::EntryType::text_block_added, "text_block.added"},
    {openlog::EntryType::text_block_removed, "text_block.removed"},
    {openlog::EntryType::document_added, "document.added"},
    {openlog::EntryType::document_frozen, "document.frozen"},
    {openlog::EntryType::text_changed, "text.changed"},
    {openlog::EntryType::text_classified, "text.classified"},
    {openlog::EntryType::change_linked, "change.linked"},
    {openlog::EntryType::referral_sent, "referral.sent"},
    {openlog::EntryType::referral_party_invited, "referral.party_invited"},
    {openlog::EntryType::referral_party_extended, "referral.party_extended"},
    {openlog::EntryType::referral_party_reminded, "referral.party_reminded"},
    {openlog::EntryType::referral_party_abstained, "referral.party_abstained"},
    {openlog::EntryType::referral_answer_held, "referral.answer_held"},
    {openlog::EntryType::referral_answer_received, "referral.answer_received"},
    {openlog::EntryType::referral_answer_registered, "referral.answer_registered"},
    {openlog::EntryType::referral_file_shown, "referral.file_shown"},
    {openlog::EntryType::referral_file_hidden, "referral.file_hidden"},
    {openlog::EntryType::statement_proposed, "statement.proposed"},
    {openlog::EntryType::statement_seeded, "statement.seeded"},
    {openlog::EntryType::statement_accepted, "statement.accepted"},
    {openlog::EntryType::statement_rejected, "statement.rejected"},
    {openlog::EntryType::statement_reopened, "statement.reopened"},
    {openlog::EntryType::statement_converted, "statement.converted"},
    {openlog::EntryType::votes_committed, "votes.committed"},
    {openlog::EntryType::votes_imported, "votes.imported"},
    {openlog::EntryType::votes_exported, "votes.exported"},
    {openlog::EntryType::votes_withdrawn, "votes.withdrawn"},
    {openlog::EntryType::votes_opened, "votes.opened"},
    {openlog::EntryType::conversation_moderation_changed, "conversation.moderation_changed"},
    {openlog::EntryType::conversation_population_changed, "conversation.population_changed"},
    {openlog::EntryType::conversation_group_named, "conversation.group_named"},
    {openlog::EntryType::conversation_closed, "conversation.closed"},
    {openlog::EntryType::conversation_reopened, "conversation.reopened"},
    {openlog::EntryType::conversation_frozen, "conversation.frozen"},
    {openlog::EntryType::completeness_declared, "completeness.declared"},
    {openlog::EntryType::completeness_waived, "completeness.waived"},
    {openlog::EntryType::consultation_noted, "consultation.noted"},
    {openlog::EntryType::consultation_minutes_registered, "consultation.minutes_registered"},
    {openlog::EntryType::consultation_outcome_changed, "consultation.outcome_changed"},
    {openlog::EntryType::decision_taken, "decision.taken"},
    {openlog::EntryType::decision_announced, "decision.announced"},
    {openlog::EntryType::dataset_imported, "dataset.imported"},
    {openlog::EntryType::map_imported, "map.imported"},
    {openlog::EntryType::run_made, "run.made"},
    {openlog::EntryType::run_removed, "run.removed"},
    {openlog::EntryType::run_cited, "run.cited"},
    {openlog::EntryType::citation_reviewed, "citation.reviewed"},
    {openlog::EntryType::sign_in_reset, "sign_in.reset"},
});

}  // namespace medskapa

namespace medskapa::openlog {

/// Nothing for a name that is not in the vocabulary: other logs may have other types.
std::optional<EntryType> entry_type_named(std::string_view);

/// How the value of a field is written.
enum class FieldForm {
    text,
    number,  // decimal digits without sign or leading zeros, below 2^64
    digest,  // SHA-256 in base 64, as everywhere in the log
    day,     // 2027-03-01
};

struct DemandedField {
    std::string_view key = {};
    FieldForm form = FieldForm::text;
};
const std::vector<DemandedField>& demanded_fields(EntryType);

/// The keys of the demanded fields that the entry lacks or holds in another form.
std::vector<std::string_view> unsound_fields(EntryType, const Entry&);

}  // namespace medskapa::openlog
