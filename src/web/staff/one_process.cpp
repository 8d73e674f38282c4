#include "web/staff/one_process.hpp"

#include "app/staff/ways_in.hpp"
#include "store/site/site_store.hpp"
#include "store/staff/identity_store.hpp"
#include "store/staff/staff_store.hpp"

#include <algorithm>

namespace medskapa::web::staff {
namespace {

bool has_what_opens_one_process(sql::Connection& db, Id<User> user) {
    const auto opened = app::opened_by(db, user);
    const auto tied = store::identities_of(db, user);
    return std::any_of(opened.begin(), opened.end(), [](Id<Process> one) { return bool{one}; }) ||
           std::any_of(tied.begin(), tied.end(), [](const auto& one) { return bool{one.process}; });
}

}  // namespace

std::string opens_alone(const Visit& visit, Id<Process> id) {
    const auto process = store::find_process(visit.db, id);
    return visit.words("Opens {} alone.", process ? visit.in(process->name) : "");
}

bool replaces_what_opens_one_process(const Visit& visit) {
    const auto session = store::find_session(visit.db, app::digest_of_token(visit.session));
    return session && !session->process && has_what_opens_one_process(visit.db, visit.signed_in->user.id);
}

}  // namespace medskapa::web::staff
