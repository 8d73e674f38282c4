#pragma once

#include "store/log/log_store.hpp"
#include "support/example.hpp"

#include <doctest/doctest.h>
#include <map>
#include <set>

/// Whether verbs ask who acts, and log what they do.
namespace example {

/// Verbs that write without an entry in the log, and why they may.
inline const std::map<std::string, std::string> silent{
    {"sign_in", "when somebody works is nobody else's business"},
    {"sign_out", "when somebody works is nobody else's business"},
    {"end_other_sessions", "when somebody works is nobody else's business"},
    {"end_session", "when somebody works is nobody else's business"},
    {"sign_in_with_passphrase", "when somebody works is nobody else's business"},
    {"set_up_passphrase", "it is about a person, whom the log never names"},
    {"change_passphrase", "it is about a person, whom the log never names"},
    {"renew_recovery_codes", "it is about a person, whom the log never names"},
    {"drop_passphrase", "it is about a person, whom the log never names"},
    {"sign_in_with_passkey", "when somebody works is nobody else's business"},
    {"add_passkey", "it is about a person, whom the log never names"},
    {"rename_passkey", "it is about a person, whom the log never names"},
    {"remove_passkey", "it is about a person, whom the log never names"},
    {"sign_in_with_identity", "when somebody works is nobody else's business"},
    {"tie_identity", "it is about a person, whom the log never names"},
    {"untie_identity", "it is about a person, whom the log never names"},
    {"rename_self", "it is about a person, whom the log never names"},
    {"touch", "when somebody works is nobody else's business"},
    {"make_sign_in_link", "nothing has happened until the link is used"},
    {"request_sign_in_link", "nothing has happened until the link is used"},
    {"begin_sending",
        "the act that the mail is about is logged, and whom it goes to is nobody else's business"},
    {"end_sending", "what becomes of a mail is its recipient's business"},
    {"drop_mail", "nothing was said to anybody"},
    {"lose_sight_of_mail", "what becomes of a mail is its recipient's business"},
    {"follow", "whom news goes to is nobody else's business"},
    {"confirm_following", "whom news goes to is nobody else's business"},
    {"choose_following", "whom news goes to is nobody else's business"},
    {"stop_following", "whom news goes to is nobody else's business"},
    {"request_own_link", "nothing has happened until the link is used"},
    {"request_tie", "nothing has happened until the link is used"},
    {"open_own_page", "who looks at what is their own is nobody else's business"},
    {"enter_own_page", "who looks at what is their own is nobody else's business"},
    {"forget_own_identity", "the log never said whose anything was"},
    {"show_as_person", "it is about a person, who may show it or not"},
    {"touch_own_session", "who looks at what is their own is nobody else's business"},
    {"sign_out_own", "who looks at what is their own is nobody else's business"},
    {"choose_own_following", "whom news goes to is nobody else's business"},
    {"note_retention_round", "it says that the server is running, and nothing of what goes"},
    {"forget_own_links", "nobody could use them any more"},
    {"write_digests", "it tells of acts that are logged"},
    {"send_mail_again", "it is the same mail, about an act that is logged"},
    {"fill_desk_index", "it is made of what is there, and nothing has happened"},
    {"do_in_bulk", "each thing is logged by its own verb, and none could be done"},
    {"undo_in_bulk", "each thing is logged by its own verb, and none had been done"},
    {"save_again", "what somebody is writing is nobody else's business until it is sent"},
    {"keep_draft", "what somebody is writing is nobody else's business"},
    {"drop_draft", "what somebody is writing is nobody else's business"},
    {"save_filter", "how somebody searches is nobody else's business"},
    {"remove_filter", "how somebody searches is nobody else's business"},
    {"forget_table_readings", "that it ends was known when the log was told of it"},
    {"take_next_issue", "what somebody looks at is nobody else's business"},
    {"take_next_inspel", "what somebody looks at is nobody else's business"},
    {"make_setup_link", "nothing has happened until the link is used"},
    {"keep_setup_answer", "what somebody is writing is nobody else's business until it is used"},
    {"send_test_mail", "it is about nothing, and goes to who asked for it"},
    {"remember_signed", "it is about the log itself: each would ask for another"},
    {"keep_cosigned", "it is about the log itself: each would ask for another"},
    {"note_sweep", "it frees what an erasure has told the log of already"},
    {"save_background", "it is about a person, who may tell it or not"},
    {"vote", "it is logged with others in its batch: alone it would tell when somebody voted"},
};

/// Runs verbs one after another: each must refuse whoever may not do what it does, and then, done by somebody
/// who may, change something and say so in the log.
struct Watch {
    TestDatabase& database;
    std::map<std::string, Action> verbs;  // with the right that each asks for
    Process process = {};                 // of the acts, but those that belong to none
    Process other = {};
    std::set<std::string> walked = {};

