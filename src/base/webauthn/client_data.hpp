#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace medskapa::webauthn {

/// What a browser says of the page that asked, and the authenticator signs with its own (WebAuthn, section
/// 5.8.1).
struct ClientData {
    std::string type;              // "webauthn.create" or "webauthn.get"
    std::string challenge;         // bytes
    std::string origin;            // "https://rus.example.org"
    bool is_within_other = false;  // the page stood in a frame of another site
};

/// Nothing for what is no such JSON, says something twice, or is longer than any browser writes it.
std::optional<ClientData> read_client_data(std::string_view json);

}  // namespace medskapa::webauthn
