#pragma once

#include "web/mail/writing.hpp"

namespace medskapa::web::mail {

/// To a registrar, whether somebody speaks for the organisation, and to that person what came of it. False
/// when there is nothing to say any more: it was asked again, answered, or the registrar has another address.
bool write_about_mandate(Writing&);

}  // namespace medskapa::web::mail
