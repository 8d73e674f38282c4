#include "web/frame/sign_in/at_provider.hpp"

#include "base/digest.hpp"
#include "web/frame/cookies.hpp"
#include "web/frame/sign_in/security_notes.hpp"
#include "web/frame/sign_in/sign_in_door.hpp"

#include <fmt/format.h>
#include <iostream>

namespace medskapa::web {
namespace {

/// For whoever runs the server: what went wrong, without anything about the person.
void log(const Visit& visit, const openid::Provider& provider, const openid::Refusal& refusal) {
    // Anybody can make it happen as often as they like.
    count_security(visit, SecurityEvent::login_fail, "provider");
    std::cerr << fmt::format("request {}: sign-in by {}: {}{}{}\n", visit.request.id,
        provider.settings().name, name_of(refusal.fault), refusal.detail.empty() ? "" : ": ", refusal.detail);
}

/// What the provider has said instead of a code (RFC 6749, 4.1.2.1). Its words are shown nowhere.
std::optional<Reason> said_no(const Visit& visit) {
    const auto error = visit.query("error");
    if (!error.empty()) {
        const bool is_trouble = error == "server_error" || error == "temporarily_unavailable";
        return is_trouble ? Reason::unreachable : Reason::cancelled;
    }
    if (visit.query("code").empty()) return Reason::refused;
    return std::nullopt;
}

std::optional<std::string> said_issuer(const Visit& visit) {
    for (const auto& [name, value] : visit.request.query)
        if (name == "iss") return value;
    return std::nullopt;
}

bool is_errand_of(Comers comers, Errand errand) {
    return (comers == Comers::participants) == (errand == Errand::own_page);
}

}  // namespace

AttemptCookie new_attempt_at(const Visit& visit, const openid::Provider& provider, Errand errand) {
    AttemptCookie cookie{
        openid::new_attempt(), errand, provider.settings().name, visit.now, visit.words.language()};
    if (asks_anew(errand)) cookie.attempt.proved_since = visit.now;
    return cookie;
}

tl::expected<Response, Reason> sent_away(const Visit& visit, const openid::Provider& provider,
    const AttemptCookie& cookie, const std::string& return_path) {
    const auto address =
        provider.sign_in_address(cookie.attempt, visit.site.base_url + return_path, visit.now);
    if (!address) {
        log(visit, provider, address.error());
        return tl::unexpected{reason_of(address.error().fault)};
    }
    auto response = not_stored(see_other(*address));
    set_cookie(response, visit.site, attempt_cookie, written(cookie, visit.site.secret));
    return response;
}

std::optional<AttemptCookie> begun_here(const Visit& visit, Comers comers, const openid::Provider& provider) {
    const auto value = visit.request.cookie(name_of_cookie(visit.site, attempt_cookie));
    auto cookie = read_attempt(value, visit.site.secret, visit.now);
    if (!cookie || cookie->provider != provider.settings().name || !is_errand_of(comers, cookie->errand) ||
        !same_secret(visit.query("state"), cookie->attempt.state))
        return std::nullopt;
    if (!cookie->session.empty() && cookie->session != mark_of_session(visit.session)) return std::nullopt;
    if (!visit.site.door->spent_states.spend(cookie->attempt.state, visit.now)) return std::nullopt;
    return cookie;
}

tl::expected<openid::Person, Reason> who_came(const Visit& visit, const openid::Provider& provider,
    const AttemptCookie& cookie, const std::string& return_path) {
    if (const auto no = said_no(visit)) return tl::unexpected{*no};
    auto person = provider.person_of(std::string{visit.query("code")}, cookie.attempt,
        visit.site.base_url + return_path, said_issuer(visit), visit.now);
    if (person) return *std::move(person);
    log(visit, provider, person.error());
    return tl::unexpected{reason_of(person.error().fault)};
}

Response sent_back(const Visit& visit, const std::string& page, std::string_view provider, Reason reason) {
    auto response = not_stored(see_other(address_with(page, provider, reason)));
    // An answer to nothing may have been made by somebody else: it does not end what is on its way.
    if (reason != Reason::lost) remove_cookie(response, visit.site, attempt_cookie);
    return response;
}

}  // namespace medskapa::web
