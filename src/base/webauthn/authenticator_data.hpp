#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace medskapa::webauthn {

/// A credential as it was made: its id of at most 1023 bytes, and its COSE_Key.
struct MadeCredential {
    std::string id;
    std::string public_key;
};

/// What an authenticator says and signs (WebAuthn, section 6.1).
struct AuthenticatorData {
    std::string site_digest;  // SHA-256 of the site's name
    bool is_user_present = false;
    bool is_user_verified = false;
    bool may_be_copied = false;  // to other devices of the person
    bool is_copied = false;
    std::uint32_t counter = 0;  // of its signatures; 0 for ever where none are counted
    std::optional<MadeCredential> made = {};
};

/// Nothing unless all bytes are of it. Extensions are passed over.
std::optional<AuthenticatorData> read_authenticator_data(std::string_view);

}  // namespace medskapa::webauthn
