#pragma once

#include "domain/staff/authorisation.hpp"
#include "domain/staff/desk.hpp"
#include "domain/staff/extract_use.hpp"
#include "domain/staff/passkey.hpp"
#include "store/sql/columns.hpp"
#include "store/staff/identity_store.hpp"
#include "store/staff/staff_store.hpp"

/// The columns of the staff and of signing in: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::key;

inline constexpr auto staff = sql::table<"staff", User>({
    {"id", internal, key<&User::id>},
    {"email", personal, fixed<&User::email>},
    {"name", personal, changes<&User::name>},
});

inline constexpr auto membership = sql::table<"membership">({
    {"staff_id", personal},
    {"process_id", personal},
    {"role", personal},
});

inline constexpr auto sign_in_link = sql::table<"sign_in_link">({
    {"token_digest", internal},
    {"staff_id", personal},
    {"expires_at", internal},
    {"process_id", internal},
});

inline constexpr auto setup_link = sql::table<"setup_link">({
    {"token_digest", internal},
    {"expires_at", internal},
});

inline constexpr auto session = sql::table<"session", Session>({
    {"id_digest", internal},
    {"staff_id", personal, fixed<&Session::user>},
    {"started_at", personal, fixed<&Session::started_at>},
    {"seen_at", personal, fixed<&Session::seen_at>},
    {"process_id", personal, fixed<&Session::process>},
    {"way_in", personal, fixed<&Session::way_in>},
    {"device", personal, fixed<&Session::device>},
    {"proved_at", personal, fixed<&Session::proved_at>},
});

inline constexpr auto staff_identity = sql::table<"staff_identity", StaffIdentity>({
    {"subject_digest", personal},
    {"staff_id", personal, fixed<&StaffIdentity::user>},
    {"provider", personal, fixed<&StaffIdentity::provider>},
    {"tied_at", personal, fixed<&StaffIdentity::tied_at>},
    {"process_id", personal, fixed<&StaffIdentity::process>},
});

inline constexpr auto passphrase = sql::table<"passphrase">({
    {"staff_id", personal},
    {"hash", personal},
    {"one_time_key", personal},
    {"last_step", personal},
    {"changed_at", personal},
    {"process_id", personal},
});

inline constexpr auto recovery_code = sql::table<"recovery_code">({
    {"code_digest", personal},
    {"staff_id", personal},
});

inline constexpr auto passkey = sql::table<"passkey", Passkey>({
    {"id", internal, key<&Passkey::id>},
    {"staff_id", personal, fixed<&Passkey::user>},
    {"name", personal, changes<&Passkey::name>},
    {"credential", personal, fixed<&Passkey::credential>},
    {"public_key", personal, fixed<&Passkey::public_key>},
    {"user_handle", personal, fixed<&Passkey::user_handle>},
    {"counter", personal, changes<&Passkey::counter>},
    {"made_at", personal, fixed<&Passkey::made_at>},
    {"used_at", personal, changes<&Passkey::used_at>},
    {"process_id", personal, fixed<&Passkey::process>},
});

inline constexpr auto used_challenge = sql::table<"used_challenge">({
    {"digest", internal},
    {"expires_at", internal},
});

inline constexpr auto draft = sql::table<"draft", DeskDraft>({
    {"staff_id", personal, fixed<&DeskDraft::user>},
    {"process_id", personal},
    {"place", personal, fixed<&DeskDraft::place>},
    {"words", personal, changes<&DeskDraft::words>},
    {"kept_at", personal, changes<&DeskDraft::kept_at>},
});

inline constexpr auto saved_filter = sql::table<"saved_filter", SavedFilter>({
    {"id", internal, key<&SavedFilter::id>},
    {"staff_id", personal, fixed<&SavedFilter::user>},
    {"process_id", personal},
    {"title", personal, fixed<&SavedFilter::title>},
    {"query", personal, fixed<&SavedFilter::query>},
});

inline constexpr auto table_reading = sql::table<"table_reading">({
    {"process_id", internal},
    {"kind", internal},
    {"header", personal},
    {"separator", internal},
    {"meaning", internal},
    {"answers", personal},
    {"kept_at", internal},
});

inline constexpr auto bulk_act = sql::table<"bulk_act", BulkAct>({
    {"id", internal, key<&BulkAct::id>},
    {"staff_id", personal, fixed<&BulkAct::user>},
    {"process_id", personal},
    {"kind", personal, fixed<&BulkAct::kind>},
    {"made_at", personal, fixed<&BulkAct::made_at>},
    {"undone_at", personal, changes<&BulkAct::undone_at>},
});

inline constexpr auto bulk_item = sql::table<"bulk_item", BulkItem>({
    {"id", internal, sql::unread_key<BulkItem>},
    {"bulk_act_id", internal},
    {"object", internal, fixed<&BulkItem::object>},
    {"object_id", internal, fixed<&BulkItem::object_id>},
    {"label", internal, fixed<&BulkItem::label>},
    {"was", personal, fixed<&BulkItem::was>},
    {"became", personal, fixed<&BulkItem::became>},
    {"refusal", internal, fixed<&BulkItem::refusal>},
});

inline constexpr auto extract_use = sql::table<"extract_use", ExtractUse>({
    {"id", internal, key<&ExtractUse::id>},
    {"search_id", internal, fixed<&ExtractUse::search>},
    {"process_id", internal, fixed<&ExtractUse::process>},
    {"staff_id", personal, fixed<&ExtractUse::by>},
    {"kind", personal, fixed<&ExtractUse::kind>},
    {"case_number", personal, fixed<&ExtractUse::case_number>},
    {"reason", personal, fixed<&ExtractUse::reason>},
    {"ways", internal, fixed<&ExtractUse::ways>},
    {"found", internal, fixed<&ExtractUse::found>},
    {"digest", internal, fixed<&ExtractUse::digest>},
    {"used_at", personal, fixed<&ExtractUse::used_at>},
});

}  // namespace medskapa::store::tables
