#include "app/organisation/organisation.hpp"
#include "app/referral/referral.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"

/// Whom to ask, from a table.
namespace medskapa::app {
namespace {

/// The word as the open data has it; what nobody knows stays as it was typed.
std::string known_kind(const std::string& typed) {
    const auto kind = organisation_kind(typed);
    return kind ? std::string{name_of(*kind)} : typed;
}

}  // namespace

const std::vector<sheets::KnownColumn>& invitation_columns() {
    static const std::vector<sheets::KnownColumn> columns{{"party", {"namn", "party", "name"}},
        {"kind", {"slag", "typ", "kind"}}, {"contact", {"adress", "contact", "e-post"}},
        {"deadline", {"senast", "deadline"}},
        {"number", {"organisationsnummer", "orgnr", "org.nr", "number"}}};
    return columns;
}

Result<std::vector<Invitation>> read_invitations(const sheets::NamedTable& table) {
    std::vector<Invitation> all;
    std::vector<Complaint> complaints;
    const auto complain = [&](const csv::Row& row, Field column, const char* why) {
        complaints.push_back({Place::in_row(row.line(), column), why});
    };
    for (const auto& row : table.rows) {
        Invitation invitation{row["party"], known_kind(row["kind"]), row["contact"],
            time::read_day(row["deadline"]), row["number"]};
        Party::Kind kind{};
        if (text::one_line(invitation.name).empty()) complain(row, Field::name, N_("Write a name"));
        if (!find_name<Party::Kind>(invitation.kind, kind))
            complain(row, Field::kind,
                N_("Write the kind as one of kommun, region, statlig myndighet, samisk, företag, förening, "
                   "granne, "
                   "högskola, annan"));
        if (!row["number"].empty())
            if (const auto number = organisation_number(row["number"]); !number)
                complaints.push_back({Place::in_row(row.line(), Field::organisation_number),
                    number.error().complaints.front().message});
        if (!row["deadline"].empty() && !invitation.deadline)
            complain(row, Field::deadline, N_("Write the day as 2026-05-14"));
        all.push_back(std::move(invitation));
    }
    if (!table.unread().empty())
        complaints.push_back({Field::file,
            N_("The columns {} are not known and would be lost. Take them away, or call them namn, slag, "
               "adress, senast or organisationsnummer"),
            {table.unread()}});
    if (all.empty())
        complaints.push_back({Field::file, N_("The file has no rows. The first line names the columns")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return all;
}

}  // namespace medskapa::app
