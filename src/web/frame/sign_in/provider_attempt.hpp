#pragma once

#include "base/names.hpp"
#include "engine/openid/provider.hpp"
#include "web/frame/visit.hpp"

namespace medskapa::web {

/// Why somebody goes to a provider: staff to sign in, to tie their account or to prove who they are, and
/// others to their own page.
enum class Errand { sign_in, tie, prove, own_page };

/// A sign-in on its way, as the browser that began it carries it: in a cookie that nobody else can read or
/// make.
struct AttemptCookie {
    openid::Attempt attempt;
    Errand errand = Errand::sign_in;
    std::string provider = {};  // its name in addresses
    Instant begun = {};
    Language language = Language::sv;
    std::string session = {};  // a digest of that for which it is done; empty: none
    std::string home = {};     // the address of ours to come to in the end; empty: the errand's usual one
};

std::string written(const AttemptCookie&, const std::string& secret);
/// Nothing when it is not ours, has been changed or is too old.
std::optional<AttemptCookie> read_attempt(std::string_view, const std::string& secret, Instant now);

/// Whether the person must show anew who they are: to prove it, and where the browser may be somebody else's.
bool asks_anew(Errand);

/// Recognises a session in such a cookie, and opens nothing.
std::string mark_of_session(const std::string& session);

}  // namespace medskapa::web

namespace medskapa {
template <>
inline constexpr auto names_of<web::Errand> = names<web::Errand>({
    {web::Errand::sign_in, "sign-in"},
    {web::Errand::tie, "tie"},
    {web::Errand::prove, "prove"},
    {web::Errand::own_page, "own-page"},
});
}  // namespace medskapa
