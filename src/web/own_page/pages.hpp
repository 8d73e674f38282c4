#pragma once

#include "web/frame/visit.hpp"

/// My pages: all that is tied to one's own e-mail address or eID, over all processes, without an account. Who
/// has opened the link that is mailed there, or come from an eID service, has a session of its own, which is
/// none of the staff's.
namespace medskapa::web::own_page {

Response own_page(const Visit&);      // GET  /mina-sidor: the page, or the form that asks for an address
Response request_link(const Visit&);  // POST /mina-sidor: the same answer whatever is tied to the address
Response open_form(const Visit&);     // GET  /mina-sidor/lank/{token}: a button, so that a link that is
                                      // fetched ahead is not used up
Response open(const Visit&);          // POST /mina-sidor/lank/{token}
Response sign_out(const Visit&);      // POST /mina-sidor/utloggning

Response go_to_eid(const Visit&);        // GET  /mina-sidor/hos/{provider}
Response come_from_eid(const Visit&);    // GET  /mina-sidor/hos/{provider}/svar
Response forget_identity(const Visit&);  // POST /mina-sidor/e-legitimation/borttagning
Response show_as_person(const Visit&);   // POST /processer/{process}/aktiviteter/{activity}/e-legitimation

Response tie_inspel(const Visit&);    // POST /mina-sidor/kvittens
Response request_tie(const Visit&);   // POST /processer/{process}/kvittens/{code}/adress
Response choose(const Visit&);        // POST /mina-sidor/besked
Response extract(const Visit&);       // POST /mina-sidor/utdrag
Response withdraw(const Visit&);      // POST /processer/{process}/mina-sidor/{number}/aterkallelse
Response request_form(const Visit&);  // GET  /processer/{process}/mina-sidor/{number}/begaran
Response send_request(const Visit&);  // POST

}  // namespace medskapa::web::own_page
