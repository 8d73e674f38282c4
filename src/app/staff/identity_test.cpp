#include "app/staff/identity.hpp"
#include "app/staff/staff.hpp"
#include "base/digest.hpp"
#include "base/secret/one_time_code.hpp"
#include "store/staff/identity_store.hpp"
#include "store/staff/passphrase_store.hpp"
#include "support/example.hpp"

using namespace example;

namespace {

const std::string issuer = "https://login.example";
const app::ProvenIdentity eva{issuer, "190001019876"};

/// Staff of two processes.
struct Offices {
    TestDatabase& database;
    World world = settle(database);
    World other = settle(database, "annan");
    Id<User> handler = invited("eva@example.org", Role::handler, world);

    Id<User> invited(const std::string& email, Role role, const World& in) const {
        return database
            .act(in.revision,
                [&](auto& act) {
                    return app::invite(act, {{}, email, "Namn"}, role);
                })
            ->user.id;
    }
    /// A session by a link of the operator's, or of a leader's in one process.
    std::string session(Id<User> user, const World& in, const Actor& by = Actor::operating()) const {
        const auto token =
            database.act_as(by, in.revision, [&](auto& act) { return app::make_sign_in_link(act, user); });
        return database.act([&](auto& act) { return app::sign_in(act, *token, {.secret = secret}); }).value();
    }
    Actor actor_of(const std::string& session) const {
        return app::signed_in(*database.db, session, database.now)->actor;
    }
    Result<app::ChangedSignIn> tie(const std::string& session, const app::ProvenIdentity& identity) const {
        return database.act_as(actor_of(session), Process{},
            [&](auto& act) { return app::tie_identity(act, session, identity, secret); });
    }
    Result<std::string> enter(const app::ProvenIdentity& identity, Id<User> only = {}) const {
        return database.act_as(Actor::anybody(), Process{},
            [&](auto& act) { return app::sign_in_with_identity(act, identity, {.secret = secret}, only); });
    }
};

}  // namespace

TEST_CASE("the provider's name for a person, as a personal identity number, is kept nowhere") {
    on_each_database([](TestDatabase& database) {
        Offices staff{database};
        REQUIRE(staff.tie(staff.session(staff.handler, staff.world), eva));
        const auto kept = store::identities_of(*database.db, staff.handler);
        REQUIRE(kept.size() == 1);
        CHECK(kept[0].provider == issuer);
        const auto digest =
            database.db->run("SELECT subject_digest FROM staff_identity").front().bytes("subject_digest");
        CHECK(digest.size() == 32);
        CHECK(digest != as_text(sha256(eva.subject)));
        CHECK(digest != as_text(sha256(issuer + '\n' + eva.subject)));
        CHECK(staff.enter(eva));
        CHECK_FALSE(staff.enter({issuer, "190001019875"}));
        CHECK_FALSE(staff.enter({"https://other.example", eva.subject}));
        CHECK_FALSE(staff.enter({issuer + "\n1900", "01019876"}));
    });
}

TEST_CASE("one account of a provider is one person's, and another of the same takes its place") {
    on_each_database([](TestDatabase& database) {
        Offices staff{database};
        const auto bo = staff.invited("bo@example.org", Role::handler, staff.world);
        const auto session = staff.tie(staff.session(staff.handler, staff.world), eva)->session;
        const auto refused = staff.tie(staff.session(bo, staff.world), eva);
        CHECK(refused.error().kind == Failure::Kind::conflict);
        CHECK(staff.tie(session, {issuer, "eva at her new post"}));
        CHECK_FALSE(staff.enter(eva));
        CHECK(store::identities_of(*database.db, staff.handler).size() == 1);
        CHECK_FALSE(staff.enter({issuer, "eva at her new post"}, bo));
        CHECK(staff.enter({issuer, "eva at her new post"}, staff.handler));
    });
}

TEST_CASE(
    "what is tied in a session to one process opens that one alone, also when the person gets another") {
    on_each_database([](TestDatabase& database) {
        Offices staff{database};
        const auto leader = with_role(Role::process_leader, staff.world.revision);
        REQUIRE(staff.tie(staff.session(staff.handler, staff.world, leader), eva));
        staff.invited("eva@example.org", Role::process_leader, staff.other);

        const auto session = staff.enter(eva).value();

        CHECK(staff.actor_of(session).roles.size() == 1);
        CHECK(staff.actor_of(session).roles.contains(staff.world.revision.id));
        const auto by_leader = staff.session(staff.handler, staff.world, leader);
        CHECK(staff.tie(by_leader, {issuer, "the leader"}).error().kind == Failure::Kind::not_allowed);
        CHECK(database.act(
            staff.world.revision, [&](auto& act) { return app::remove_member(act, staff.handler); }));
        CHECK_FALSE(staff.enter(eva));
    });
}

