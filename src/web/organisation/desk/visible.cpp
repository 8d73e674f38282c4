#include "web/organisation/desk/visible.hpp"

#include <algorithm>

namespace medskapa::web::organisation::desk {

store::OrganisationFilter visible_to(const Visit& visit) {
    store::OrganisationFilter filter;
    filter.met_in.emplace();
    for (const auto& [process, role] : visit.actor().roles)
        if (authorize(visit.actor(), Action::keep_organisations, process)) filter.met_in->push_back(process);
    return filter;
}

std::optional<Organisation> visible_organisation(
    const Visit& visit, sql::Connection& db, const std::string& public_id) {
    auto organisation = store::organisation_with_public_id(db, public_id);
    if (!organisation) return organisation;
    const auto use = store::use_of(db, store::standing_organisation(db, *organisation).id);
    const bool is_seen = use.processes.empty() ||
                         std::any_of(use.processes.begin(), use.processes.end(), [&](Id<Process> process) {
                             return authorize(visit.actor(), Action::keep_organisations, process);
                         });
    return is_seen ? organisation : std::nullopt;
}

}  // namespace medskapa::web::organisation::desk
