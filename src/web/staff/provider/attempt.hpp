#pragma once

#include "base/names.hpp"
#include "engine/openid/provider.hpp"
#include "web/frame/visit.hpp"

namespace medskapa::web::staff {

/// Why somebody goes to a provider.
enum class Errand { sign_in, tie, prove };

/// A sign-in on its way, as the browser that began it carries it: in a cookie that nobody else can read or
/// make.
struct AttemptCookie {
    openid::Attempt attempt;
    Errand errand = Errand::sign_in;
    std::string provider = {};  // its name in addresses
    Instant begun = {};
    Language language = Language::sv;
    std::string session = {};  // a digest of that for which it is done; empty: none
};

std::string written(const AttemptCookie&, const std::string& secret);
/// Nothing when it is not ours, has been changed or is too old.
std::optional<AttemptCookie> read_attempt(std::string_view, const std::string& secret, Instant now);

/// Recognises a session in such a cookie, and opens nothing.
std::string mark_of_session(const std::string& session);

}  // namespace medskapa::web::staff

namespace medskapa {
template <>
inline constexpr auto names_of<web::staff::Errand> = names<web::staff::Errand>({
    {web::staff::Errand::sign_in, "sign-in"},
    {web::staff::Errand::tie, "tie"},
    {web::staff::Errand::prove, "prove"},
});
}  // namespace medskapa