TEST_CASE("a leader's link neither replaces nor removes what opens everything") {
    on_each_database([](TestDatabase& database) {
        Offices staff{database};
        const auto leader = with_role(Role::process_leader, staff.world.revision);
        REQUIRE(staff.tie(staff.session(staff.handler, staff.world), eva));
        const app::ProvenIdentity leaders{issuer, "the leader"};
        const auto by_leader = staff.session(staff.handler, staff.world, leader);

        const auto refused = staff.tie(by_leader, leaders);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Failure::Kind::not_allowed);
        CHECK_FALSE(refused.error().complaints.empty());
        CHECK(database
                  .act_as(staff.actor_of(by_leader), Process{},
                      [&](auto& act) { return app::untie_identity(act, by_leader, issuer); })
                  .error()
                  .kind == Failure::Kind::not_allowed);
        CHECK(staff.enter(eva));
        CHECK_FALSE(staff.enter(leaders));
        CHECK(staff.tie(by_leader, {"https://other.example", "the leader"}));  // opens this process alone
    });
}

TEST_CASE("a tie that a leader's link made keeps nobody from coming in by their own address") {
    on_each_database([](TestDatabase& database) {
        Offices staff{database};
        const auto leader = with_role(Role::process_leader, staff.world.revision);
        const app::ProvenIdentity leaders{issuer, "the leader"};
        REQUIRE(staff.tie(staff.session(staff.handler, staff.world, leader), leaders));
        staff.invited("eva@example.org", Role::handler, staff.other);
        auto by_address = eva;
        by_address.trusted_address = "Eva@example.org";

        const auto session = staff.enter(by_address);

        REQUIRE(session);
        CHECK(staff.actor_of(*session).roles.size() == 2);
        CHECK_FALSE(staff.enter(leaders));
    });
}

TEST_CASE("a tie does not take the only leader's passphrase away, but stands next to one that opens all") {
    on_each_database([](TestDatabase& database) {
        Offices staff{database};
        const auto only = staff.invited("li@example.org", Role::process_leader, staff.world);
        const auto leader = with_role(Role::process_leader, staff.world.revision);
        const auto set_up = [&](const std::string& session) {
            const std::string key(one_time_key_bytes, 'k');
            const auto code = one_time_code(key, one_time_step(database.now));
            return database.act_as(staff.actor_of(session), Process{}, [&](auto& act) {
                return app::set_up_passphrase(act, session, {"hash", key, code, secret});
            });
        };
        REQUIRE(set_up(staff.session(only, staff.world, leader)));  // the first leader's, by a link to one
        const auto session = staff.session(only, staff.world);
        const app::ProvenIdentity li{issuer, "li"};

        CHECK(staff.tie(session, li).error().kind == Failure::Kind::invalid);
        CHECK(store::passphrase_of(*database.db, only));
        CHECK(store::recovery_codes_left(*database.db, only) == 10);
        CHECK_FALSE(staff.enter(li));

        const auto anew = set_up(session);
        REQUIRE(anew);
        CHECK(staff.tie(anew->session, li));
        CHECK(store::passphrase_of(*database.db, only));
        CHECK(staff.enter(li));
    });
}

TEST_CASE("nothing is tied or taken away a quarter of an hour after the person showed who they are") {
    on_each_database([](TestDatabase& database) {
        Offices staff{database};
        const auto session = staff.session(staff.handler, staff.world);
        const auto tied = staff.tie(session, eva)->session;
        database.now += fresh_sign_in + 1ms;
        CHECK(staff.tie(tied, eva).error().kind == Failure::Kind::not_allowed);
        const auto untie = [&](const std::string& in) {
            return database.act_as(staff.actor_of(in), Process{},
                [&](auto& act) { return app::untie_identity(act, in, issuer); });
        };
        CHECK(untie(tied).error().kind == Failure::Kind::not_allowed);
        const auto stale = staff.enter(eva).value();  // the provider does not say when
        CHECK(untie(stale).error().kind == Failure::Kind::not_allowed);
        auto just_now = eva;
        just_now.authenticated = database.now + 30s;  // its clock is ahead
        const auto fresh = staff.enter(just_now).value();
        CHECK(app::signed_in(*database.db, fresh, database.now)->is_fresh);
        database.now += fresh_sign_in + 1ms;
        CHECK_FALSE(app::signed_in(*database.db, fresh, database.now)->is_fresh);
    });
}
