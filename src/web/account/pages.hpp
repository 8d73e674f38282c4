#pragma once

#include "web/visit.hpp"

/// How staff come in and go out.
namespace medskapa::web::account {

Response ask_to_sign_in(
    const Visit&);  // GET  /inloggning/{token}: a button, so that a link fetched ahead is not used up
Response sign_in(const Visit&);   // POST /inloggning/{token}
Response sign_out(const Visit&);  // POST /utloggning

}  // namespace medskapa::web::account
