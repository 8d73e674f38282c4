#pragma once

#include "store/conversation/opinion_store.hpp"
#include "store/sql/columns.hpp"

/// The columns of statements, votes and maps: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::key;

inline constexpr auto conversation = sql::table<"conversation", Conversation>({
    {"activity_id", open, fixed<&Conversation::activity>},
    {"process_id", open, fixed<&Conversation::process>},
    {"moderation", open, changes<&Conversation::moderation>},
    {"state", open, changes<&Conversation::state>},
});

inline constexpr auto statement = sql::table<"statement", Statement>({
    {"id", internal, key<&Statement::id>},
    {"process_id", open, fixed<&Statement::process>},
    {"activity_id", open, fixed<&Statement::activity>},
    {"number", open, fixed<&Statement::number>},
    {"public_id", open, fixed<&Statement::public_id>},
    {"form_key", internal},
    {"text", published, fixed<&Statement::text>},
    {"origin", open, fixed<&Statement::origin>},
    {"state", open, changes<&Statement::state>},
    {"reason", open, changes<&Statement::reason>},
    {"note", open, changes<&Statement::note>},
    {"proposed_at", open, fixed<&Statement::proposed_at>},
    {"decided_at", open, changes<&Statement::decided_at>},
    {"inspel_id", open, fixed<&Statement::inspel>},
    {"priority", internal},
    {"exposures", internal},
});

inline constexpr auto participant = sql::table<"participant">({
    {"id", personal},
    {"process_id", internal},
    {"activity_id", internal},
    {"key_digest", personal},
    {"assurance", personal},
    {"joined_at", personal},
    {"municipality", personal},
    {"actor_kind", personal},
    {"age_class", personal},
});

inline constexpr auto vote = sql::table<"vote">({
    {"participant_id", personal},
    {"statement_id", personal},
    {"value", personal},
    {"cast_id", personal},
});

/// Without its participant a line is of no person: so it stays when somebody takes back their votes.
inline constexpr auto vote_cast = sql::table<"vote_cast">({
    {"id", internal},
    {"activity_id", internal},
    {"participant_id", personal},
    {"statement_id", internal},
    {"value", internal},
    {"cast_at", internal},
    {"probability", personal},
});

inline constexpr auto vote_batch = sql::table<"vote_batch">({
    {"id", internal},
    {"process_id", internal},
    {"activity_id", open},
    {"last_cast", internal},
    {"votes", open},
    {"log_place", open},
    {"salt_key", internal},
    {"opened", open},
});

/// A number that stands for nobody any more.
inline constexpr auto voter_erased = sql::table<"voter_erased">({
    {"id", internal},
    {"activity_id", internal},
    {"participant_id", internal},
});

inline constexpr auto voter_change = sql::table<"voter_change">({
    {"id", internal},
    {"activity_id", internal},
    {"participant_id", personal},
});

inline constexpr auto opinion_snapshot = sql::table<"opinion_snapshot">({
    {"activity_id", open},
    {"process_id", open},
    {"day", open},
    {"drawn_at", open},
    {"last_cast", internal},
    {"is_final", open},
    {"result", open},
});

inline constexpr auto opinion_memory = sql::table<"opinion_memory">({
    {"activity_id", internal},
    {"process_id", internal},
    {"memory", personal},
    {"waiting", open},
});

/// Whoever is erased is a number in it that stands for nobody.
inline constexpr auto opinion_release = sql::table<"opinion_release">({
    {"activity_id", internal},
    {"process_id", internal},
    {"version", open},
    {"statements", internal},
    {"partitions", personal},
});

inline constexpr auto released_ballot = sql::table<"released_ballot">({
    {"participant_id", personal},
    {"version", personal},
    {"activity_id", internal},
    {"votes", personal},
});

inline constexpr auto group_name = sql::table<"group_name">({
    {"activity_id", open},
    {"process_id", open},
    {"label", open},
    {"name", open},
});

inline constexpr auto population = sql::table<"population">({
    {"activity_id", open},
    {"process_id", open},
    {"question", open},
    {"category", open},
    {"people", open},
});

}  // namespace medskapa::store::tables
