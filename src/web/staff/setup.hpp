#pragma once

#include "web/frame/visit.hpp"

/// The five questions with which a site, or one more process on it, begins. Whoever has the setup link
/// answers them, one a page; each answer is kept at once.
namespace medskapa::web::staff {

Response setup(const Visit&);            // GET  /installation/{token}
Response finish_setup(const Visit&);     // POST /installation/{token}
Response question(const Visit&);         // GET  /installation/{token}/{question}
Response answer_question(const Visit&);  // POST /installation/{token}/{question}

/// The page for a setup link that is used, unknown or too old.
Response no_setup_link(const Visit&);

}  // namespace medskapa::web::staff
