#pragma once

#include "domain/inspel/erasure.hpp"
#include "domain/inspel/inspel.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::inspel::desk {

/// The form by which the content of an inspel is erased: for the one who may, while there is something left.
Html erasure_view(const Visit&, const Inspel&, const ui::Complaints&);
/// "erase", in the page's language.
std::string word_that_erases(const Words&);

}  // namespace medskapa::web::inspel::desk
