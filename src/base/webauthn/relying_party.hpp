#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace medskapa::webauthn {

/// Whom passkeys are for: the name that they are bound to, and where a page must stand that uses them.
struct RelyingParty {
    std::string id;      // "rus.example.org"
    std::string origin;  // "https://rus.example.org", as browsers write it
};

/// Of a site's base address. Nothing where browsers make no passkeys: for a number instead of a name, and
/// without https for any other name than localhost.
std::optional<RelyingParty> relying_party(std::string_view base_url);

}  // namespace medskapa::webauthn
