#pragma once

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/result.hpp"
#include "domain/site/process.hpp"

#include <map>
#include <string>
#include <vector>

namespace medskapa {

struct User {
    Id<User> id;
    std::string email;
    std::string name;
};

enum class Role { viewer, moderator, editor, handler, process_leader };
template <>
inline constexpr auto names_of<Role> = names<Role>({
    {Role::viewer, "viewer", N_("Viewer")},
    {Role::moderator, "moderator", N_("Moderator")},
    {Role::editor, "editor", N_("Editor")},
    {Role::handler, "handler", N_("Handler")},
    {Role::process_leader, "process_leader", N_("Process leader")},
});

/// Everything that anybody can do. A route that names none of them keeps the server from starting.
enum class Action {
    none,
    read_public,
    report_lack,     // of the site's accessibility
    report_content,  // that something published breaks a rule or the law; and follow it by its code
    give_inspel,
    follow_inspel,  // by its receipt code, which is the right
    see_own,        // what is tied to one's own address: by a link that is mailed there, which is the right
    vote,           // on statements, and propose some
    sign_in,
    sign_out,  // and whatever else is about one's own session
    set_up,    // by the setup link, which is the right
    read_desk,
    moderate_inspel,
    enter_inspel,
    handle_issues,
    publish_answers,
    edit_site,
    describe_site,  // who runs it, and what the law asks it to say
    edit_text,      // the documents of the process
    freeze_text,
    run_referral,     // send a version out, keep its register
    answer_referral,  // by a party's link, or as anybody
    decide,           // go on in spite of missing answers, consult, decide
    moderate_statements,
    steer_conversation,  // close and freeze it, name its groups
    export_votes,        // every single vote, with who gave it as a number
    manage_users,
    erase,           // the content of an inspel, by a decision
    extract_person,  // all that is kept about one person, for that person
    administer,      // what belongs to no process, such as opening one; only from the command line
    change_sign_in,  // one's own passphrase, app and recovery codes
};
template <>
inline constexpr auto names_of<Action> = names<Action>({
    {Action::none, "none"},
    {Action::read_public, "read_public"},
    {Action::report_lack, "report_lack"},
    {Action::report_content, "report_content"},
    {Action::give_inspel, "give_inspel"},
    {Action::follow_inspel, "follow_inspel"},
    {Action::see_own, "see_own"},
    {Action::vote, "vote"},
    {Action::sign_in, "sign_in"},
    {Action::sign_out, "sign_out"},
    {Action::set_up, "set_up"},
    {Action::read_desk, "read_desk"},
    {Action::moderate_inspel, "moderate_inspel"},
    {Action::enter_inspel, "enter_inspel"},
    {Action::handle_issues, "handle_issues"},
    {Action::publish_answers, "publish_answers"},
    {Action::edit_site, "edit_site"},
    {Action::describe_site, "describe_site"},
    {Action::edit_text, "edit_text"},
    {Action::freeze_text, "freeze_text"},
    {Action::run_referral, "run_referral"},
    {Action::answer_referral, "answer_referral"},
    {Action::decide, "decide"},
    {Action::moderate_statements, "moderate_statements"},
    {Action::steer_conversation, "steer_conversation"},
    {Action::export_votes, "export_votes"},
    {Action::manage_users, "manage_users"},
    {Action::erase, "erase"},
    {Action::extract_person, "extract_person"},
    {Action::administer, "administer"},
    {Action::change_sign_in, "change_sign_in"},
});

/// Who acts: anybody, a signed-in member of staff with a role in each of some processes, or the operator at
/// the machine's command line.
struct Actor {
    Id<User> user;
    std::map<Id<Process>, Role> roles;
    bool is_operator = false;

    static Actor anybody() { return {}; }
    static Actor operating() { return {.user = {}, .roles = {}, .is_operator = true}; }
    bool is_signed_in() const { return bool{user}; }
};

/// The one place that decides who may do what. Says no unless a line here says yes. The one at the machine's
/// command line may do everything.
bool authorize(const Actor&, Action, Id<Process>);

/// "handler", "operator" or "anybody": what the log may say about who acted in the process.
std::string role_in(const Actor&, Id<Process>);

/// Those whom a process gives the right to, the one that may least first.
std::vector<Role> roles_that_may(Action);

}  // namespace medskapa
