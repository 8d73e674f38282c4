#include "web/frame/cookies.hpp"

namespace medskapa::web {
namespace {

constexpr std::string_view bound_to_host = "__Host-";

bool is_secure(const Site& site) {
    return site.base_url.starts_with("https://");
}

void add(Response& response, const Site& site, const Cookie& cookie, std::string_view value,
    const std::optional<std::chrono::seconds>& lasts) {
    response.headers.emplace_back("Set-Cookie",
        fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax{}{}", name_of_cookie(site, cookie), value,
            is_secure(site) ? "; Secure" : "", lasts ? fmt::format("; Max-Age={}", lasts->count()) : ""));
}

}  // namespace

std::string name_of_cookie(const Site& site, const Cookie& cookie) {
    return std::string{is_secure(site) ? bound_to_host : std::string_view{}} + std::string{cookie.name};
}

void set_cookie(Response& response, const Site& site, const Cookie& cookie, std::string_view value) {
    add(response, site, cookie, value, cookie.lasts);
}

void set_session_cookie(Response& response, const Site& site, const std::string& session, Device device) {
    const bool is_own = device == Device::own;
    add(response, site, session_cookie, session,
        is_own ? std::optional<std::chrono::seconds>{app::session_limit} : std::nullopt);
}

void remove_cookie(Response& response, const Site& site, const Cookie& cookie) {
    add(response, site, cookie, "", std::chrono::seconds{0});
}

}  // namespace medskapa::web
