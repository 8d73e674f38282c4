#pragma once

#include "base/webauthn/ceremony.hpp"
#include "web/frame/sign_in/passphrase_try.hpp"

#include <nlohmann/json_fwd.hpp>

/// A passkey that the browser asks, in a form that signs in, that asks again or that adds one: our script
/// asks for a question, lets the browser answer it, and sends the answer in a field of the form.
namespace medskapa::web {

inline constexpr std::string_view passkey_field = "passnyckel";

/// Whom passkeys of this site are for. Nothing where its address is one that browsers make none for.
std::optional<webauthn::RelyingParty> passkey_site(const Visit&);

/// What is asked of who makes a passkey or shows one in this session; to sign in, of this browser by its
/// cookie, which is given. Only where there is a passkey_site().
webauthn::Question passkey_question(const Visit&, webauthn::Purpose, std::string asked);

/// With the form's passkey, asked in the browser that has the cookie.
SignInTry try_passkey(const Visit&, Device);
/// With the form's passkey, which must be the signed-in person's own.
SignInTry prove_by_passkey(const Visit&);

/// A form that our script sends with a passkey: out of sight until it knows that the browser can. `question`
/// is the address that the script asks first.
Html passkey_box(const Visit&, const std::string& question, const Html& form);
/// Where the answer comes, in such a form.
Html passkey_input();

/// Whether the signed-in person can be asked for a passkey.
bool has_passkey(const Visit&);

/// The signed-in person's passkeys, as a browser is told of them.
nlohmann::ordered_json own_credentials(const Visit&);

/// What a browser is to ask a passkey, in JSON.
std::string shown_question(const Visit&, const webauthn::Question&);

}  // namespace medskapa::web
