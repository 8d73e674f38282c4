#include "domain/staff/authorisation.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace medskapa;

namespace {

const Id<Process> ours{1};
const Id<Process> theirs{2};

Actor staff(Role role) {
    return {.user = {7}, .roles = {{ours, role}}, .is_operator = false};
}

bool may(const Actor& actor, Action action, Id<Process> process = ours) {
    return authorize(actor, action, process);
}

}  // namespace

TEST_CASE("nobody may do what has no name") {
    for (const auto& actor : {Actor::anybody(), Actor::operating(), staff(Role::process_leader)})
        CHECK_FALSE(may(actor, Action::none));
}

TEST_CASE("anybody may read and give an inspel, and nothing on the desk") {
    CHECK(may(Actor::anybody(), Action::read_public));
    CHECK(may(Actor::anybody(), Action::give_inspel));
    CHECK(may(Actor::anybody(), Action::answer_referral));
    for (auto action : {Action::read_desk, Action::moderate_inspel, Action::enter_inspel,
             Action::handle_issues, Action::publish_answers, Action::edit_site, Action::run_referral,
             Action::manage_users, Action::administer, Action::sign_out})
        CHECK_FALSE(may(Actor::anybody(), action));
}

TEST_CASE("each role may do its own, and only in its own process") {
    CHECK(may(staff(Role::viewer), Action::read_desk));
    CHECK_FALSE(may(staff(Role::viewer), Action::moderate_inspel));
    CHECK(may(staff(Role::moderator), Action::moderate_inspel));
    CHECK_FALSE(may(staff(Role::moderator), Action::handle_issues));
    CHECK(may(staff(Role::handler), Action::publish_answers));
    CHECK_FALSE(may(staff(Role::handler), Action::edit_site));
    CHECK_FALSE(may(staff(Role::handler), Action::run_referral));
    CHECK(may(staff(Role::editor), Action::run_referral));
    CHECK(may(staff(Role::editor), Action::edit_site));
    CHECK_FALSE(may(staff(Role::editor), Action::handle_issues));
    CHECK(may(staff(Role::process_leader), Action::manage_users));
    CHECK_FALSE(may(staff(Role::process_leader), Action::read_desk, theirs));
    CHECK_FALSE(may(staff(Role::process_leader), Action::administer));
}

TEST_CASE("the operator may do everything, and what belongs to no process outside of them alone") {
    CHECK(may(Actor::operating(), Action::erase));
    CHECK(may(Actor::operating(), Action::administer, {}));
    CHECK_FALSE(may(Actor::operating(), Action::administer));
}

TEST_CASE("a role without a signed-in person is worth nothing") {
    const Actor nobody{.user = {}, .roles = {{ours, Role::process_leader}}, .is_operator = false};
    CHECK_FALSE(may(nobody, Action::read_desk));
}

TEST_CASE("the roles that may are those that authorize() says yes to") {
    for (const auto& [action, word, label] : names_of<Action>) {
        const auto listed = roles_that_may(action);
        for (const auto& [role, its_word, its_label] : names_of<Role>) {
            const Actor actor{.user = {1}, .roles = {{{7}, role}}, .is_operator = false};
            const bool is_listed = std::find(listed.begin(), listed.end(), role) != listed.end();
            CAPTURE(name_of(action));
            if (is_listed) CHECK(authorize(actor, action, {7}));
        }
    }
    CHECK(roles_that_may(Action::manage_users) == std::vector{Role::process_leader});
    CHECK(roles_that_may(Action::edit_site) == std::vector{Role::editor, Role::process_leader});
    CHECK(roles_that_may(Action::administer).empty());
}
