#pragma once

#include "domain/staff/passkey.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

/// A new one. Nothing when its credential is known already, as anybody's.
std::optional<Id<Passkey>> add(sql::Transaction&, const Passkey&);
/// Its name, its counter and when it was used.
void change(sql::Transaction&, const Passkey&);
void remove(sql::Transaction&, const Passkey&);
void remove_passkeys(sql::Transaction&, Id<User>);
/// Every way in that opens one process alone: passkeys and passphrase, with the codes of that.
void remove_what_opens_one_process(sql::Transaction&, Id<User>);

/// The person's, the oldest first.
std::vector<Passkey> passkeys_of(sql::Connection&, Id<User>);
std::optional<Passkey> passkey_of_credential(sql::Connection&, const std::string& credential);

/// False when it has been used already. Those that are too old are forgotten.
bool use_challenge(sql::Transaction&, const std::string& digest, Instant expires_at);

}  // namespace medskapa::store
