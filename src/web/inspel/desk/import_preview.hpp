#pragma once

#include "app/inspel/import_causes.hpp"
#include "web/frame/visit.hpp"

namespace medskapa::web::inspel::desk {

/// What the person has chosen about the table: what each column is, what parts them, which sheet.
sheets::Wanted wanted_of(const Visit&);

/// The table as it was understood, with a choice for each column: fields of the form that sends the file.
Html understood(const sheets::NamedTable&, const Words&);

/// All that is wrong, each cause once with its rows.
Html wrong_causes(const std::vector<app::ImportCause>&, const Words&);

}  // namespace medskapa::web::inspel::desk
