#include "app/mail/mail.hpp"

#include "app/inspel/erasure.hpp"
#include "app/inspel/inspel.hpp"
#include "app/inspel/inspel_import.hpp"
#include "app/staff/staff.hpp"
#include "store/mail/mail_store.hpp"
#include "store/staff/staff_store.hpp"
#include "support/example.hpp"
#include "support/outbox.hpp"

using namespace example;

namespace {

void ask_for_link(TestDatabase& database, const std::string& typed) {
    CHECK(database.act_as(Actor::anybody(), {},
        [&](auto& act) { return app::request_sign_in_link(act, typed, "sv", secret); }));
}

Id<User> member(TestDatabase& database, const World& world) {
    return database
        .act(world.revision,
            [](auto& act) {
                return app::invite(act, {{}, "eva@example.org", "Eva"}, Role::handler);
            })
        ->user.id;
}

std::int64_t links(TestDatabase& database) {
    return database.db->run("SELECT count(*) AS n FROM sign_in_link").front().integer("n");
}

}  // namespace

TEST_CASE("a link is mailed to who works here alone, opens once and not after half an hour") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto eva = member(database, world);
        const auto before = links(database);

        ask_for_link(database, "nobody@example.org");
        CHECK(outbox(database).empty());
        CHECK(links(database) == before);
        ask_for_link(database, "EVA@example.org");
        const auto mails = outbox(database);
        REQUIRE(mails.size() == 1);
        CHECK(mails[0].recipient == "eva@example.org");
        const auto token = app::mailed_token(mails[0], secret);
        const auto sign_in = [&](const std::string& with) {
            return database.act_as(Actor::anybody(), {}, [&](auto& act) { return app::sign_in(act, with); });
        };

        const auto session = sign_in(token);
        REQUIRE(session);
        CHECK(app::signed_in(*database.db, *session, database.now)->user.id == eva);
        CHECK_FALSE(sign_in(token));
        ask_for_link(database, "eva@example.org");
        database.now += mailed_link_life;
        CHECK_FALSE(sign_in(app::mailed_token(outbox(database).back(), secret)));
    });
}

TEST_CASE("who asks for links for somebody else fills no mailbox and ends no link that was handed over") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto eva = member(database, world);
        const auto handed_over =
            database.act(world.revision, [&](auto& act) { return app::make_sign_in_link(act, eva); });

        for (int i = 0; i < 10; ++i) ask_for_link(database, "eva@example.org");

        CHECK(outbox(database).size() == 3);
        CHECK(database.act_as(
            Actor::anybody(), {}, [&](auto& act) { return app::sign_in(act, *handed_over); }));
    });
}
