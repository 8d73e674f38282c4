#pragma once

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "domain/organisation/sector.hpp"

#include <optional>
#include <string>

namespace medskapa {

enum class OrganisationKind {
    municipality,
    region,
    state_authority,
    sami,
    business,
    civil_society,
    neighbour,
    academia,
    other
};
template <>
inline constexpr auto names_of<OrganisationKind> = names<OrganisationKind>({
    {OrganisationKind::municipality, "municipality", NC_("actor", "Municipality")},
    {OrganisationKind::region, "region", N_("Region")},
    {OrganisationKind::state_authority, "state_authority", N_("State authority")},
    {OrganisationKind::sami, "sami", N_("Sámi representatives")},
    {OrganisationKind::business, "business", N_("Business")},
    {OrganisationKind::civil_society, "civil_society", N_("Civil society")},
    {OrganisationKind::neighbour, "neighbour", N_("Neighbouring region or country")},
    {OrganisationKind::academia, "academia", N_("University or school")},
    {OrganisationKind::other, "other", N_("Other")},
});

/// Somebody who takes part and is no person: one row wherever it is met, as a party of a referral or as the
/// one that somebody speaks for.
struct Organisation {
    using Kind = OrganisationKind;

    Id<Organisation> id = {};
    std::string public_id = {};  // random; its address and the log's name for it
    std::string name = {};
    std::string folded_name = {};  // as names are compared
    std::string number = {};       // "212000-1355", of a legal person; empty: not known, or it has none
    Kind kind = Kind::other;
    Sector sector = Sector::civil_society;  // the helix
    std::string line_of_work = {};          // "besöksnäring"
    std::string registrar = {};             // the e-mail address that answers for it; never public
    std::string domain = {};                // "exempel.se"
    bool asks_second = false;               // whether a second person has to approve who speaks for it
    Instant added_at = {};
    Id<Organisation> merged_into = {};  // none: it stands
};

/// A name as two are compared: without case and with single blanks.
std::string folded_organisation(std::string_view name);

/// "212000-1355" of ten digits with or without a hyphen, or of twelve that begin with 16. Refuses what is no
/// organisation number: wrong digits, and the number of a person, whose third digit is 0 or 1.
Result<std::string> organisation_number(std::string_view typed);

/// What a kind is of the helix, until somebody says otherwise.
Sector usual_sector_of(OrganisationKind);

/// Says all that is wrong at once: no name, a number that is none, an address that no mail reaches.
Result<Organisation> checked(Organisation);

}  // namespace medskapa
