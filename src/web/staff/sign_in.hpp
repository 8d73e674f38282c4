#pragma once

#include "web/frame/sign_in/passphrase_try.hpp"
#include "web/frame/visit.hpp"

/// How staff come in and go out.
namespace medskapa::web::staff {

Response ask_for_link(const Visit&);  // GET  /inloggning: by passphrase and code, or by a link that is mailed
Response request_link(const Visit&);  // POST /inloggning: the same answer whoever has the address
Response ask_to_sign_in(
    const Visit&);  // GET  /inloggning/{token}: a button, so that a link fetched ahead is not used up
Response sign_in_by_passphrase(const Visit&);  // POST /inloggning/losenfras
Response sign_in(const Visit&);                // POST /inloggning/{token}
Response sign_out(const Visit&);               // POST /utloggning

/// To `home`, with the session's cookie.
Response enter(const Visit&, const std::string& session, const std::string& home, Device = Device::shared);
/// The page to sign in, with what came of a try.
Response refused_at_the_doors(const Visit&, const SignInTry&);
/// Where somebody who has come in begins.
std::string home_of(const Visit&, const std::string& session);
/// Where somebody who has just come in begins to work, in this language.
std::string home_of(const Visit&, const std::optional<app::SignedIn>&, Language);
/// The page for a link that is used, unknown or too old.
Response used_up(const Visit&);

}  // namespace medskapa::web::staff
