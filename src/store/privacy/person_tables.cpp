#include "store/privacy/person_tables.hpp"

#include "store/privacy/all_tables.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace medskapa::store {
namespace {

constexpr auto root = PersonTable::Root::yes;
constexpr auto part = PersonTable::Root::no;

/// An inspel, and what its sender has given with it and afterwards.
std::vector<PersonTable> of_senders() {
    return {
        {"inspel", "id", root, {},
            {"number", "channel", "actor_kind", "municipality", "concerns", "language", "received_at",
                "state", "decided_at", "decline_reason"}},
        {"inspel_contact", "inspel_id", part, {{"inspel_id", "inspel"}}},
        {"inspel_identity", "inspel_id", part, {{"inspel_id", "inspel"}}},
        {"addition", "id", part, {{"inspel_id", "inspel"}}, {"added_at", "is_shown"}},
        {"original_file", "id", part,
            {{"inspel_id", "inspel"}, {"answer_id", "referral_answer"}, {"id", "original_file", "masked_id"}},
            {"format", "size", "is_shown"}},
        {"original_bytes", "file_id", part, {{"file_id", "original_file"}}},
        {"amendment", "inspel_id", part, {{"inspel_id", "inspel"}}},
        {"issue", "id", part, {{"inspel_id", "inspel"}, {"assignee", "staff", "name"}},
            {"position", "deadline"}, {"assignee"}},
        {"issue_group", "id", part, {{"id", "issue", "group_id"}}},
        {"refusal", "id", part, {{"inspel_id", "inspel"}, {"staff_id", "staff"}},
            {"rule", "basis", "decided_at"}, {"staff_id"}},
        {"appeal", "id", part, {{"inspel_id", "inspel"}, {"staff_id", "staff"}},
            {"received_at", "outcome", "decided_at"}, {"staff_id"}},
        {"log_salt", "idx", part, {}, {"label"}},  // by the log's entries: see salts_of_person
    };
}

std::vector<PersonTable> of_those_asked() {
    return {
        {"party", "id", root, {},
            {"number", "name", "kind", "invited_at", "deadline", "extended_to", "reminded_at",
                "abstained_at"}},
        {"referral_answer", "id", root, {{"inspel_id", "inspel"}},
            {"position", "arrived_by", "case_number", "actor_kind", "municipality", "language", "approved_at",
                "stage", "saved_at", "sender_case_number", "confirmed_at"}},
        {"referral_answer_part", "answer_id", part, {{"answer_id", "referral_answer"}},
            {"position", "code", "question", "taken_position"}},
        {"organisation", "id", root, {}, {"name", "kind"}},
        {"mandate", "id", root, {{"inspel_id", "inspel"}},
            {"asked_at", "scope", "last_day", "confirmed_at", "approved_at", "declined_at", "withdrawn_at"}},
        {"content_report", "id", root, {{"staff_id", "staff"}},
            {"rule", "received_at", "outcome", "decided_at"}, {"staff_id"}},
        {"lack_report", "id", root, {}, {"received_at", "closed_at"}},
        {"setup_draft", "id", root, {}, {"kept_at"}},
        {"subscriber", "id", root, {}, {"language", "pace", "made_at", "confirmed_at", "told_until"}},
        {"subscription", "subscriber_id", part, {{"subscriber_id", "subscriber"}}, {"is_confirmed"}},
        {"own_link", "id", root, {{"inspel_id", "inspel"}}, {"expires_at"}},
        {"own_session", "id", root, {}, {"proof"}},
        {"own_request", "id", part, {{"inspel_id", "inspel"}}, {"kind", "made_at", "answered_at"}},
        {"mail", "id", root,
            {{"inspel_id", "inspel"}, {"party_id", "party"}, {"subscriber_id", "subscriber"},
                {"mandate_id", "mandate"}},
            {"kind", "language", "state", "made_at", "ended_at"}},
    };
}

/// Found by the key of their own browser alone, and a statement by its words.
std::vector<PersonTable> of_those_who_vote() {
    return {
        {"participant", "id", root},
        {"vote", "participant_id", part, {{"participant_id", "participant"}}},
        {"vote_cast", "participant_id", part, {{"participant_id", "participant"}},
            {"statement_id", "value", "cast_at"}},
        {"voter_change", "participant_id", part, {{"participant_id", "participant"}}},
        {"released_ballot", "participant_id", part, {{"participant_id", "participant"}}},
        {"weighing_answer", "id", root},
        {"panel_estimate", "id", root, {}, {"round"}},
        {"statement", "id", root, {}, {"number", "origin", "state", "proposed_at", "decided_at"}},
    };
}

std::vector<PersonTable> of_staff() {
    const std::vector<Hang> on_staff{{"staff_id", "staff"}};
    return {
        {"staff", "id", root},
        {"membership", "staff_id", part, on_staff},
        {"sign_in_link", "staff_id", part, on_staff, {"expires_at"}},
        {"session", "staff_id", part, on_staff},
        {"passphrase", "staff_id", part, on_staff},
        {"recovery_code", "staff_id", part, on_staff},
        {"passkey", "id", part, on_staff},
        {"staff_identity", "staff_id", part, on_staff},
        {"draft", "staff_id", part, on_staff},
        {"saved_filter", "id", part, on_staff},
        {"bulk_act", "id", part, on_staff},
        {"bulk_item", "id", part, {{"bulk_act_id", "bulk_act"}}, {"object", "label"}},
        {"extract_use", "id", part, on_staff, {"ways", "found"}},
    };
}

std::vector<PersonTable> listed() {
    std::vector<PersonTable> all;
    for (auto&& tables : {of_senders(), of_those_asked(), of_those_who_vote(), of_staff()})
        all.insert(all.end(), tables.begin(), tables.end());
    return all;
}

}  // namespace

const std::vector<PersonTable>& person_tables() {
    static const auto all = listed();
    return all;
}

const PersonTable* person_table(std::string_view name) {
    const auto& all = person_tables();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const PersonTable& table) { return table.name == name; });
    return found == all.end() ? nullptr : &*found;
}

const std::vector<std::string_view>& columns_tied_to_nobody() {
    static const std::vector<std::string_view> columns{
        // words of what is shown above, to search by
        "inspel_search.tokens",
        "desk_search.tokens",
        // figures about many, by random numbers
        "opinion_memory.memory",
        "opinion_release.partitions",
        // fingerprints that nobody is known by
        "eid_voice.voice",
        "table_reading.header",
        "table_reading.answers",
    };
    return columns;
}

bool is_kept_back(std::string_view table, std::string_view column) {
    using Named = std::pair<std::string_view, std::string_view>;
    constexpr std::array<Named, 10> columns{{{"passphrase", "hash"}, {"passphrase", "one_time_key"},
        {"recovery_code", "code_digest"}, {"passkey", "credential"}, {"passkey", "public_key"},
        {"passkey", "user_handle"}, {"staff_identity", "subject_digest"}, {"participant", "key_digest"},
        {"weighing_answer", "person"}, {"panel_estimate", "member"}}};
    return std::find(columns.begin(), columns.end(), Named{table, column}) != columns.end();
}

const sql::TableMarks& marks_of_table(std::string_view name) {
    for (const auto& noun : all_tables())
        for (const auto& table : noun.tables)
            if (table.name == name) return table;
    throw std::logic_error{"no table is listed as " + std::string{name}};
}

}  // namespace medskapa::store
