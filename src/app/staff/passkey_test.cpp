#include "app/staff/passkey.hpp"

#include "app/staff/staff.hpp"
#include "base/base64url.hpp"
#include "base/digest.hpp"
#include "base/secret/one_time_code.hpp"
#include "store/log/log_store.hpp"
#include "store/staff/passkey_store.hpp"
#include "store/staff/passphrase_store.hpp"
#include "support/example.hpp"
#include "support/test_passkey.hpp"

using namespace example;
using test::Said;
using test::TestPasskey;
using webauthn::Purpose;

namespace {

const std::string browser = "a browser";
const std::string app_key(one_time_key_bytes, 'k');

/// A leader and a handler, and how they come in.
struct Staff {
    TestDatabase& database;
    World world = settle(database);
    World other = settle(database, "annan");
    Id<User> leader = invited("leder@example.org", Role::process_leader, world);
    Id<User> handler = invited("eva@example.org", Role::handler, world);

    Id<User> invited(const std::string& email, Role role, const World& in) {
        return database
            .act(in.revision,
                [&](auto& act) {
                    return app::invite(act, {{}, email, "Namn"}, role);
                })
            ->user.id;
    }
    /// The operator's link, which opens all processes.
    std::string link(Id<User> user) {
        return database.act(world.revision, [&](auto& act) { return app::make_sign_in_link(act, user); })
            .value();
    }
    std::string leaders_link(Id<User> user) {
        const Actor by{
            .user = leader, .roles = {{world.revision.id, Role::process_leader}}, .is_operator = false};
        return database
            .act_as(by, world.revision, [&](auto& act) { return app::make_sign_in_link(act, user); })
            .value();
    }
    Result<std::string> enter(const std::string& token, const std::string& code = "") {
        return database.act_as(Actor::anybody(), {}, [&](auto& act) {
            return app::sign_in(
                act, token, {.code = code, .device = Device::shared, .former_session = "", .secret = secret});
        });
    }
    std::optional<app::SignedIn> who(const std::string& session) {
        return app::signed_in(*database.db, session, database.now);
    }
    template <class Verb>
    auto as_owner(const std::string& session, Verb verb) {
        return database.act_as(who(session) ? who(session)->actor : Actor::anybody(), {}, verb);
    }
    webauthn::Question question(Purpose purpose, const std::string& asked) {
        return {{"localhost", "http://localhost:8080"}, purpose, asked, database.now, secret};
    }

    /// Makes the passkey as a browser would, with an answer to this question or to another.
    Result<app::ChangedSignIn> add(const std::string& session, TestPasskey& passkey, const Said& said) {
        const webauthn::MadeAnswer answer{
            TestPasskey::client_data(said, "webauthn.create"), passkey.attestation(said)};
        return as_owner(session, [&](auto& act) {
            return app::add_passkey(act, session, {"Datorn", answer, question(Purpose::make, session)});
        });
    }
    Result<app::ChangedSignIn> add(const std::string& session, TestPasskey& passkey) {
        const auto challenge = webauthn::challenge_of(question(Purpose::make, session));
        if (const auto signed_in = who(session))
            passkey.user_handle = app::user_handle_of(*database.db, signed_in->user.id, challenge, secret);
        return add(session, passkey, {.challenge = challenge});
    }
    /// Of one who has come in by their own link.
    app::ChangedSignIn set_up(Id<User> user, TestPasskey& passkey) {
        return add(enter(link(user)).value(), passkey).value();
    }

    Result<std::string> enter_by(const webauthn::Assertion& answer, const std::optional<Id<User>>& of = {},
        Purpose purpose = Purpose::sign_in, const std::string& asked = browser) {
        return database.act_as(Actor::anybody(), {}, [&](auto& act) {
            return app::sign_in_with_passkey(act, {answer, question(purpose, asked), of},
                {.code = {}, .device = Device::own, .former_session = {}, .secret = secret});
        });
    }
    webauthn::Assertion answer(const TestPasskey& passkey) {
        return passkey.assertion({.challenge = webauthn::challenge_of(question(Purpose::sign_in, browser))});
    }
    Result<std::string> enter_by(const TestPasskey& passkey) { return enter_by(answer(passkey)); }
    Result<app::ChangedSignIn> remove(const std::string& session, Id<Passkey> id) {
        return as_owner(session, [&](auto& act) { return app::remove_passkey(act, session, id); });
    }
    std::vector<Passkey> kept(Id<User> user) { return store::passkeys_of(*database.db, user); }
    std::int64_t codes_left(Id<User> user) { return store::recovery_codes_left(*database.db, user); }
};

}  // namespace

