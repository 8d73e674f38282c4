#pragma once

#include "web/frame/visit.hpp"

/// What is sent by e-mail in the process, for its staff. In an example nothing is ever sent, and the pages
/// show what would have been.
namespace medskapa::web::mail::desk {

Response list(const Visit&);        // GET  …/mejl
Response letter(const Visit&);      // GET  …/mejl/{mail}
Response send_again(const Visit&);  // POST …/mejl/{mail}/nytt-forsok

}  // namespace medskapa::web::mail::desk
