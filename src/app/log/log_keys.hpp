#pragma once

#include "app/act/act.hpp"
#include "engine/openlog/signing/key_chain.hpp"
#include "store/log/log_store.hpp"

/// The keys that sign the open log, as its own entries name them.
namespace medskapa::app {

struct LoggedKey {
    openlog::VerifierKey key;
    Instant since;
};
/// Oldest first; only those that the one before has signed. Empty when there is no log.
std::vector<LoggedKey> log_keys(sql::Connection&);

/// The same without the times.
std::vector<openlog::VerifierKey> trusted_keys(sql::Connection&);

/// Begins the installation's log with the key that will sign it. A log that has begun is left as it is.
Result<std::int64_t> open_log(Permitted<Action::administer>, const std::string& vkey);

/// Takes a new key into use: the log's entry of it is signed by the newest so far. Refuses a key of another
/// name, one that the log has had, and a signature by any but the newest.
Result<std::int64_t> rotate_key(
    Permitted<Action::administer>, const openlog::SigningKey& newest, const openlog::VerifierKey& next);

/// Remembers what is about to be signed, so that nothing else is ever signed for a log of that size.
Result<store::SignedHead> remember_signed(Permitted<Action::administer>, const store::SignedHead&);
/// The same head with more signatures.
Result<store::SignedHead> keep_cosigned(Permitted<Action::administer>, const store::SignedHead&);

}  // namespace medskapa::app