TEST_CASE("who has made a passkey comes in with it, without a mailbox and without a passphrase") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        TestPasskey passkey;
        const auto entries = store::log_size(*database.db);
        const auto done = staff.set_up(staff.handler, passkey);
        CHECK(done.recovery_codes.size() == 10);
        CHECK(staff.who(done.session)->user.id == staff.handler);
        database.now += 1h;
        const auto session = staff.enter_by(passkey).value();
        CHECK(staff.who(session)->user.id == staff.handler);
        CHECK(staff.who(session)->is_fresh);
        CHECK(staff.who(session)->device == Device::own);
        CHECK(staff.kept(staff.handler).front().used_at == database.now);
        CHECK(store::log_size(*database.db) == entries);
    });
}

TEST_CASE("several passkeys are known by names and by one random handle, which is not the person's number") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        TestPasskey first{test::Algorithm::ed25519};
        TestPasskey second{test::Algorithm::rs256};
        const auto session = staff.set_up(staff.handler, first).session;
        const auto done = staff.add(session, second).value();
        CHECK(done.recovery_codes.empty());  // those of the first are good still
        CHECK(first.user_handle == second.user_handle);
        CHECK(first.user_handle.size() == 32);
        CHECK(staff.enter_by(first));
        CHECK(staff.enter_by(second));
        TestPasskey others;
        (void)staff.set_up(staff.leader, others);
        CHECK(others.user_handle != first.user_handle);

        const auto id = staff.kept(staff.handler).front().id;
        const auto rename = [&](const std::string& name) {
            return staff.as_owner(
                done.session, [&](auto& act) { return app::rename_passkey(act, done.session, id, name); });
        };
        CHECK(rename("  Min \n telefon "));
        CHECK(staff.kept(staff.handler).front().name == "Min telefon");
        CHECK(rename(" ").error().kind == Failure::Kind::invalid);
        CHECK(rename(std::string(60, 'n')));
        CHECK(rename(std::string(61, 'n')).error().kind == Failure::Kind::invalid);
    });
}

TEST_CASE("an answer signs in once, in the browser that was asked, for what was asked, within five minutes") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        TestPasskey passkey;
        (void)staff.set_up(staff.handler, passkey);
        const auto answer = staff.answer(passkey);
        CHECK_FALSE(staff.enter_by(answer, {}, Purpose::sign_in, "another browser"));
        CHECK_FALSE(staff.enter_by(answer, {}, Purpose::prove));
        database.now += webauthn::life_of_challenge - 1ms;
        CHECK(staff.enter_by(answer));
        CHECK_FALSE(staff.enter_by(answer));
        const auto late = staff.answer(passkey);
        database.now += webauthn::life_of_challenge;
        CHECK_FALSE(staff.enter_by(late));
        CHECK_FALSE(staff.enter_by(answer));  // forgotten, and too old
        CHECK(staff.enter_by(passkey));
    });
}

TEST_CASE("whatever is wrong with an answer is refused in the same words, and changes nothing") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        TestPasskey passkey;
        passkey.counter = 5;
        TestPasskey stranger;
        (void)staff.set_up(staff.handler, passkey);
        TestPasskey leaders;
        (void)staff.set_up(staff.leader, leaders);
        passkey.counter = 6;
        auto of_another = passkey;
        of_another.id = leaders.id;
        auto handle_of_another = passkey;
        handle_of_another.user_handle = leaders.user_handle;
        auto without_handle = passkey;
        without_handle.user_handle = "";
        auto counted_back = passkey;
        counted_back.counter = 4;
        auto counted_same = passkey;
        counted_same.counter = 5;
        auto not_counting = passkey;
        not_counting.counter = 0;
        const auto before = staff.kept(staff.handler);
        std::set<std::string> said;
        for (const auto& wrong : {stranger, of_another, handle_of_another, without_handle, counted_back,
                 counted_same, not_counting}) {
            const auto refused = staff.enter_by(wrong);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().kind == Failure::Kind::invalid);
            said.insert(refused.error().complaints.front().message);
        }
        said.insert(staff.enter_by(webauthn::Assertion{}).error().complaints.front().message);
        CHECK(said.size() == 1);
        CHECK(staff.kept(staff.handler).front().counter == before.front().counter);
        CHECK_FALSE(staff.kept(staff.handler).front().used_at);
        CHECK(staff.enter_by(passkey));
        CHECK_FALSE(staff.enter_by(passkey));  // the same count again
    });
}

