#pragma once

#include "base/time.hpp"
#include "engine/openid/keys.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::openid {

/// Clocks may differ by so much.
inline constexpr std::chrono::seconds clock_skew{60};
/// A token that has lain longer than this is not the answer to a sign-in that goes on now.
inline constexpr std::chrono::minutes longest_on_its_way{10};

/// What an ID token says (OpenID Connect Core, 2). Nobody has vouched for any of it until fault_of() has
/// found nothing.
struct Claims {
    std::map<std::string, std::string, std::less<>> texts;  // all that are texts, by name
    std::vector<std::string> audience;
    std::optional<Instant> expires = {};
    std::optional<Instant> issued = {};
    std::optional<Instant> not_before = {};
    std::optional<Instant> authenticated = {};  // when the person showed who they are
    bool has_verified_email = false;

    std::string_view text(std::string_view name) const;
};

struct Token {
    Algorithm algorithm;
    std::string key_id;       // empty: none is named
    std::string signed_part;  // header and claims, as they were signed
    std::string signature;
    Claims claims;
};

/// A signed token in its compact form (RFC 7515). What it says of where keys are to be fetched is not looked
/// at; extensions that must be understood are refused.
Outcome<Token> read_token(std::string_view compact);

/// Claims that come without a token, as from the provider's userinfo.
std::optional<Claims> read_claims(std::string_view json);

/// What a token must say to be the answer to our question.
struct Expected {
    std::string issuer;
    std::string client_id;
    std::string nonce;
    std::optional<Instant> proved_since = {};  // the person must have shown who they are since then
    std::vector<std::string> assurances = {};  // one of these, where any is named
};

/// Why the token is not to be believed now; nothing when it is. Checks the signature with the key.
std::optional<Fault> fault_of(const Token&, const PublicKey&, const Expected&, Instant now);

}  // namespace medskapa::openid
