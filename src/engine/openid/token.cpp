#include "engine/openid/token.hpp"

#include "base/base64url.hpp"
#include "base/digest.hpp"
#include "engine/openid/json.hpp"

#include <algorithm>

namespace medskapa::openid {
namespace {

constexpr std::size_t longest_token = 32U * 1024;
constexpr double last_second = 253'402'300'800.0;  // the year 10000

std::optional<Instant> moment_in(const Json& json, const char* name) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_number()) return std::nullopt;
    const auto seconds = found->get<double>();
    if (!(seconds >= 0 && seconds < last_second)) return std::nullopt;
    return Instant{std::chrono::seconds{static_cast<std::int64_t>(seconds)}};
}

std::vector<std::string> audience_in(const Json& json) {
    const auto found = json.find("aud");
    if (found == json.end()) return {};
    if (found->is_string()) return {found->get<std::string>()};
    std::vector<std::string> audience;
    if (found->is_array())
        for (const auto& one : *found) audience.push_back(one.is_string() ? one.get<std::string>() : "");
    return audience;
}

Claims claims_of(const Json& json) {
    Claims claims;
    for (const auto& [name, value] : json.items())
        if (value.is_string()) claims.texts.emplace(name, value.get<std::string>());
    claims.audience = audience_in(json);
    claims.expires = moment_in(json, "exp");
    claims.issued = moment_in(json, "iat");
    claims.not_before = moment_in(json, "nbf");
    claims.authenticated = moment_in(json, "auth_time");
    const auto verified = json.find("email_verified");
    claims.has_verified_email = verified != json.end() && verified->is_boolean() && verified->get<bool>();
    return claims;
}

/// A time that is said and is none may not pass for one that is not said.
bool has_wrong_moment(const Json& json) {
    for (const auto* name : {"nbf", "auth_time"})
        if (json.contains(name) && !moment_in(json, name)) return true;
    return false;
}

/// For us alone, or for several and expressly by us.
bool is_for(const Claims& claims, const std::string& client) {
    const auto party = claims.text("azp");
    const bool is_named =
        std::find(claims.audience.begin(), claims.audience.end(), client) != claims.audience.end();
    const bool needs_party = claims.audience.size() > 1 || claims.texts.contains("azp");
    return is_named && (!needs_party || party == client);
}

std::optional<Fault> fault_of_times(const Claims& claims, Instant now) {
    if (!claims.expires || !claims.issued) return Fault::expired;
    if (now >= *claims.expires + clock_skew || now - *claims.issued > longest_on_its_way + clock_skew)
        return Fault::expired;
    if (*claims.issued > now + clock_skew) return Fault::not_yet;
    if (claims.not_before && *claims.not_before > now + clock_skew) return Fault::not_yet;
    return std::nullopt;
}

bool is_proved(const Claims& claims, const std::optional<Instant>& since, Instant now) {
    if (claims.authenticated && *claims.authenticated > now + clock_skew) return false;
    return !since || (claims.authenticated && *claims.authenticated + clock_skew >= *since);
}

bool is_sure_enough(const Claims& claims, const std::vector<std::string>& assurances) {
    return assurances.empty() ||
           std::find(assurances.begin(), assurances.end(), claims.text("acr")) != assurances.end();
}

}  // namespace

std::string_view Claims::text(std::string_view name) const {
    const auto found = texts.find(name);
    return found == texts.end() ? std::string_view{} : std::string_view{found->second};
}

std::optional<Claims> read_claims(std::string_view text) {
    const auto json = object_in(text);
    if (!json || has_wrong_moment(*json)) return std::nullopt;
    return claims_of(*json);
}

Outcome<Token> read_token(std::string_view compact) {
    const auto first = compact.find('.');
    const auto last = compact.rfind('.');
    if (compact.size() > longest_token || first == compact.npos || first == last)
        return refuse_for(Fault::no_token);
    const auto header = object_in(from_base64url(compact.substr(0, first)).value_or(""));
    const auto claims = read_claims(from_base64url(compact.substr(first + 1, last - first - 1)).value_or(""));
    auto signature = from_base64url(compact.substr(last + 1));
    if (!header || !claims || !signature || header->contains("crit")) return refuse_for(Fault::no_token);
    Token token{
        {}, text_in(*header, "kid"), std::string{compact.substr(0, last)}, *std::move(signature), *claims};
    if (!find_name<Algorithm>(text_in(*header, "alg"), token.algorithm))
        return refuse_for(Fault::unknown_algorithm);
    return token;
}

std::optional<Fault> fault_of(
    const Token& token, const PublicKey& key, const Expected& expected, Instant now) {
    const auto& claims = token.claims;
    if (key.algorithm != token.algorithm || !is_signed(key, token.signed_part, token.signature))
        return Fault::wrong_signature;
    if (claims.text("iss") != expected.issuer) return Fault::wrong_issuer;
    if (!is_for(claims, expected.client_id)) return Fault::wrong_audience;
    if (const auto fault = fault_of_times(claims, now)) return fault;
    if (expected.nonce.empty() || !same_secret(claims.text("nonce"), expected.nonce))
        return Fault::wrong_nonce;
    if (!is_proved(claims, expected.proved_since, now)) return Fault::not_proved_now;
    if (!is_sure_enough(claims, expected.assurances)) return Fault::too_low_assurance;
    return std::nullopt;
}

}  // namespace medskapa::openid