TEST_CASE("to show again who one is takes one's own passkey, and it need not say whose it is") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        TestPasskey passkey;
        TestPasskey others;
        const auto session = staff.set_up(staff.handler, passkey).session;
        (void)staff.set_up(staff.leader, others);
        const auto prove = [&](TestPasskey with) {
            const auto asked = webauthn::challenge_of(staff.question(Purpose::prove, session));
            return staff.enter_by(
                with.assertion({.challenge = asked}), staff.handler, Purpose::prove, session);
        };
        CHECK_FALSE(prove(others));
        CHECK(prove(passkey));
        passkey.user_handle = "";
        CHECK(prove(passkey));
        passkey.user_handle = others.user_handle;
        CHECK_FALSE(prove(passkey));
    });
}

TEST_CASE("a passkey is added within fifteen minutes of a sign-in, and ends all other sessions") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        const auto early = staff.enter(staff.link(staff.handler)).value();
        const auto late = staff.enter(staff.link(staff.handler)).value();
        TestPasskey passkey;
        database.now += fresh_sign_in + 1ms;
        CHECK(staff.add(late, passkey).error().kind == Failure::Kind::not_allowed);
        database.now -= 1ms;
        const auto done = staff.add(late, passkey);
        REQUIRE(done);
        for (const auto& ended : {early, late}) CHECK_FALSE(staff.who(ended));
        CHECK(staff.who(done->session));
        const auto id = staff.kept(staff.handler).front().id;
        const auto there = staff.enter_by(passkey).value();
        const auto here = staff.enter_by(passkey).value();
        const auto removed = staff.remove(here, id);
        REQUIRE(removed);
        for (const auto& ended : {there, here}) CHECK_FALSE(staff.who(ended));
        CHECK(staff.who(removed->session));
        CHECK_FALSE(staff.enter_by(passkey));
        CHECK(staff.codes_left(staff.handler) == 0);
    });
}

TEST_CASE("a passkey is not added by an answer to anything else, twice, under no name, or past twenty") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        const auto session = staff.enter(staff.link(staff.handler)).value();
        TestPasskey passkey;
        const auto of = [&](Purpose purpose, const std::string& asked) {
            return Said{.challenge = webauthn::challenge_of(staff.question(purpose, asked))};
        };
        CHECK_FALSE(staff.add(session, passkey, of(Purpose::make, "another session")));
        CHECK_FALSE(staff.add(session, passkey, of(Purpose::prove, session)));
        CHECK_FALSE(staff.add(session, passkey, {.challenge = random_bytes(56)}));
        auto elsewhere = of(Purpose::make, session);
        elsewhere.origin = "http://localhost:8081";
        CHECK_FALSE(staff.add(session, passkey, elsewhere));
        CHECK(staff.who(session));
        CHECK(staff.kept(staff.handler).empty());

        auto now = staff.add(session, passkey).value().session;
        TestPasskey same;
        same.id = passkey.id;
        CHECK_FALSE(staff.add(now, same));
        auto leaders = staff.enter(staff.link(staff.leader)).value();
        CHECK_FALSE(staff.add(leaders, same));
        for (std::size_t i = 1; i < most_passkeys; ++i) {
            TestPasskey more{test::Algorithm::ed25519};
            now = staff.add(now, more).value().session;
        }
        TestPasskey last;
        CHECK_FALSE(staff.add(now, last));
        CHECK(staff.kept(staff.handler).size() == most_passkeys);
    });
}

TEST_CASE("a passkey of another person is neither renamed nor removed") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        TestPasskey mine;
        TestPasskey others;
        const auto session = staff.set_up(staff.handler, mine).session;
        (void)staff.set_up(staff.leader, others);
        const auto id = staff.kept(staff.leader).front().id;
        CHECK(staff.remove(session, id).error().kind == Failure::Kind::not_found);
        CHECK(staff.as_owner(session, [&](auto& act) { return app::rename_passkey(act, session, id, "Min"); })
                  .error()
                  .kind == Failure::Kind::not_found);
        CHECK(staff.who(session));
        CHECK(staff.enter_by(others));
    });
}

