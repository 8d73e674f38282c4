#pragma once

#include "domain/inspel/original_file.hpp"
#include "domain/inspel/redaction.hpp"
#include "store/inspel/amendment_store.hpp"
#include "store/sql/columns.hpp"

/// The columns of what senders give: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::key;

inline constexpr auto inspel = sql::table<"inspel", Inspel>({
    {"id", internal, key<&Inspel::id>},
    {"process_id", open, fixed<&Inspel::process>},
    {"number", open, fixed<&Inspel::number>},
    {"public_id", open, fixed<&Inspel::public_id>},
    {"form_key", internal},
    {"code_digest", internal},
    {"channel", open, fixed<&Inspel::channel>},
    {"activity_id", open, fixed<&Inspel::activity>},
    {"step_id", open, fixed<&Inspel::step>},
    {"actor_kind", open, fixed<&Inspel::actor_kind>},
    {"organisation", personal, fixed<&Inspel::organisation>},
    {"shown_organisation", published, changes<&Inspel::shown_organisation>},
    {"municipality", open, fixed<&Inspel::municipality>},
    {"topic_id", open, fixed<&Inspel::topic>},
    {"concerns", open, fixed<&Inspel::concerns>},
    {"title", personal, fixed<&Inspel::title>, "–"},
    {"text", personal, fixed<&Inspel::text>},
    {"shown_title", published, changes<&Inspel::shown_title>, "–"},
    {"shown_text", published, changes<&Inspel::shown_text>},
    {"language", open, fixed<&Inspel::language>},
    {"received_at", open, fixed<&Inspel::received_at>},
    {"state", open, changes<&Inspel::state>},
    {"decided_at", open, changes<&Inspel::decided_at>},
    {"decline_reason", internal, changes<&Inspel::decline_reason>},
    {"decline_note", personal, changes<&Inspel::decline_note>},
    {"issue_count", open},
    {"promised_days", open},
    {"due_on", internal},
    {"is_split", internal},
});

inline constexpr auto inspel_contact = sql::table<"inspel_contact">({
    {"inspel_id", internal},
    {"process_id", internal},
    {"contact", personal},
});

inline constexpr auto addition = sql::table<"addition", Addition>({
    {"id", internal, key<&Addition::id>},
    {"process_id", open},
    {"inspel_id", open, fixed<&Addition::inspel>},
    {"text", personal, fixed<&Addition::text>},
    {"shown_text", published, changes<&Addition::shown_text>},
    {"form_key", internal},
    {"added_at", open, fixed<&Addition::added_at>},
    {"is_shown", open, fixed<&Addition::is_shown>},
});

inline constexpr auto original_file = sql::table<"original_file", OriginalFile>({
    {"id", internal, key<&OriginalFile::id>},
    {"process_id", internal},
    {"name", personal, fixed<&OriginalFile::name>},
    {"format", internal, fixed<&OriginalFile::format>},
    {"digest", personal, fixed<&OriginalFile::digest>},
    {"size", internal, fixed<&OriginalFile::size>},
    {"inspel_id", internal, changes<&OriginalFile::inspel>},
    {"answer_id", internal, changes<&OriginalFile::answer>},
    {"masked_id", internal, changes<&OriginalFile::masked>},
    {"is_shown", internal, changes<&OriginalFile::is_shown>},
});

inline constexpr auto original_bytes = sql::table<"original_bytes">({
    {"file_id", internal},
    {"process_id", internal},
    {"bytes", personal},
});

inline constexpr auto amendment = sql::table<"amendment", Amendment>({
    {"inspel_id", open, fixed<&Amendment::inspel>},
    {"process_id", open},
    {"node_id", open, fixed<&Amendment::node>},
    {"revision_id", open, fixed<&Amendment::instead_of>},
    {"text", personal, fixed<&Amendment::text>},
    {"shown_text", published, changes<&Amendment::shown_text>},
    {"log_place", open, fixed<&Amendment::log_place>},
});

inline constexpr auto redaction = sql::table<"redaction", Redaction>({
    {"id", internal, key<&Redaction::id>},
    {"process_id", open, fixed<&Redaction::process>},
    {"inspel_id", open, fixed<&Redaction::inspel>},
    {"reason", open, fixed<&Redaction::reason>},
    {"characters", open, fixed<&Redaction::characters>},
    {"places", open, fixed<&Redaction::places>},
    {"role", open, fixed<&Redaction::role>},
    {"redacted_at", open, fixed<&Redaction::redacted_at>},
});

/// What published inspel are found by: a virtual table in SQLite, whose key is the row's own.
inline constexpr auto inspel_search = sql::table<"inspel_search">({
    {"inspel_id", internal},
    {"tokens", published},
});

/// What the staff find inspel, issues and answers by; see store/issue/desk_index.hpp for the keys.
inline constexpr auto desk_search = sql::table<"desk_search">({
    {"found_id", internal},
    {"tokens", personal},
});

inline constexpr auto inspel_outcome = sql::table<"inspel_outcome">({
    {"process_id", open},
    {"outcome", open},
    {"inspel_id", open},
    {"issues", open},
});

inline constexpr auto tally = sql::table<"tally">({
    {"process_id", internal},
    {"facet", internal},
    {"value", internal},
    {"n", internal},
});

inline constexpr auto share = sql::table<"share">({
    {"process_id", internal},
    {"actor_kind", internal},
    {"municipality", internal},
    {"channel", internal},
    {"inspel", internal},
    {"issues", internal},
    {"inspel_to_change", internal},
    {"issues_to_change", internal},
});

}  // namespace medskapa::store::tables
