#pragma once

#include "app/act/act.hpp"
#include "base/sheets/named.hpp"
#include "domain/organisation/organisation.hpp"
#include "store/sql/version.hpp"

#include <string>
#include <vector>

/// The register of organisations: one for the whole site. Who changes an organisation, or merges it, must
/// have the right in every process where it is met.
namespace medskapa::app {

/// Refuses a number that another organisation has, and a name that one of the same kind has.
Result<Organisation> add_organisation(Permitted<Action::keep_organisations>, const Organisation& typed);
/// All but its name in the log. A conflict when it has been merged into another.
Result<Organisation> change_organisation(
    Permitted<Action::keep_organisations>, const std::string& public_id, const Organisation& typed);

/// What refers to the first refers to the second from then on; the first leads there. The second gets what it
/// lacks of number, line of work, registrar and domain, and asks for a second person when either did.
Result<Organisation> merge_organisations(
    Permitted<Action::keep_organisations>, const std::string& from, const std::string& into);
/// What a merger moves, for the page that asks for it: it is refused when that has become another.
sql::RowVersion version_of_use(sql::Connection&, const Organisation&);

/// The columns that are read: namn, organisationsnummer, slag, område, aktör, registrator, domän.
const std::vector<sheets::KnownColumn>& organisation_columns();
/// The rows of a table with these columns, every wrong row named at once. Other columns are refused. Writes
/// nothing.
Result<std::vector<Organisation>> read_organisations(const sheets::NamedTable&);

struct ImportedOrganisations {
    std::vector<Organisation> added;
    std::vector<std::string> known;  // names of those that stood there already, and are as they were
};
/// All of them, or none.
Result<ImportedOrganisations> import_organisations(
    Permitted<Action::keep_organisations>, const std::vector<Organisation>&);

/// A kind as a Swedish table says it (kommun, statlig myndighet) or the open data (municipality).
std::optional<OrganisationKind> organisation_kind(std::string_view word);

}  // namespace medskapa::app
