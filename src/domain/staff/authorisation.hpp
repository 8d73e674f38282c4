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
inline constexpr std::array<std::string_view, 5> names_of<Role>{
    "viewer", "moderator", "editor", "handler", "process_leader"};

/// Everything that anybody can do. A route that names none of them keeps the server from starting.
enum class Action {
    none,
    read_public,
    give_inspel,
    follow_inspel,  // by its receipt code, which is the right
    vote,           // on statements, and propose some
    sign_in,
    sign_out,
    set_up,  // by the setup link, which is the right
    read_desk,
    moderate_inspel,
    enter_inspel,
    handle_issues,
    publish_answers,
    edit_site,
    edit_text,  // the documents of the process
    freeze_text,
    run_referral,     // send a version out, keep its register
    answer_referral,  // by a party's link, or as anybody
    decide,           // go on in spite of missing answers, consult, decide
    moderate_statements,
    steer_conversation,  // close and freeze it, name its groups
    manage_users,
    erase,       // the content of an inspel, by a decision
    administer,  // open processes; only from the command line
};
template <>
inline constexpr std::array<std::string_view, 24> names_of<Action>{"none", "read_public", "give_inspel",
    "follow_inspel", "vote", "sign_in", "sign_out", "set_up", "read_desk", "moderate_inspel", "enter_inspel",
    "handle_issues", "publish_answers", "edit_site", "edit_text", "freeze_text", "run_referral",
    "answer_referral", "decide", "moderate_statements", "steer_conversation", "manage_users", "erase",
    "administer"};

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

/// A proof that authorize() said yes. Verbs ask for it, so nobody acts without having been asked who they
/// are.
class Permit {
public:
    const Actor& actor() const { return actor_; }
    Action action() const { return action_; }
    Id<Process> process() const { return process_; }
    /// "handler", "operator" or "anybody": what the log may say about who acted.
    std::string role() const;

private:
    Permit(Actor actor, Action action, Id<Process> process)
        : actor_{std::move(actor)}, action_{action}, process_{process} {}
    friend Result<Permit> authorize(const Actor&, Action, Id<Process>);

    Actor actor_;
    Action action_;
    Id<Process> process_;
};

/// The one place that decides. Says no unless a line here says yes.
Result<Permit> authorize(const Actor&, Action, Id<Process>);

/// The one at the machine's command line may do everything.
Permit operators_permit(Action, Id<Process>);

/// Those whom a process gives the right to, the one that may least first.
std::vector<Role> roles_that_may(Action);

}  // namespace medskapa
