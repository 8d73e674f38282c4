#pragma once

#include "domain/field.hpp"

#include <string>

namespace medskapa::web::ui {

/// The name of the field where the fault lies: "kommun-2326" for the one of several. For a place without a
/// field what it says by itself, which for a complaint of web/ is a name too. Empty for none.
std::string name_in_form(const Place&);
/// The name of the column where the fault lies, as people write it in a table: "ämne" where the form has
/// "amne". For a place without a field what it says by itself.
std::string name_of_column(const Place&);

}  // namespace medskapa::web::ui
