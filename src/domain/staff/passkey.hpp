#pragma once

#include "domain/staff/authorisation.hpp"

#include <cstdint>

namespace medskapa {

/// What a member of staff signs in with that lies in their phone, their computer or a key of its own: of it
/// we keep what recognises it, which opens nothing. Bytes are base64url.
struct Passkey {
    Id<Passkey> id;
    Id<User> user;
    std::string name;         // that the person knows it by
    std::string credential;   // its id
    std::string public_key;   // COSE_Key
    std::string user_handle;  // that the person's passkeys know the person by
    std::int64_t counter = 0;
    Instant made_at;
    std::optional<Instant> used_at;
    Id<Process> process = {};  // the only one that it opens; none: all in which the person has a role
};

inline constexpr std::size_t most_passkeys = 20;
inline constexpr std::size_t longest_passkey_name = 60;

/// As it is kept: on one line.
std::string name_of_passkey(std::string_view typed);
/// For Field::name.
std::vector<Complaint> complaints_about_passkey_name(std::string_view typed);

}  // namespace medskapa
