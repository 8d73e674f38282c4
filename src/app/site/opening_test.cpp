#include "app/site/opening.hpp"

#include "app/site/description.hpp"
#include "app/staff/staff.hpp"
#include "domain/field.hpp"
#include "store/mail/mail_store.hpp"
#include "store/site/description_store.hpp"
#include "store/site/site_store.hpp"
#include "support/setups.hpp"

using namespace example;

namespace {

bool is_about(const Failure& failure, Field field) {
    return std::any_of(failure.complaints.begin(), failure.complaints.end(),
        [&](const Complaint& complaint) { return complaint.place == field; });
}

}  // namespace

TEST_CASE("each answer is kept at once, and a new link goes on with them") {
    on_each_database([](TestDatabase& database) {
        const auto first = setup_link(database);
        REQUIRE(answer(database, first, SetupQuestion::leader, setup_answers()));
        database.now += app::setup_link_life;
        CHECK(answer(database, first, SetupQuestion::mail, setup_answers()).error().kind ==
              Failure::Kind::not_found);

        const auto second = setup_link(database);
        REQUIRE(answer(database, second, SetupQuestion::contact, setup_answers()));
        const auto kept = store::setup_draft(*database.db);
        REQUIRE(kept);
        CHECK(kept->leader_name == "Ledaren");
        CHECK(kept->contact_email == "fragor@example.org");
        CHECK(kept->process_name.empty());
    });
}

TEST_CASE("an answer that will not do is refused by its own fields, and what was kept stays") {
    on_each_database([](TestDatabase& database) {
        const auto link = setup_link(database);
        REQUIRE(answer(database, link, SetupQuestion::leader, setup_answers()));

        const auto leader = answer(database, link, SetupQuestion::leader, {.leader_email = "ingen"});
        REQUIRE_FALSE(leader);
        CHECK(is_about(leader.error(), Field::name));
        CHECK(is_about(leader.error(), Field::leader_email));
        const auto decision = answer(database, link, SetupQuestion::decision, {.slug = "Å!"});
        REQUIRE_FALSE(decision);
        CHECK(is_about(decision.error(), Field::title));
        CHECK(is_about(decision.error(), Field::address));
        CHECK(is_about(answer(database, link, SetupQuestion::mail, {}).error(), Field::chosen));
        CHECK(is_about(
            answer(database, link, SetupQuestion::region, {.owner = " \n"}).error(), Field::organisation));
        CHECK(is_about(
            answer(database, link, SetupQuestion::contact, {.contact_role = std::string(201, 'a')}).error(),
            Field::role));
        CHECK(store::setup_draft(*database.db)->leader_name == "Ledaren");
    });
}

TEST_CASE("a process without an address of its own gets one of its name, and two never have the same") {
    on_each_database([](TestDatabase& database) {
        const auto link = setup_link(database);
        auto typed = setup_answers();
        typed.slug.clear();
        CHECK(answer(database, link, SetupQuestion::decision, typed)->slug == "strategi-2050");

        (void)settle(database, "strategi-2050");
        CHECK(is_about(answer(database, link, SetupQuestion::decision, typed).error(), Field::address));
    });
}

TEST_CASE("the five answers become a process, its leader, whose the site is, and a test of the mail") {
    on_each_database([](TestDatabase& database) {
        const auto link = setup_link(database);
        CHECK(finish(database, link).error().kind == Failure::Kind::invalid);
        CHECK(store::processes(*database.db).empty());
        answer_all(database, link, setup_answers());

        const auto made = finish(database, link);
        REQUIRE(made);
        const auto leader = app::signed_in(*database.db, made->session.value(), database.now);
        REQUIRE(leader);
        CHECK(leader->actor.roles.at(made->process.id) == Role::process_leader);
        CHECK(made->process.decided.original() == "En ny strategi");
        CHECK(made->process.contact_phone == "070-123 45 67");
        CHECK(store::site_description(*database.db).owner == "Region Tjärnlandet");
        const auto mails = store::all_mail(*database.db, {}, 10);
        REQUIRE(mails.size() == 1);
        CHECK(mails[0].kind == Mail::Kind::test);
        CHECK(mails[0].recipient == "leader@example.org");
        CHECK_FALSE(store::setup_draft(*database.db));
        CHECK(finish(database, link).error().kind == Failure::Kind::not_found);
    });
}

TEST_CASE("one more process is set up without touching whose the site is") {
    on_each_database([](TestDatabase& database) {
        (void)settle(database);
        const auto link = setup_link(database);
        CHECK_FALSE(store::is_closed_to_visitors(*database.db));
        CHECK(app::questions_to_answer(*database.db).size() == 4);
        CHECK(database
                  .act_as(Actor::anybody(), {},
                      [&](auto& act) { return app::choose_first_logotype(act, link, "PNG"); })
                  .error()
                  .kind == Failure::Kind::not_found);
        answer_all(database, link, setup_answers("annan"));
        REQUIRE(finish(database, link));
        CHECK(store::site_description(*database.db).owner.empty());
    });
}

TEST_CASE("a new site is closed until a leader opens it, once, with all that the law asks for") {
    on_each_database([](TestDatabase& database) {
        const auto link = setup_link(database);
        CHECK(store::is_closed_to_visitors(*database.db));
        answer_all(database, link, setup_answers());
        const auto process = finish(database, link)->process;
        const auto leader = with_role(Role::process_leader, process);
        const auto open = [&](const Actor& who) {
            return database.act_as(who, process, [](auto& act) { return app::open_site(act); });
        };

        CHECK(open(with_role(Role::editor, process)).error().kind == Failure::Kind::not_allowed);
        CHECK(open(leader).error().kind == Failure::Kind::invalid);
        CHECK(store::is_closed_to_visitors(*database.db));
        REQUIRE(
            database.act(process, [](auto& act) { return app::describe_site(act, all_that_law_asks()); }));
        const auto opened = open(leader);
        REQUIRE(opened);
        CHECK(opened->opened_at == database.now);
        CHECK_FALSE(store::is_closed_to_visitors(*database.db));
        CHECK(open(leader).error().kind == Failure::Kind::conflict);
        // A later link closes nothing.
        (void)setup_link(database);
        CHECK_FALSE(store::is_closed_to_visitors(*database.db));
    });
}

TEST_CASE("nobody's mailbox is filled with tests") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const User leader{{}, "leader@example.org", "Ledaren"};
        int sent = 0;
        for (int n = 0; n < 30; ++n)
            sent +=
                database
                    .act(world.revision, [&](auto& act) { return app::send_test_mail(act, leader, "sv"); })
                    .has_value();
        CHECK(sent == 12);
    });
}