    template <class Verb>
    auto operator()(const std::string& name, Verb verb) {
        CAPTURE(name);
        REQUIRE(verbs.contains(name));
        const auto action = verbs.at(name);
        const auto in = action == Action::administer ? Process{} : process;
        if (walked.insert(name).second) {
            refuses_others(action, in, verb);
            refuses_elsewhere(name, in, verb);
        }
        const auto rows = changes();
        const auto entries = store::log_size(*database.db);
        auto result = database.act_as(somebody_who_may(action, in), in, verb);
        REQUIRE(result);
        CHECK(changes() > rows);
        CHECK((store::log_size(*database.db) > entries) != silent.contains(name));
        return *std::move(result);
    }

private:
    /// Rows that have been written, also those that were taken back.
    std::int64_t changes() const {
        return database
            .write([](sql::Transaction& tx) -> Result<std::int64_t> {
                return tx.db().run("SELECT total_changes() AS n").front().integer("n");
            })
            .value();
    }

    static Actor somebody_who_may(Action action, const Process& in) {
        if (authorize(Actor::anybody(), action, in.id)) return Actor::anybody();
        const auto roles = roles_that_may(action);
        if (!roles.empty()) return with_role(roles.front(), in);
        const auto signed_in = with_role(Role::viewer, in);
        return authorize(signed_in, action, in.id) ? signed_in : Actor::operating();
    }

    /// Everybody without the right, also those who have it in another process.
    template <class Verb>
    void refuses_others(Action action, const Process& in, Verb verb) {
        std::vector<std::pair<Actor, Process>> acts{{Actor::anybody(), in}, {Actor::operating(), other}};
        for (const auto role :
            {Role::viewer, Role::moderator, Role::editor, Role::handler, Role::process_leader})
            for (const auto& its : {process, other}) acts.emplace_back(with_role(role, its), in);
        for (const auto& [actor, where] : acts) {
            if (authorize(actor, action, where.id)) continue;
            const auto rows = changes();
            const auto refused = database.act_as(actor, where, verb);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().kind == Failure::Kind::not_allowed);
            CHECK(changes() == rows);
        }
    }

    /// What belongs to one process is not changed by an act in another.
    template <class Verb>
    void refuses_elsewhere(const std::string& name, const Process& in, Verb verb) {
        if (!in.id) return;
        bool is_done = false;
        (void)database.act(other, [&](auto& act) -> Result<bool> {
            is_done = verb(act).has_value();
            return refuse(Failure::Kind::conflict);  // to leave no trace
        });
        CHECK(is_done == needs_nothing.contains(name));
    }