TEST_CASE("a link asks who has a passkey for a recovery code, so that a mailbox alone lets nobody in") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        TestPasskey passkey;
        const auto codes = staff.set_up(staff.handler, passkey).recovery_codes;
        const auto link = staff.link(staff.handler);
        CHECK(app::holder_of_link(*database.db, link, database.now)->is_asked_for_code);
        CHECK_FALSE(staff.enter(link));
        CHECK_FALSE(staff.enter(link, "123456"));
        CHECK(staff.enter(link, codes.front()));
        CHECK_FALSE(staff.enter(staff.link(staff.handler), codes.front()));
        CHECK_FALSE(staff.enter(staff.leaders_link(staff.handler)));
        const auto session = staff.enter(staff.leaders_link(staff.handler), codes.back()).value();
        const auto renewed = staff.as_owner(
            session, [&](auto& act) { return app::renew_recovery_codes(act, session, secret); });
        CHECK(renewed->recovery_codes.size() == 10);
        CHECK_FALSE(staff.enter(staff.link(staff.handler), codes[2]));
    });
}

TEST_CASE("a leader who makes a passkey in somebody's name has what opens the leader's process alone") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        TestPasskey stolen;
        REQUIRE(staff.add(staff.enter(staff.leaders_link(staff.handler)).value(), stolen));
        (void)staff.invited("eva@example.org", Role::handler, staff.other);
        const auto attacker = staff.enter_by(stolen).value();
        CHECK_FALSE(staff.who(attacker)->actor.roles.contains(staff.other.revision.id));
        TestPasskey another;
        CHECK(staff.add(attacker, another).error().kind == Failure::Kind::not_allowed);
        CHECK(staff.remove(attacker, staff.kept(staff.handler).front().id).error().kind ==
              Failure::Kind::not_allowed);

        // The person's own link asks for none of the leader's codes, and what it sets up takes the place of
        // all.
        TestPasskey own;
        const auto done = staff.add(staff.enter(staff.link(staff.handler)).value(), own).value();
        CHECK(done.recovery_codes.size() == 10);
        CHECK(staff.codes_left(staff.handler) == 10);
        CHECK(staff.who(done.session)->actor.roles.size() == 2);
        CHECK_FALSE(staff.who(attacker));
        CHECK_FALSE(staff.enter_by(stolen));
        CHECK(staff.enter_by(own));
    });
}

TEST_CASE("what opens one process goes with the role there") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        TestPasskey passkey;
        REQUIRE(staff.add(staff.enter(staff.leaders_link(staff.handler)).value(), passkey));
        REQUIRE(database.act(
            staff.world.revision, [&](auto& act) { return app::remove_member(act, staff.handler); }));
        CHECK_FALSE(staff.enter_by(passkey));
        CHECK(staff.codes_left(staff.handler) == 0);
    });
}

TEST_CASE("who has lost everything begins anew without passkeys, and the log says so and nobody's name") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        TestPasskey passkey;
        const auto done = staff.set_up(staff.handler, passkey);
        const auto link = database.act(
            staff.world.revision, [&](auto& act) { return app::reset_sign_in(act, staff.handler); });
        REQUIRE(link);
        CHECK(store::newest_entry(*database.db)->find("sign_in.reset") != std::string::npos);
        CHECK_FALSE(staff.who(done.session));
        CHECK_FALSE(staff.enter_by(passkey));
        CHECK(staff.kept(staff.handler).empty());
        TestPasskey anew;
        CHECK(staff.add(staff.enter(*link).value(), anew));
    });
}

TEST_CASE("the only leader keeps one way in, whichever it is, until there is another leader") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        TestPasskey first;
        TestPasskey second;
        auto session = staff.set_up(staff.leader, first).session;
        const auto id = staff.kept(staff.leader).front().id;
        CHECK(staff.remove(session, id).error().kind == Failure::Kind::invalid);
        CHECK(staff.who(session));
        CHECK(staff.enter_by(first));
        CHECK(staff.codes_left(staff.leader) == 10);

        session = staff.add(session, second)->session;
        session = staff.remove(session, id)->session;
        const auto step = one_time_step(database.now);
        session = staff
                      .as_owner(session,
                          [&](auto& act) {
                              return app::set_up_passphrase(
                                  act, session, {"hash", app_key, one_time_code(app_key, step), secret});
                          })
                      ->session;
        const auto drop = [&] {
            return staff.as_owner(session, [&](auto& act) { return app::drop_passphrase(act, session); });
        };
        session = drop().value().session;  // the passkey is left, and the codes with it
        CHECK(staff.codes_left(staff.leader) == 10);
        CHECK(staff.enter_by(second));
        const auto last = staff.kept(staff.leader).front().id;
        CHECK_FALSE(staff.remove(session, last));
        (void)staff.invited("bo@example.org", Role::process_leader, staff.world);
        CHECK(staff.remove(session, last));
    });
}
