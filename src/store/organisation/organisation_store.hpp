#pragma once

#include "domain/organisation/organisation.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <string>
#include <vector>

namespace medskapa {
struct Inspel;
struct Process;
}  // namespace medskapa

namespace medskapa::store {

Id<Organisation> add(sql::Transaction&, const Organisation&);
void change(sql::Transaction&, const Organisation&);

std::optional<Organisation> find_organisation(sql::Connection&, Id<Organisation>);
/// By its address; one that was merged away is found as it was.
std::optional<Organisation> organisation_with_public_id(sql::Connection&, const std::string& public_id);
/// The one that it has become part of, or itself.
Organisation standing_organisation(sql::Connection&, const Organisation&);
std::optional<Organisation> organisation_with_number(sql::Connection&, const std::string& number);
/// Those that stand and are or were called so (folded_organisation()): a name that was merged away leads on.
std::vector<Organisation> organisations_called(sql::Connection&, const std::string& folded_name);

/// Which organisations a list shows. Empty fields do not narrow.
struct OrganisationFilter {
    std::string words = {};  // in the name, the number or the line of work
    std::optional<OrganisationKind> kind = {};
    std::optional<Sector> sector = {};
    /// Those alone that are met in one of these processes, or in none at all. Nothing: wherever they are met.
    std::optional<std::vector<Id<Process>>> met_in = {};
};
/// By name, those after the first `skipped`.
std::vector<Organisation> list_organisations(
    sql::Connection&, const OrganisationFilter&, int skipped, int limit);
std::int64_t count_organisations(sql::Connection&, const OrganisationFilter&);

/// Where an organisation is met.
struct OrganisationUse {
    std::int64_t parties = 0;
    std::int64_t mandates = 0;
    std::vector<Id<Process>> processes = {};  // of either
};
OrganisationUse use_of(sql::Connection&, Id<Organisation>);
/// What refers to the one refers to the other from now on.
void move_uses(sql::Transaction&, Id<Organisation> from, Id<Organisation> to);

/// An organisation that has taken part in a process, and how, as everybody may read it.
struct TakingPart {
    Organisation organisation;
    std::int64_t inspel = 0;   // published, and confirmed to be from it; not answers to a referral
    std::int64_t answers = 0;  // of its own to referrals, published
    std::int64_t asked = 0;    // in how many referrals
};
/// Of the process, by name. Those that were asked and have sent nothing are among them.
std::vector<TakingPart> organisations_in(sql::Connection&, Id<Process>);
/// The published inspel and answers of an organisation in the process, the newest first.
std::vector<Id<Inspel>> inspel_of_organisation(sql::Connection&, Id<Process>, Id<Organisation>);
/// The organisation whose answer to a referral the inspel is, by its party.
std::optional<Organisation> organisation_of_answer(sql::Connection&, Id<Inspel>);

}  // namespace medskapa::store
