#pragma once

#include "app/staff/sign_in.hpp"
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

/// After a change, in the session that the change has begun: the recovery codes, where there are new ones, or
/// back.
Response in_changed_session(const Visit&, const app::ChangedSignIn&, const std::string& back);
/// What an app and a device call the site.
std::string name_in_app(const Visit&);

}  // namespace medskapa::web::staff
