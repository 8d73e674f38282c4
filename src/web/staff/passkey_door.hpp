#pragma once

#include "web/frame/visit.hpp"

/// Coming in by a passkey, and showing it again.
namespace medskapa::web::staff {

/// On the page to sign in; nothing where the site can have no passkeys.
Html passkey_door(const Visit&);

Response passkey_challenge(const Visit&);  // POST /inloggning/passnyckel/fraga: for this browser, by a cookie
Response sign_in_by_passkey(const Visit&);  // POST /inloggning/passnyckel
Response proof_challenge(const Visit&);     // POST /konto/bekraftelse/fraga: for who is signed in

/// What the script asks for, in JSON that nobody keeps.
Response question_response(std::string json);
/// Where passkeys cannot be used.
Response no_question();

}  // namespace medskapa::web::staff
