#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/frame/visit.hpp"

namespace medskapa::web::own_page {

/// On a receipt: how to see the inspel without its code from now on. Empty for what cannot be tied.
Html tie_note(const Visit&, const Inspel&, const std::string& code);
/// For who has lost a code.
Html lost_code_note(const Visit&);

}  // namespace medskapa::web::own_page
