#pragma once

#include "domain/mail/mail.hpp"
#include "store/sql/columns.hpp"

/// The columns of what is sent by e-mail: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::key;

inline constexpr auto mail = sql::table<"mail", Mail>({
    {"id", internal, key<&Mail::id>},
    {"process_id", internal, fixed<&Mail::process>},
    {"kind", internal, fixed<&Mail::kind>},
    {"recipient", personal, fixed<&Mail::recipient>},
    {"language", internal, fixed<&Mail::language>},
    {"inspel_id", internal, fixed<&Mail::inspel>},
    {"party_id", internal, fixed<&Mail::party>},
    {"code_key", internal, fixed<&Mail::code_key>},
    {"public_id", internal, fixed<&Mail::public_id>},
    {"state", internal, changes<&Mail::state>},
    {"tries", internal, changes<&Mail::tries>},
    {"reply", internal, changes<&Mail::reply>},
    {"made_at", internal, changes<&Mail::made_at>},
    {"next_at", internal, changes<&Mail::next_at>},
    {"ended_at", internal, changes<&Mail::ended_at>},
    {"subscriber_id", internal, fixed<&Mail::subscriber>},
    {"since", internal, fixed<&Mail::since>},
    {"mandate_id", internal, fixed<&Mail::mandate>},
});

inline constexpr auto subscriber = sql::table<"subscriber", Subscriber>({
    {"id", internal, key<&Subscriber::id>},
    {"process_id", internal, fixed<&Subscriber::process>},
    {"address", personal, fixed<&Subscriber::address>},
    {"language", internal, fixed<&Subscriber::language>},
    {"public_id", internal, fixed<&Subscriber::public_id>},
    {"pace", internal, changes<&Subscriber::pace>},
    {"made_at", internal, fixed<&Subscriber::made_at>},
    {"confirmed_at", internal, changes<&Subscriber::confirmed_at>},
    {"told_until", internal, changes<&Subscriber::told_until>},
});

inline constexpr auto subscription = sql::table<"subscription", Subscription>({
    {"subscriber_id", internal, fixed<&Subscription::subscriber>},
    {"process_id", internal, fixed<&Subscription::process>},
    {"subject", personal, fixed<&Subscription::subject>},
    {"is_confirmed", internal, fixed<&Subscription::is_confirmed>},
});

}  // namespace medskapa::store::tables
