#include "engine/openlog/vocabulary.hpp"

#include "base/time.hpp"
#include "engine/openlog/lines.hpp"

#include <unordered_map>

namespace medskapa::openlog {
namespace {

std::vector<DemandedField> fields_of(EntryType type) {
    switch (type) {
        case EntryType::log_opened: return {{"vkey"}};
        case EntryType::key_rotated: return {{"vkey"}, {"signature"}};
        case EntryType::log_restored: return {{"entries", FieldForm::number}};
        case EntryType::program_changed: return {{"version"}, {"sha256", FieldForm::digest}};
        case EntryType::rules_changed: return {{"document"}, {"sha256", FieldForm::digest}};
        case EntryType::backup_key_destroyed: return {{"month"}};
        case EntryType::process_table_reading_changed:
            return {{"columns", FieldForm::number}, {"answers", FieldForm::number}};
        case EntryType::inspel_erased: return {{"part"}, {"ground"}, {"case_number"}};
        case EntryType::retention_decided:
            return {{"case_number"}, {"decided", FieldForm::day}, {"event"}, {"period"}};
        case EntryType::retention_erased: return {{"case_number"}, {"count", FieldForm::number}};
        case EntryType::document_added: return {{"sha256", FieldForm::digest}};
        case EntryType::document_frozen: return {{"sha256", FieldForm::digest}, {"document"}};
        case EntryType::text_changed: return {{"sha256", FieldForm::digest}};
        case EntryType::report_decided:
        case EntryType::appeal_decided: return {{"outcome"}};
        case EntryType::statement_rejected: return {{"reason"}};
        case EntryType::statement_converted: return {{"inspel"}};
        case EntryType::votes_committed: return {{"count", FieldForm::number}, {"root", FieldForm::digest}};
        case EntryType::votes_imported: return {{"count", FieldForm::number}};
        case EntryType::votes_exported: return {{"file"}};
        case EntryType::votes_opened:
            return {{"count", FieldForm::number}, {"opened", FieldForm::number},
                {"withheld", FieldForm::number}, {"openings"}};
        case EntryType::conversation_moderation_changed: return {{"moderation"}};
        case EntryType::conversation_group_named: return {{"group", FieldForm::number}};
        case EntryType::conversation_frozen:
            return {{"sha256", FieldForm::digest}, {"votes", FieldForm::number}};
        case EntryType::consultation_noted: return {{"date", FieldForm::day}, {"event"}};
        case EntryType::consultation_minutes_registered:
            return {{"date", FieldForm::day}, {"sha256", FieldForm::digest}};
        case EntryType::consultation_outcome_changed: return {{"outcome"}};
        case EntryType::decision_taken:
            return {{"body"}, {"date", FieldForm::day}, {"case_number"}, {"sha256", FieldForm::digest}};
        case EntryType::decision_announced: return {{"date", FieldForm::day}};
        case EntryType::dataset_imported:
            return {{"sha256", FieldForm::digest}, {"cells", FieldForm::number}};
        case EntryType::map_imported: return {{"sha256", FieldForm::digest}, {"level"}};
        case EntryType::run_made:
        case EntryType::run_removed: return {{"sha256", FieldForm::digest}};
        case EntryType::run_cited:
        case EntryType::citation_reviewed: return {{"run", FieldForm::number}};
        case EntryType::citation_held: return {{"dataset", FieldForm::number}};
        case EntryType::swot_written:
        case EntryType::swot_changed: return {{"quadrant"}};
        case EntryType::swot_supported:
        case EntryType::swot_unsupported: return {{"evidence"}};
        case EntryType::swot_published: return {{"evidence", FieldForm::number}};
        case EntryType::priority_proposed:
        case EntryType::priority_changed: return {{"kind"}};
        case EntryType::priority_decided: return {{"outcome"}, {"date", FieldForm::day}};
        case EntryType::priority_discovered: return {{"event", FieldForm::number}};
        case EntryType::weighing_opened:
            return {{"opens", FieldForm::day}, {"closes", FieldForm::day}, {"priorities"}};
        case EntryType::panel_begun: return {{"least"}, {"most"}};
        case EntryType::panel_round_opened:
            return {{"round", FieldForm::number}, {"opens", FieldForm::day}, {"closes", FieldForm::day}};
        case EntryType::requirement_judged: return {{"version"}, {"status"}};
        case EntryType::assessment_begun: return {{"template"}, {"version"}};
        case EntryType::assessment_paragraph_added:
        case EntryType::assessment_paragraph_removed: return {{"paragraph"}};
        case EntryType::assessment_answered: return {{"step"}, {"outcome"}};
        case EntryType::assessment_looked_at: return {{"step"}};
        case EntryType::assessment_conflict_written: return {{"conflict", FieldForm::number}};
        case EntryType::organisation_changed: return {{"registrar"}};
        case EntryType::organisation_merged: return {{"merged"}, {"moved", FieldForm::number}};
        case EntryType::mandate_confirmed: return {{"scope"}, {"last_day", FieldForm::day}};
        case EntryType::plan_line_written: return {{"line", FieldForm::number}, {"kind"}};
        case EntryType::plan_line_removed: return {{"line", FieldForm::number}};
        case EntryType::plan_published: return {{"sha256", FieldForm::digest}};
        case EntryType::plan_promise_judged: return {{"line", FieldForm::number}, {"status"}};
        case EntryType::correction_made: return {{"correction", FieldForm::number}, {"aspect"}};
        default: return {};
    }
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

std::optional<EntryType> entry_type_named(std::string_view name) {
    static const auto by_name = [] {
        std::unordered_map<std::string_view, EntryType> made;
        for (const auto& [type, word, label] : names_of<EntryType>) made.emplace(word, type);
        return made;
    }();
    const auto found = by_name.find(name);
    return found == by_name.end() ? std::nullopt : std::optional{found->second};
}

const std::vector<DemandedField>& demanded_fields(EntryType type) {
    static const auto by_type = [] {
        std::vector<std::vector<DemandedField>> made;
        for (std::size_t i = 0; i < names_of<EntryType>.size(); ++i)
            made.push_back(fields_of(static_cast<EntryType>(i)));
        return made;
    }();
    return by_type.at(static_cast<std::size_t>(type));
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
