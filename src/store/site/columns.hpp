#pragma once

#include "store/sql/columns.hpp"

/// The columns of the site: see sql/columns.hpp. All of it is written for everybody to read.
namespace medskapa::store::tables {

using enum sql::Privacy;

inline constexpr auto process = sql::table<"process">({
    {"id", open},
    {"slug", open},
    {"name", open},
    {"tagline", open},
    {"question", open},
    {"summary", open},
    {"decided", open},
    {"decided_by", open},
    {"law", open},
    {"method", open},
    {"handling", open},
    {"hashtag", open},
    {"contact_role", open},
    {"contact_email", open},
    {"contact_phone", open},
    {"is_example", open},
    {"answer_days", open},
    {"languages", open},
});

inline constexpr auto process_fact = sql::table<"process_fact">({
    {"process_id", open},
    {"position", open},
    {"question", open},
    {"answer", open},
});

inline constexpr auto step = sql::table<"step">({
    {"id", open},
    {"process_id", open},
    {"number", open},
    {"title", open},
    {"text", open},
    {"starts", open},
    {"ends", open},
    {"precision_", open},
    {"changed_at", open},
    {"was_starts", open},
    {"was_ends", open},
    {"was_precision", open},
    {"withdrawn_at", open},
    {"withdrawn_why", open},
});

inline constexpr auto activity = sql::table<"activity">({
    {"id", open},
    {"process_id", open},
    {"step_id", open},
    {"slug", open},
    {"kind", open},
    {"title", open},
    {"text", open},
    {"opens", open},
    {"closes", open},
    {"changed_at", open},
    {"was_opens", open},
    {"was_closes", open},
    {"withdrawn_at", open},
    {"withdrawn_why", open},
});

inline constexpr auto event = sql::table<"event">({
    {"id", open},
    {"process_id", open},
    {"starts", open},
    {"ends", open},
    {"title", open},
    {"place", open},
    {"text", open},
    {"programme", open},
    {"notes", open},
    {"needs_registration", open},
    {"revision", open},
    {"changed_at", open},
    {"was_starts", open},
    {"was_ends", open},
    {"withdrawn_at", open},
    {"withdrawn_why", open},
});

inline constexpr auto event_document = sql::table<"event_document">({
    {"process_id", open},
    {"event_id", open},
    {"position", open},
    {"title", open},
    {"href", open},
});

inline constexpr auto news = sql::table<"news">({
    {"id", open},
    {"process_id", open},
    {"day", open},
    {"title", open},
    {"text", open},
    {"withdrawn_at", open},
    {"withdrawn_why", open},
});

inline constexpr auto body = sql::table<"body">({
    {"id", open},
    {"process_id", open},
    {"slug", open},
    {"kind", open},
    {"title", open},
});

inline constexpr auto seat = sql::table<"seat">({
    {"id", open},
    {"process_id", open},
    {"body_id", open},
    {"role", open},
    {"organisation", open},
    {"starts", open},
    {"ends", open},
});

inline constexpr auto topic = sql::table<"topic">({
    {"id", open},
    {"process_id", open},
    {"slug", open},
    {"title", open},
});

inline constexpr auto municipality = sql::table<"municipality">({
    {"process_id", open},
    {"code", open},
    {"name", open},
});

inline constexpr auto subject = sql::table<"subject">({
    {"id", open},
    {"process_id", open},
    {"code", open},
    {"title", open},
});

inline constexpr auto public_rules = sql::table<"public_rules">({
    {"digest", open},
    {"text", open},
});

}  // namespace medskapa::store::tables
