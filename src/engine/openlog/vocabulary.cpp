#include "engine/openlog/vocabulary.hpp"

#include "base/time.hpp"
#include "engine/openlog/lines.hpp"

#include <unordered_map>

namespace medskapa::openlog {
namespace {

struct Row {
    std::string_view name = {};
    std::vector<DemandedField> fields = {};
};

/// Empty beyond the last type.
Row row_of(EntryType type) {
    switch (type) {
        case EntryType::log_opened: return {"log.opened", {{"vkey"}}};
        case EntryType::key_rotated: return {"key.rotated", {{"vkey"}, {"signature"}}};
        case EntryType::log_restored: return {"log.restored", {{"entries", FieldForm::number}}};
        case EntryType::program_changed:
            return {"program.changed", {{"version"}, {"sha256", FieldForm::digest}}};
        case EntryType::rules_changed:
            return {"rules.changed", {{"document"}, {"sha256", FieldForm::digest}}};
        case EntryType::backup_key_destroyed: return {"backup_key.destroyed", {{"month"}}};
        case EntryType::process_opened: return {"process.opened"};
        case EntryType::process_described: return {"process.described"};
        case EntryType::process_choices_changed: return {"process.choices_changed"};
        case EntryType::step_published: return {"step.published"};
        case EntryType::step_withdrawn: return {"step.withdrawn"};
        case EntryType::activity_published: return {"activity.published"};
        case EntryType::activity_withdrawn: return {"activity.withdrawn"};
        case EntryType::event_published: return {"event.published"};
        case EntryType::event_withdrawn: return {"event.withdrawn"};
        case EntryType::news_published: return {"news.published"};
        case EntryType::news_withdrawn: return {"news.withdrawn"};
        case EntryType::body_published: return {"body.published"};
        case EntryType::body_seat_filled: return {"body.seat_filled"};
        case EntryType::body_seat_ended: return {"body.seat_ended"};
        case EntryType::role_granted: return {"role.granted"};
        case EntryType::role_revoked: return {"role.revoked"};
        case EntryType::inspel_received: return {"inspel.received"};
        case EntryType::inspel_published: return {"inspel.published"};
        case EntryType::inspel_declined: return {"inspel.declined"};
        case EntryType::inspel_reopened: return {"inspel.reopened"};
        case EntryType::inspel_edited: return {"inspel.edited"};
        case EntryType::inspel_redacted: return {"inspel.redacted"};
        case EntryType::inspel_withdrawn: return {"inspel.withdrawn"};
        case EntryType::inspel_erased: return {"inspel.erased", {{"part"}, {"ground"}, {"case_number"}}};
        case EntryType::addition_received: return {"addition.received"};
        case EntryType::addition_shown: return {"addition.shown"};
        case EntryType::amendment_proposed: return {"amendment.proposed"};
        case EntryType::issue_added: return {"issue.added"};
        case EntryType::issue_removed: return {"issue.removed"};
        case EntryType::issue_assigned: return {"issue.assigned"};
        case EntryType::issue_grouped: return {"issue.grouped"};
        case EntryType::issue_ungrouped: return {"issue.ungrouped"};
        case EntryType::issue_answered: return {"issue.answered"};
        case EntryType::issue_answer_corrected: return {"issue.answer_corrected"};
        case EntryType::answer_written: return {"answer.written"};
        case EntryType::text_block_added: return {"text_block.added"};
        case EntryType::text_block_removed: return {"text_block.removed"};
        case EntryType::document_added: return {"document.added", {{"sha256", FieldForm::digest}}};
        case EntryType::document_frozen:
            return {"document.frozen", {{"sha256", FieldForm::digest}, {"document"}}};
        case EntryType::text_changed: return {"text.changed", {{"sha256", FieldForm::digest}}};
        case EntryType::text_classified: return {"text.classified"};
        case EntryType::change_linked: return {"change.linked"};
        case EntryType::referral_sent: return {"referral.sent"};
        case EntryType::referral_party_invited: return {"referral.party_invited"};
        case EntryType::referral_party_extended: return {"referral.party_extended"};
        case EntryType::referral_party_reminded: return {"referral.party_reminded"};
        case EntryType::referral_party_abstained: return {"referral.party_abstained"};
        case EntryType::referral_answer_held: return {"referral.answer_held"};
        case EntryType::referral_answer_received: return {"referral.answer_received"};
        case EntryType::referral_answer_registered: return {"referral.answer_registered"};
        case EntryType::referral_file_shown: return {"referral.file_shown"};
        case EntryType::referral_file_hidden: return {"referral.file_hidden"};
        case EntryType::statement_proposed: return {"statement.proposed"};
        case EntryType::statement_seeded: return {"statement.seeded"};
        case EntryType::statement_accepted: return {"statement.accepted"};
        case EntryType::statement_rejected: return {"statement.rejected", {{"reason"}}};
        case EntryType::statement_reopened: return {"statement.reopened"};
        case EntryType::statement_converted: return {"statement.converted", {{"inspel"}}};
        case EntryType::votes_committed:
            return {"votes.committed", {{"count", FieldForm::number}, {"root", FieldForm::digest}}};
        case EntryType::votes_imported: return {"votes.imported", {{"count", FieldForm::number}}};
        case EntryType::votes_withdrawn: return {"votes.withdrawn"};
        case EntryType::votes_opened:
            return {"votes.opened", {{"count", FieldForm::number}, {"opened", FieldForm::number},
                                        {"withheld", FieldForm::number}, {"openings"}}};
        case EntryType::conversation_moderation_changed:
            return {"conversation.moderation_changed", {{"moderation"}}};
        case EntryType::conversation_population_changed: return {"conversation.population_changed"};
        case EntryType::conversation_group_named:
            return {"conversation.group_named", {{"group", FieldForm::number}}};
        case EntryType::conversation_closed: return {"conversation.closed"};
        case EntryType::conversation_reopened: return {"conversation.reopened"};
        case EntryType::conversation_frozen:
            return {"conversation.frozen", {{"sha256", FieldForm::digest}, {"votes", FieldForm::number}}};
        case EntryType::completeness_declared: return {"completeness.declared"};
        case EntryType::completeness_waived: return {"completeness.waived"};
        case EntryType::consultation_noted:
            return {"consultation.noted", {{"date", FieldForm::day}, {"event"}}};
        case EntryType::consultation_minutes_registered:
            return {
                "consultation.minutes_registered", {{"date", FieldForm::day}, {"sha256", FieldForm::digest}}};
        case EntryType::consultation_outcome_changed: return {"consultation.outcome_changed", {{"outcome"}}};
        case EntryType::decision_taken:
            return {"decision.taken",
                {{"body"}, {"date", FieldForm::day}, {"case_number"}, {"sha256", FieldForm::digest}}};
        case EntryType::decision_announced: return {"decision.announced", {{"date", FieldForm::day}}};
        case EntryType::dataset_imported:
            return {"dataset.imported", {{"sha256", FieldForm::digest}, {"cells", FieldForm::number}}};
        case EntryType::map_imported: return {"map.imported", {{"sha256", FieldForm::digest}, {"level"}}};
    }
    return {};
}

const std::vector<Row>& rows() {
    static const auto all = [] {
        std::vector<Row> made;
        for (auto row = row_of(EntryType{}); !row.name.empty();
             row = row_of(static_cast<EntryType>(made.size())))
            made.push_back(std::move(row));
        return made;
    }();
    return all;
}

const Row& row(EntryType type) {
    return rows().at(static_cast<std::size_t>(type));
}

bool has_form(std::string_view value, FieldForm form) {
    switch (form) {
        case FieldForm::text: return true;
        case FieldForm::number: return read_number(value).has_value();
        case FieldForm::digest: return read_digest(value).has_value();
        case FieldForm::day: return time::read_day(value).has_value();
    }
    return false;
}

}  // namespace

const std::vector<EntryType>& entry_types() {
    static const auto all = [] {
        std::vector<EntryType> made;
        for (std::size_t i = 0; i < rows().size(); ++i) made.push_back(static_cast<EntryType>(i));
        return made;
    }();
    return all;
}

std::string_view name_of(EntryType type) {
    return row(type).name;
}

std::optional<EntryType> entry_type_named(std::string_view name) {
    static const auto by_name = [] {
        std::unordered_map<std::string_view, EntryType> made;
        for (const auto type : entry_types()) made.emplace(name_of(type), type);
        return made;
    }();
    const auto found = by_name.find(name);
    return found == by_name.end() ? std::nullopt : std::optional{found->second};
}

const std::vector<DemandedField>& demanded_fields(EntryType type) {
    return row(type).fields;
}

std::vector<std::string_view> unsound_fields(EntryType type, const Entry& entry) {
    std::vector<std::string_view> unsound;
    for (const auto& [key, form] : demanded_fields(type)) {
        const auto value = entry.field(key);
        if (!value || !has_form(*value, form)) unsound.push_back(key);
    }
    return unsound;
}

}  // namespace medskapa::openlog
