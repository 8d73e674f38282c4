#pragma once

#include "domain/staff/extract_use.hpp"
#include "store/privacy/find_person.hpp"
#include "web/frame/visit.hpp"

/// What may be a person's, for staff to say which of it is.
namespace medskapa::web::law::desk {

Response candidates_page(
    const Visit&, const ExtractUse& search, const store::PersonWanted&, const store::PersonCandidates&);

/// Which processes the reader may take out from, where that is not all.
Html scope_view(const Visit&);

}  // namespace medskapa::web::law::desk
