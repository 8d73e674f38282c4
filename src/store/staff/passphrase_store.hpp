#pragma once

#include "domain/staff/authorisation.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

/// What staff sign in with besides links.
namespace medskapa::store {

struct Passphrase {
    Id<User> user;
    std::string hash;          // argon2id
    std::string one_time_key;  // encrypted
    std::int64_t last_step = 0;
    Instant changed_at = {};
    Id<Process> process = {};  // the only one that it opens; none: all in which the person has a role
};

/// In place of the one that the person had.
void save(sql::Transaction&, const Passphrase&);
void remove_passphrase(sql::Transaction&, Id<User>);
std::optional<Passphrase> passphrase_of(sql::Connection&, Id<User>);
/// False when that step, or a later one, has been used already.
bool use_step(sql::Transaction&, Id<User>, std::int64_t step);

/// In place of those that the person had.
void replace_recovery_codes(sql::Transaction&, Id<User>, const std::vector<std::string>& digests);
/// Takes the code away; false when the person has none such.
bool use_recovery_code(sql::Transaction&, Id<User>, const std::string& digest);
std::int64_t recovery_codes_left(sql::Connection&, Id<User>);

}  // namespace medskapa::store
