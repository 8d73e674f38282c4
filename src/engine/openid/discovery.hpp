#pragma once

#include "engine/openid/fault.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace medskapa::openid {

/// Whether we speak to this address: https, or http on this machine itself. Nothing in it is a name to sign
/// in with, and no blank or control character.
bool is_safe_address(std::string_view url);

/// What a provider says of itself (OpenID Connect Discovery), as far as we use it.
struct Discovery {
    std::string sign_in;  // where a person's browser goes
    std::string token;    // where a code becomes a token
    std::string keys;
    std::string userinfo;                 // empty: it has none
    bool names_itself = false;            // every answer says who gives it (RFC 9207)
    bool takes_secret_in_form = false;    // and not in a header
    std::vector<std::string> lacks = {};  // what it says that it cannot, and we need: "RS256 or ES256"
};

std::string discovery_address(std::string_view issuer);

/// Refused when it is of another issuer, or names an address that is not safe.
Outcome<Discovery> read_discovery(std::string_view json, std::string_view issuer);

}  // namespace medskapa::openid
