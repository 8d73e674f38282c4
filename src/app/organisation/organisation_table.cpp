#include "app/organisation/organisation.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"

#include <array>
#include <set>

namespace medskapa::app {
namespace {

using Kind = OrganisationKind;

// How a Swedish table says it. The words of the open data (municipality) are read too.
constexpr std::array<std::pair<std::string_view, Kind>, 21> kinds{{{"kommun", Kind::municipality},
    {"region", Kind::region}, {"statlig myndighet", Kind::state_authority},
    {"myndighet", Kind::state_authority}, {"samisk", Kind::sami}, {"samisk organisation", Kind::sami},
    {"samiska företrädare", Kind::sami}, {"företag", Kind::business}, {"näringsliv", Kind::business},
    {"förening", Kind::civil_society}, {"civilsamhälle", Kind::civil_society},
    {"civilsamhället", Kind::civil_society}, {"granne", Kind::neighbour}, {"grannregion", Kind::neighbour},
    {"grannland", Kind::neighbour}, {"grannregion eller grannland", Kind::neighbour},
    {"högskola", Kind::academia}, {"universitet", Kind::academia}, {"högskola eller skola", Kind::academia},
    {"annan", Kind::other}, {"annat", Kind::other}}};

constexpr std::array<std::pair<std::string_view, Sector>, 10> sectors{
    {{"företag", Sector::business}, {"näringsliv", Sector::business}, {"offentlig", Sector::public_sector},
        {"offentlig sektor", Sector::public_sector}, {"akademi", Sector::research},
        {"forskning", Sector::research}, {"forskning och utbildning", Sector::research},
        {"civilsamhälle", Sector::civil_society}, {"civilsamhället", Sector::civil_society},
        {"föreningar", Sector::civil_society}}};

template <class Enum, std::size_t n>
std::optional<Enum> meant_by(
    std::string_view word, const std::array<std::pair<std::string_view, Enum>, n>& swedish) {
    Enum found{};
    if (find_name<Enum>(text::one_line(word), found)) return found;
    for (const auto& [known, value] : swedish)
        if (sheets::folded(known) == sheets::folded(word)) return value;
    return std::nullopt;
}

/// One row, with what is wrong with it.
Organisation organisation_in(const csv::Row& row, std::vector<Complaint>& complaints) {
    const auto complain = [&](Field column, const char* why) {
        complaints.push_back({Place::in_row(row.line(), column), why});
    };
    Organisation typed;
    typed.name = row["name"];
    typed.number = row["number"];
    typed.line_of_work = row["line_of_work"];
    typed.registrar = row["registrar"];
    typed.domain = row["domain"];
    const auto kind = organisation_kind(row["kind"]);
    if (!kind)
        complain(Field::kind,
            N_("Write the kind as one of kommun, region, statlig myndighet, samisk, företag, förening, "
               "granne, "
               "högskola, annan"));
    typed.kind = kind.value_or(Kind::other);
    const auto sector = meant_by<Sector>(row["sector"], sectors);
    if (!sector && !text::one_line(row["sector"]).empty())
        complain(Field::sector,
            N_("Write one of företag, offentlig, akademi, civilsamhälle, or leave the cell empty"));
    typed.sector = sector.value_or(usual_sector_of(typed.kind));
    auto organisation = checked(typed);
    if (organisation) return *std::move(organisation);
    for (auto one : organisation.error().complaints) {
        one.place = Place::in_row(row.line(), one.place);
        complaints.push_back(std::move(one));
    }
    return typed;
}

/// The same organisation twice in one file is a mistake of the file's.
void complain_of_doubles(const csv::Row& row, const Organisation& one, std::set<std::string>& met,
    std::vector<Complaint>& complaints) {
    const auto name = one.folded_name + "\n" + std::string{name_of(one.kind)};
    const bool is_new_number = one.number.empty() || met.insert(one.number).second;
    if (!met.insert(name).second || !is_new_number)
        complaints.push_back(
            {Place::in_row(row.line(), Field::name), N_("{} stands twice in the file"), {one.name}});
}

}  // namespace

std::optional<OrganisationKind> organisation_kind(std::string_view word) {
    return meant_by<Kind>(word, kinds);
}

const std::vector<sheets::KnownColumn>& organisation_columns() {
    static const std::vector<sheets::KnownColumn> columns{{"name", {"namn", "organisation", "name"}},
        {"number", {"organisationsnummer", "orgnr", "org.nr", "number"}}, {"kind", {"slag", "typ", "kind"}},
        {"line_of_work", {"område", "verksamhet", "bransch", "line_of_work"}},
        {"sector", {"aktör", "slags aktör", "sektor", "sector"}},
        {"registrar", {"registrator", "e-post", "adress", "registrar"}}, {"domain", {"domän", "domain"}}};
    return columns;
}

Result<std::vector<Organisation>> read_organisations(const sheets::NamedTable& table) {
    std::vector<Organisation> all;
    std::vector<Complaint> complaints;
    std::set<std::string> met;
    for (const auto& row : table.rows) {
        all.push_back(organisation_in(row, complaints));
        if (!all.back().folded_name.empty()) complain_of_doubles(row, all.back(), met, complaints);
    }
    if (!table.unread().empty())
        complaints.push_back({Field::file,
            N_("The columns {} are not known and would be lost. Take them away, or call them namn, "
               "organisationsnummer, slag, område, aktör, registrator or domän"),
            {table.unread()}});
    if (all.empty())
        complaints.push_back({Field::file, N_("The file has no rows. The first line names the columns")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return all;
}

}  // namespace medskapa::app
