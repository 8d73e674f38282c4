#pragma once

#include "engine/openid/provider.hpp"
#include "web/frame/visit.hpp"

/// Why a sign-in by a provider came to nothing, for who tried.
namespace medskapa::web {

enum class Reason {
    lost,
    cancelled,
    unreachable,
    busy,
    refused,
    unknown,
    other_domain,
    unsure,
    not_proved,
    theirs,
    one_process,
    only_way
};

Reason reason_of(openid::Fault);

/// Who comes in by a provider: participants by those whose settings name no claim with an address.
enum class Comers { staff, participants };
std::vector<std::shared_ptr<const openid::Provider>> providers_for(const Visit&, Comers);
/// The provider with this name, where it lets them in; nothing when there is none.
const openid::Provider* provider_named(const Visit&, Comers, std::string_view name);
/// The id of its button, to which a complaint leads.
std::string id_of_button(const openid::Provider&);

/// The page with the reason and the provider's name in its address.
std::string address_with(const std::string& page, std::string_view provider, Reason);
/// What the address says that came to nothing; none when it says none that we know.
std::vector<Complaint> complaints_about_provider(const Visit&, Comers);

}  // namespace medskapa::web

namespace medskapa {
template <>
inline constexpr auto names_of<web::Reason> = names<web::Reason>({
    {web::Reason::lost, "tid",
        N_("The sign-in with {} took too long, or was begun in another tab. Try again")},
    {web::Reason::cancelled, "avbruten",
        N_("The sign-in with {} was cancelled. Try again, or sign in another way")},
    {web::Reason::unreachable, "svarar-inte",
        N_("The service for {} does not answer. Try again in a while, or sign in another way")},
    {web::Reason::busy, "upptagen",
        N_("Many are signing in with {} just now. Wait a few seconds and try again")},
    {web::Reason::refused, "stammer-inte",
        N_("The answer about {} could not be trusted, so you are not signed in. Try again, or sign in "
           "another "
           "way. If it happens again, tell whoever runs the server")},
    {web::Reason::unknown, "okand",
        N_("Nobody here has tied their account to that sign-in with {}. Sign in another way, and tie it on "
           "the "
           "page of your account")},
    {web::Reason::other_domain, "annan-adress",
        N_("Your e-mail address with {} is not of the organisation that may sign in here. Sign in with your "
           "account at work")},
    {web::Reason::unsure, "for-lag-niva",
        N_("You signed in with {} in a way that is not sure enough. Sign in there with a second factor, or "
           "another way here")},
    {web::Reason::not_proved, "inte-pa-nytt",
        N_("We cannot see that you signed in anew with {}. Show who you are with passphrase and code, or "
           "with a "
           "link")},
    {web::Reason::theirs, "nagon-annans",
        N_("You signed in with another account than yours. Sign out of {}, and sign in there with your own")},
    {web::Reason::one_process, "en-process",
        N_("Nothing was changed for {}: you came in by what opens one process alone. Sign in with a "
           "link that we mail you, or in another way of your own, and do it again")},
    {web::Reason::only_way, "enda-vagen",
        N_("Nothing was tied to {}: your passphrase or passkey opens one process alone, and would stop "
           "working. Set it up anew first, so that you come in when no mail arrives")},
});
}  // namespace medskapa
