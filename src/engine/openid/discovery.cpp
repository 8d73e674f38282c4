#include "engine/openid/discovery.hpp"

#include "base/text.hpp"
#include "engine/openid/json.hpp"
#include "engine/openid/keys.hpp"

#include <algorithm>

namespace medskapa::openid {
namespace {

constexpr std::size_t longest_address = 2000;

bool is_this_machine(std::string_view authority) {
    const auto host = text::host_without_port(authority);
    return host == "127.0.0.1" || host == "localhost" || host == "::1" || host == "[::1]";
}

bool lists(const Json& json, const char* name, std::string_view word) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_array()) return false;
    return std::any_of(found->begin(), found->end(),
        [&](const Json& one) { return one.is_string() && one.get_ref<const std::string&>() == word; });
}

/// Whether one of the words is in the list, or there is no list: then nothing is said about it.
bool may_be_one_of(const Json& json, const char* name, const std::vector<std::string_view>& words) {
    return !json.contains(name) ||
           std::any_of(words.begin(), words.end(), [&](const auto& word) { return lists(json, name, word); });
}

std::vector<std::string> lacks(const Json& json) {
    std::vector<std::string> all;
    if (!may_be_one_of(json, "id_token_signing_alg_values_supported",
            {name_of(Algorithm::rs256), name_of(Algorithm::es256)}))
        all.emplace_back("RS256 or ES256");
    if (!may_be_one_of(json, "code_challenge_methods_supported", {"S256"}))
        all.emplace_back("PKCE with S256");
    if (!may_be_one_of(
            json, "token_endpoint_auth_methods_supported", {"client_secret_basic", "client_secret_post"}))
        all.emplace_back("client_secret_basic or client_secret_post");
    return all;
}

/// Without the list a header is taken (RFC 8414).
bool takes_secret_in_form(const Json& json) {
    constexpr auto name = "token_endpoint_auth_methods_supported";
    return !lists(json, name, "client_secret_basic") && lists(json, name, "client_secret_post");
}

bool is_true(const Json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_boolean() && found->get<bool>();
}

}  // namespace

bool is_safe_address(std::string_view url) {
    if (url.size() > longest_address) return false;
    for (const char c : url)
        if (c <= ' ' || c > '~' || c == '#' || c == '\\' || c == '"' || c == '<' || c == '>') return false;
    const auto scheme_end = url.find("://");
    if (scheme_end == url.npos) return false;
    const auto rest = url.substr(scheme_end + 3);
    const auto authority = rest.substr(0, rest.find_first_of("/?"));
    if (authority.empty() || authority.find('@') != authority.npos) return false;
    const auto scheme = url.substr(0, scheme_end);
    return scheme == "https" || (scheme == "http" && is_this_machine(authority));
}

std::string discovery_address(std::string_view issuer) {
    while (issuer.ends_with('/')) issuer.remove_suffix(1);
    return std::string{issuer} + "/.well-known/openid-configuration";
}

Outcome<Discovery> read_discovery(std::string_view text, std::string_view issuer) {
    const auto json = object_in(text);
    if (!json || text_in(*json, "issuer") != issuer) return refuse_for(Fault::no_discovery);
    Discovery found{text_in(*json, "authorization_endpoint"), text_in(*json, "token_endpoint"),
        text_in(*json, "jwks_uri"), text_in(*json, "userinfo_endpoint"),
        is_true(*json, "authorization_response_iss_parameter_supported"), takes_secret_in_form(*json),
        lacks(*json)};
    for (const auto* address : {&found.sign_in, &found.token, &found.keys})
        if (!is_safe_address(*address)) return refuse_for(Fault::no_discovery, "an address is not https");
    if (!found.userinfo.empty() && !is_safe_address(found.userinfo))
        return refuse_for(Fault::no_discovery, "an address is not https");
    return found;
}

}  // namespace medskapa::openid
