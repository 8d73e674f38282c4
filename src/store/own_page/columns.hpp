#pragma once

#include "domain/own_page/own_page.hpp"
#include "store/sql/columns.hpp"

/// The columns of the page that shows what is tied to an address: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::key;

inline constexpr auto own_link = sql::table<"own_link", OwnLink>({
    {"id", internal, sql::unread_key<OwnLink>},
    {"token_digest", internal},
    {"address", personal, fixed<&OwnLink::address>},
    {"inspel_id", internal, fixed<&OwnLink::inspel>},
    {"expires_at", internal, fixed<&OwnLink::expires_at>},
});

inline constexpr auto own_session = sql::table<"own_session", OwnSession>({
    {"id", internal, sql::unread_key<OwnSession>},
    {"id_digest", internal},
    {"address", personal, fixed<&OwnSession::address>},
    {"identity", personal, fixed<&OwnSession::identity>},
    {"proof", internal, fixed<&OwnSession::proof>},
    {"started_at", personal, fixed<&OwnSession::started_at>},
    {"seen_at", personal, fixed<&OwnSession::seen_at>},
});

inline constexpr auto own_request = sql::table<"own_request", OwnRequest>({
    {"id", internal, key<&OwnRequest::id>},
    {"process_id", internal, fixed<&OwnRequest::process>},
    {"inspel_id", internal, fixed<&OwnRequest::inspel>},
    {"public_id", internal, fixed<&OwnRequest::public_id>},
    {"form_key", internal},
    {"kind", internal, fixed<&OwnRequest::kind>},
    {"text", personal, fixed<&OwnRequest::text>},
    {"made_at", internal, fixed<&OwnRequest::made_at>},
    {"answer", personal, changes<&OwnRequest::answer>},
    {"answered_at", internal, changes<&OwnRequest::answered_at>},
});

/// Who has shown by eID that it is theirs.
inline constexpr auto inspel_identity = sql::table<"inspel_identity">({
    {"inspel_id", internal},
    {"process_id", internal},
    {"identity", personal},
});

/// Without an order of its own: nobody sees which came when.
inline constexpr auto eid_voice = sql::table<"eid_voice">({
    {"activity_id", internal},
    {"voice", personal},
});

}  // namespace medskapa::store::tables
