#pragma once

#include "web/frame/visit.hpp"

/// One's own account: the name, and where one is signed in.
namespace medskapa::web::staff {

Response account(const Visit&);             // GET  /konto
Response rename_self(const Visit&);         // POST /konto/namn
Response end_other_sessions(const Visit&);  // POST /konto/andra-inloggningar
Response end_session(const Visit&);         // POST /konto/inloggningar/{session}/utloggning

}  // namespace medskapa::web::staff
