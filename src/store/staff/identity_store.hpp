#pragma once

#include "domain/staff/authorisation.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

/// Staff as providers of sign-ins know them.
namespace medskapa::store {

struct StaffIdentity {
    std::string subject_digest;  // keyed; of the provider and its name for the person
    Id<User> user = {};
    std::string provider = {};  // its issuer
    Instant tied_at = {};
    Id<Process> process = {};  // the only one that it opens; none: all in which the person has a role
};

/// In place of the one that the person had with the provider.
void save(sql::Transaction&, const StaffIdentity&);
std::optional<StaffIdentity> find_identity(sql::Connection&, const std::string& subject_digest);
/// By their providers.
std::vector<StaffIdentity> identities_of(sql::Connection&, Id<User>);
/// False when the person has none with the provider.
bool remove_identity(sql::Transaction&, Id<User>, const std::string& provider);
void remove_identities(sql::Transaction&, Id<User>);

}  // namespace medskapa::store
