#include "base/webauthn/relying_party.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace medskapa::webauthn {
namespace {

constexpr std::string_view secure = "https://";
constexpr std::string_view open = "http://";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_name(std::string_view host) {
    const auto is_of_name = [](char c) {
        return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '.';
    };
    const auto last = host.substr(host.rfind('.') + 1);
    return !host.empty() && host.front() != '.' && !last.empty() && !is_digit(last.front()) &&
           std::all_of(host.begin(), host.end(), is_of_name);
}

bool is_this_machine(std::string_view host) {
    return host == "localhost" || host.ends_with(".localhost");
}

}  // namespace

std::optional<RelyingParty> relying_party(std::string_view base_url) {
    const auto address = text::lower(base_url);
    const auto scheme = address.starts_with(secure) ? secure : open;
    if (!address.starts_with(scheme)) return std::nullopt;
    const auto place = std::string_view{address}.substr(scheme.size());
    const auto authority = place.substr(0, place.find('/'));
    const auto colon = authority.find(':');
    const auto host = authority.substr(0, colon);
    auto port = colon == authority.npos ? std::string_view{} : authority.substr(colon + 1);
    if (!is_name(host) || !std::all_of(port.begin(), port.end(), is_digit)) return std::nullopt;
    if (scheme == open && !is_this_machine(host)) return std::nullopt;
    if (port == (scheme == secure ? "443" : "80")) port = {};
    auto origin = std::string{scheme}.append(host);
    if (!port.empty()) origin.append(":").append(port);
    return RelyingParty{std::string{host}, std::move(origin)};
}

}  // namespace medskapa::webauthn