    /// Verbs that the walk gives nothing that belongs to another process, and why there is nothing to give.
    inline static const std::map<std::string, std::string> needs_nothing{
        {"add_organisation", "the register is about the whole site"},
        {"change_organisation", "the register is about the whole site"},
        {"import_organisations", "the register is about the whole site"},
        {"merge_organisations", "the register is about the whole site"},
        {"begin_assessment", "it has words of its own"},
        {"begin_plan", "it begins in the act's process"},
        {"begin_panel", "it has words of its own"},
        {"add_body", "it has a name and a kind of its own"},
        {"remember_table", "it is about tables of the act's process alone, whatever it is given"},
        {"add_event", "it has words and times of its own"},
        {"add_step", "it is numbered in the act's process"},
        {"add_text_block", "it has words of its own"},
        {"declare_answers", "it counts the act's process"},
        {"close_lack", "reports are about the whole site, as is the right to close them"},
        {"describe_process", "it describes the act's process, whatever it is given"},
        {"choose_first_logotype", "it stands on the whole site, which is no process' own"},
        {"finish_setup", "the link opens a new process, wherever it is used"},
        {"keep_setup_answer", "the link asks about a new process, wherever it is used"},
        {"open_site", "it opens the whole site, which is no process' own"},
        {"send_test_mail", "it says nothing, and goes to who asked for it"},
        {"change_logotype", "it stands on the whole site, which is no process' own"},
        {"change_appearance", "it dresses the whole site, which is no process' own"},
        {"set_conduct", "it is about the whole site, which is no process' own"},
        {"describe_site", "it describes the whole site, which is no process' own"},
        {"end_other_sessions", "it is about the person who acts, in every process"},
        {"end_session", "it is about the person who acts, in every process"},
        {"sign_in_with_passphrase", "it is about the person who acts, in every process"},
        {"set_up_passphrase", "it is about the person who acts, in every process"},
        {"change_passphrase", "it is about the person who acts, in every process"},
        {"renew_recovery_codes", "it is about the person who acts, in every process"},
        {"drop_passphrase", "it is about the person who acts, in every process"},
        {"sign_in_with_passkey", "it is about the person who acts, in every process"},
        {"add_passkey", "it is about the person who acts, in every process"},
        {"rename_passkey", "it is about the person who acts, in every process"},
        {"remove_passkey", "it is about the person who acts, in every process"},
        {"sign_in_with_identity", "it is about the person who acts, in every process"},
        {"tie_identity", "it is about the person who acts, in every process"},
        {"untie_identity", "it is about the person who acts, in every process"},
        {"forget_unsent", "it is given a day, and looks in the act's process"},
        {"import_dataset", "it has figures of its own"},
        {"invite", "it gives a role in the act's process"},
        {"judge_requirement", "what is asked is the same in every process"},
        {"note_person_search", "it says what was looked for, and where it was"},
        {"offer_choices", "what is offered becomes the act's process' own"},
        {"open_consultation", "it has a counterpart in words"},
        {"propose_priority", "it has words of its own"},
        {"publish_news", "it has words of its own"},
        {"take_files", "it says what the act's process takes"},
        {"request_sign_in_link", "it is about the person with the address, in every process"},
        {"request_own_link", "it is about whoever has the address, in every process"},
        {"open_own_page", "it is about whoever has the address, in every process"},
        {"enter_own_page", "it is about whoever has the eID, in every process"},
        {"forget_own_identity", "it is about whoever has the eID, in every process"},
        {"touch_own_session", "it is about whoever has the address, in every process"},
        {"sign_out_own", "it is about whoever has the address, in every process"},
        {"choose_own_following", "it is about whoever has the address, in every process"},
        {"decide_retention", "it is about the act's process, whatever it is given"},
        {"erase_out_of_time", "it is given a kind, and looks in the act's process, or the whole site"},
        {"tie_inspel", "the code says of which process it is"},
        {"follow", "it is about the act's process, whatever it is given"},
        {"rename_self", "it is about the person who acts, in every process"},
        {"report_lack", "it is about the whole site"},
        {"set_up", "the link opens a new process, wherever it is used"},
        {"sign_in", "it is about the person who acts, in every process"},
        {"sign_out", "it is about the person who acts, in every process"},
        {"touch", "it is about the person who acts, in every process"},
        {"write_swot_item", "it has words of its own"},
    };
};

}  // namespace example
