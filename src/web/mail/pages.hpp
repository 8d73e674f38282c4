#pragma once

#include "web/frame/visit.hpp"

/// News of a process by e-mail, without an account: what a follower gets is chosen on one page, behind a link
/// that only they have.
namespace medskapa::web::mail {

Response follow_form(const Visit&);   // GET  …/besked?om=inspel/7: what is followed is named
Response follow(const Visit&);        // POST …/besked: the same answer whoever follows already
Response follower(const Visit&);      // GET  …/besked/{follower}
Response choose(const Visit&);        // POST …/besked/{follower}
Response confirm_form(const Visit&);  // GET  …/besked/{follower}/bekraftelse: a button, so that a link that
                                      // is fetched ahead confirms nothing
Response confirm(const Visit&);       // POST …/besked/{follower}/bekraftelse
Response stop_form(const Visit&);     // GET  …/besked/{follower}/sluta: shows, and ends nothing
Response stop(const Visit&);          // POST …/besked/{follower}/sluta, also from a mail program (RFC 8058)

}  // namespace medskapa::web::mail
