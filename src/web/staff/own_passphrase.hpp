#pragma once

#include "web/frame/visit.hpp"

/// What one signs in with besides links: passphrase, app and recovery codes.
namespace medskapa::web::staff {

Response own_passphrase(const Visit&);        // GET  /konto/losenfras
Response set_up_passphrase(const Visit&);     // POST /konto/losenfras
Response change_passphrase(const Visit&);     // POST /konto/losenfras/byte
Response drop_passphrase(const Visit&);       // POST /konto/losenfras/borttagning
Response renew_recovery_codes(const Visit&);  // POST /konto/reservkoder
/// By who has proved it, which the router asks for: back to /konto/losenfras.
Response prove_oneself(const Visit&);  // POST /konto/bekraftelse

}  // namespace medskapa::web::staff
