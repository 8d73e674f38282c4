#include "domain/staff/authorisation.hpp"

namespace medskapa {
namespace {

bool is_open_to_all(Action action) {
    switch (action) {
        case Action::read_public:
        case Action::report_lack:
        case Action::report_content:
        case Action::give_inspel:
        case Action::answer_referral:
        case Action::follow_inspel:
        case Action::see_own:
        case Action::vote:
        case Action::sign_in:
        case Action::set_up: return true;
        default: return false;
    }
}

bool role_may(Role role, Action action) {
    switch (action) {
        case Action::read_desk: return true;
        case Action::moderate_inspel:
        case Action::moderate_statements:
            return role == Role::moderator || role == Role::handler || role == Role::process_leader;
        case Action::enter_inspel:
            return role == Role::moderator || role == Role::handler || role == Role::process_leader;
        case Action::handle_issues:
        case Action::publish_answers: return role == Role::handler || role == Role::process_leader;
        case Action::edit_site:
        case Action::edit_text:
        case Action::run_referral: return role == Role::editor || role == Role::process_leader;
        case Action::describe_site:
        case Action::freeze_text:
        case Action::decide:
        case Action::erase:
        case Action::extract_person:
        case Action::steer_conversation:
        case Action::export_votes:
        case Action::manage_users: return role == Role::process_leader;
        default: return false;
    }
}

}  // namespace

bool authorize(const Actor& actor, Action action, Id<Process> process) {
    if (action == Action::none) return false;
    if (action == Action::administer) return actor.is_operator && !process;
    if (actor.is_operator || is_open_to_all(action)) return true;
    if (action == Action::sign_out || action == Action::change_sign_in) return actor.is_signed_in();
    const auto role = actor.roles.find(process);
    return actor.is_signed_in() && role != actor.roles.end() && role_may(role->second, action);
}

std::string role_in(const Actor& actor, Id<Process> process) {
    if (actor.is_operator) return "operator";
    const auto role = actor.roles.find(process);
    return role == actor.roles.end() ? "anybody" : std::string{name_of(role->second)};
}

std::vector<Role> roles_that_may(Action action) {
    std::vector<Role> roles;
    for (const auto& name : names_of<Role>)
        if (role_may(name.value, action)) roles.push_back(name.value);
    return roles;
}

}  // namespace medskapa
