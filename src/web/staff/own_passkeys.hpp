#pragma once

#include "web/frame/visit.hpp"

/// One's own passkeys.
namespace medskapa::web::staff {

Response own_passkeys(const Visit&);           // GET  /konto/passnycklar
Response add_passkey(const Visit&);            // POST /konto/passnycklar
Response new_passkey_challenge(const Visit&);  // POST /konto/passnycklar/fraga
Response rename_passkey(const Visit&);         // POST /konto/passnycklar/{passkey}/namn
Response remove_passkey(const Visit&);         // POST /konto/passnycklar/{passkey}/borttagning
/// By who has proved it, which the router asks for: back to /konto/passnycklar.
Response prove_for_passkeys(const Visit&);  // POST /konto/passnycklar/bekraftelse

/// On the page of the account: how many there are, and the way to them.
Html passkeys_note(const Visit&);

}  // namespace medskapa::web::staff
