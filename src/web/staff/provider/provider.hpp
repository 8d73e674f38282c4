#pragma once

#include "web/frame/visit.hpp"

/// Coming in by a sign-in service: to its page and back.
namespace medskapa::web::staff {

Response begin_at_provider(const Visit&);   // GET  /inloggning/hos/{provider}
Response prove_at_provider(const Visit&);   // GET  /inloggning/hos/{provider}/bekraftelse
Response come_from_provider(const Visit&);  // GET  /inloggning/hos/{provider}/svar
Response proved(const Visit&);              // GET  /inloggning/hos/{provider}/klart

Response own_services(const Visit&);        // GET  /konto/inloggningstjanster
Response prove_for_services(const Visit&);  // POST /konto/inloggningstjanster/bekraftelse
Response begin_to_tie(const Visit&);        // GET  /konto/inloggningstjanster/{provider}/{proof}
Response untie(const Visit&);               // POST /konto/inloggningstjanster/{provider}/borttagning

}  // namespace medskapa::web::staff
