#pragma once

#include "app/inspel/import_causes.hpp"
#include "web/frame/visit.hpp"
#include "web/inspel/desk/table_memory.hpp"

#include <string_view>

namespace medskapa::web::inspel::desk {

/// What the person has chosen about the table: what each column is, what parts them, which sheet.
sheets::Wanted wanted_of(const Visit&);

/// The table as it was understood, with a choice for each column, and the answers that its cells were read
/// by: fields of the form that sends the file. Where no table could be read, what the form said last, so that
/// nobody has to choose it again. Of a wide table the first `most_choices` columns, and those
/// that are read or were chosen not to be.
Html understood(const Visit&, const ReadTable&);

inline constexpr std::string_view header_field = "rubrikrad";  // the digest of the header that was shown
inline constexpr std::string_view sheet_field = "blad";
inline constexpr std::size_t most_choices = 200;  // two fields each, of the thousand that a form may have

/// All that is wrong, each cause once with its rows.
Html wrong_causes(const std::vector<app::ImportCause>&, const Words&);

}  // namespace medskapa::web::inspel::desk
