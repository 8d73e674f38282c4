#pragma once

#include "web/frame/sign_in/provider_attempt.hpp"
#include "web/frame/sign_in/provider_refusal.hpp"

/// To the page of a sign-in service and back, whoever goes there.
namespace medskapa::web {

/// An attempt that begins now, in this visit's language.
AttemptCookie new_attempt_at(const Visit&, const openid::Provider&, Errand);

/// Sends the browser away with the attempt in a cookie, or says why that came to nothing. It comes back to
/// `return_path`, in no language: a provider has been told one address beforehand.
tl::expected<Response, Reason> sent_away(
    const Visit&, const openid::Provider&, const AttemptCookie&, const std::string& return_path);

/// The attempt that this browser began, with such an errand, when the answer is to it: it is then used up.
std::optional<AttemptCookie> begun_here(const Visit&, Comers, const openid::Provider&);

/// Who has come back, or why nobody is let in.
tl::expected<openid::Person, Reason> who_came(
    const Visit&, const openid::Provider&, const AttemptCookie&, const std::string& return_path);

/// The way back to a page of ours that says why, with the attempt ended where it was this browser's.
Response sent_back(const Visit&, const std::string& page, std::string_view provider, Reason);

}  // namespace medskapa::web
