#pragma once

#include "app/act/act.hpp"
#include "app/inspel/inspel.hpp"
#include "base/sheets/named.hpp"

namespace medskapa::app {

/// The columns that are read, by their Swedish and English names: text, rubrik/title, mottaget/received_at
/// (also datum, date and inkom where they hold days),
/// kanal/channel, aktivitet/activity, vem/actor_kind, organisation, kommun/municipality (code or name),
/// ämne/topic, gäller/concerns, kontakt/contact, språk/lang.
const std::vector<sheets::KnownColumn>& inspel_columns();

/// The rows of a table with these columns as inspel to enter, or every wrong row named at once by its row.
/// The channel and the sender are written in Swedish (brev, privatperson) or as in the open data (paper,
/// citizen). Only the text is required; a table without that column is refused with its columns named. Writes
/// nothing, so it is the dry run too.
Result<std::vector<Entered>> read_import(
    sql::Connection&, const Process&, const sheets::NamedTable&, const Clock&, Instant now);

/// All or nothing. Returns how many.
Result<int> import_inspel(
    Permitted<Action::enter_inspel>, const std::vector<Entered>&, const std::string& secret);

}  // namespace medskapa::app
