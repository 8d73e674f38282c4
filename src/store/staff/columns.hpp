#pragma once

#include "domain/staff/authorisation.hpp"
#include "store/sql/columns.hpp"
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

}  // namespace medskapa::store::tables
