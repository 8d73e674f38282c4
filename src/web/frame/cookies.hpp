#pragma once

#include "web/frame/sign_in/spent_states.hpp"
#include "web/frame/visit.hpp"

#include <chrono>
#include <optional>

namespace medskapa::web {

/// A cookie that we set. Only set_cookie() sets one, and the page on cookies shows those of the list.
struct Cookie {
    std::string_view name;
    const char* when;
    const char* why;
    const char* how_long;
    std::optional<std::chrono::seconds> lasts = {};  // without: until the browser is closed
};
inline constexpr Cookie session_cookie{"ms", N_("When you sign in as staff"),
    N_("You need not sign in again on every page"),
    N_("Until you sign out or close the browser; for twelve hours where you say that the device is your "
       "own")};
inline constexpr Cookie voter_cookie{"deltar", N_("When you answer a statement or weigh priorities"),
    N_("You can change and take back your answers, and nobody is counted twice"), N_("180 days"),
    std::chrono::days{180}};
inline constexpr Cookie own_cookie{"mina",
    N_("When you open My pages, by the link that we mail you or by eID"), N_("Only you see what is yours"),
    N_("Until you sign out or close the browser. After half an hour without a click, or four hours in all, "
       "it opens nothing")};
inline constexpr Cookie passkey_cookie{"passnyckel", N_("When you sign in with a passkey"),
    N_("Only the browser that you began in can finish it"), N_("Five minutes"), std::chrono::minutes{5}};
inline constexpr Cookie attempt_cookie{"inloggning", N_("When you sign in by a sign-in service"),
    N_("We know that it is you who come back from there"), N_("Until you come back, ten minutes at most"),
    longest_at_provider};
inline constexpr const Cookie* all_cookies[]{
    &session_cookie, &voter_cookie, &own_cookie, &passkey_cookie, &attempt_cookie};

/// The name as the browser has it: "__Host-ms" where the site is reached by https.
std::string name_of_cookie(const Site&, const Cookie&);

/// What scripts cannot read, and other sites' forms do not carry.
void set_cookie(Response&, const Site&, const Cookie&, std::string_view value);
/// The session's: on a device of one's own it outlives the browser, for as long as the session can last.
void set_session_cookie(Response&, const Site&, const std::string& session, Device);
void remove_cookie(Response&, const Site&, const Cookie&);

}  // namespace medskapa::web
