#include "app/staff/ways_in.hpp"

#include "store/staff/passkey_store.hpp"
#include "store/staff/passphrase_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

bool leads_alone(const Act& act, Id<Process> process) {
    const auto members = store::members_of(act.db(), process);
    return std::count_if(members.begin(), members.end(),
               [](const store::Member& one) { return one.role == Role::process_leader; }) == 1;
}

}  // namespace

std::vector<Id<Process>> opened_by(sql::Connection& db, Id<User> user) {
    std::vector<Id<Process>> opened;
    if (const auto known = store::passphrase_of(db, user)) opened.push_back(known->process);
    for (const auto& passkey : store::passkeys_of(db, user)) opened.push_back(passkey.process);
    return opened;
}

bool asks_for_code(sql::Connection& db, const store::SignInLink& link) {
    const auto opened = opened_by(db, link.user);
    return std::any_of(
        opened.begin(), opened.end(), [&](Id<Process> one) { return !one || one == link.process; });
}

bool is_left_without_way_in(const Act& act, Id<User> user) {
    const auto opened = opened_by(act.db(), user);
    for (const auto& [process, role] : store::roles_of(act.db(), user)) {
        if (role != Role::process_leader || !leads_alone(act, process)) continue;
        if (std::none_of(opened.begin(), opened.end(),
                [&, its = process](Id<Process> one) { return !one || one == its; }))
            return true;
    }
    return false;
}

}  // namespace medskapa::app
