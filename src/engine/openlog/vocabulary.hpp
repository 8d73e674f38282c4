#pragma once

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
};

/// All of them, in the order above.
const std::vector<EntryType>& entry_types();

/// "inspel.received": the noun, a full stop, and what happened.
std::string_view name_of(EntryType);
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
