#include "app/staff/sign_in.hpp"

#include "app/staff/staff.hpp"
#include "base/digest.hpp"
#include "base/secret/one_time_code.hpp"
#include "store/log/log_store.hpp"
#include "store/staff/passphrase_store.hpp"
#include "support/example.hpp"

using namespace example;

namespace {

const std::string key(one_time_key_bytes, 'k');
const std::string other_key(one_time_key_bytes, 'o');
const std::string hash = "the hash of a passphrase";

/// A leader, a handler, and how they come in.
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
    std::string link(Id<User> user, const World& in) {
        return database.act(in.revision, [&](auto& act) { return app::make_sign_in_link(act, user); })
            .value();
    }
    std::string leaders_link(Id<User> user, const World& in) {
        return database
            .act_as(actor(leader, Role::process_leader, in), in.revision,
                [&](auto& act) { return app::make_sign_in_link(act, user); })
            .value();
    }
    static Actor actor(Id<User> user, Role role, const World& in) {
        return {.user = user, .roles = {{in.revision.id, role}}, .is_operator = false};
    }
    Result<std::string> enter(const std::string& token, const std::string& code = "") {
        return database.act_as(Actor::anybody(), {}, [&](auto& act) {
            return app::sign_in(
                act, token, {.code = code, .device = Device::shared, .former_session = "", .secret = secret});
        });
    }
    Result<std::string> enter_by_passphrase(Id<User> user, const std::string& code,
        const std::string& its_hash = hash, Device device = Device::shared) {
        return database.act_as(Actor::anybody(), {}, [&](auto& act) {
            return app::sign_in_with_passphrase(act, app::RightPassphrase{user, its_hash},
                {.code = code, .device = device, .former_session = "", .secret = secret});
        });
    }
    std::optional<app::SignedIn> who(const std::string& session) {
        return app::signed_in(*database.db, session, database.now);
    }
    template <class Verb>
    auto as_owner(const std::string& session, Verb verb) {
        return database.act_as(who(session) ? who(session)->actor : Actor::anybody(), {}, verb);
    }
    std::string code(int steps_later = 0, const std::string& of = key) {
        return one_time_code(of, one_time_step(database.now) + steps_later);
    }
    Result<app::ChangedSignIn> set_up(const std::string& session, const std::string& first_code) {
        return as_owner(session, [&](auto& act) {
            return app::set_up_passphrase(act, session, {hash, key, first_code, secret});
        });
    }
    Result<app::ChangedSignIn> set_up(const std::string& session) { return set_up(session, code()); }
    Result<app::ChangedSignIn> renew_codes(const std::string& session) {
        return as_owner(session, [&](auto& act) { return app::renew_recovery_codes(act, session, secret); });
    }
    Result<app::ChangedSignIn> change_passphrase(const std::string& session) {
        return as_owner(
            session, [&](auto& act) { return app::change_passphrase(act, session, "a new hash"); });
    }
    app::ChangedSignIn set_up_by_link(Id<User> user) {
        return set_up(enter(link(user, world)).value()).value();
    }
    Result<std::string> reset(Id<User> by, Id<User> user) {
        return database.act_as(actor(by, Role::process_leader, world), world.revision,
            [&](auto& act) { return app::reset_sign_in(act, user); });
    }
};

}  // namespace

TEST_CASE(
    "who has set up a passphrase comes in with it and the code of their app, and not with either alone") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        const auto session = staff.set_up_by_link(staff.handler).session;
        CHECK(staff.who(session)->user.id == staff.handler);
        database.now += 60s;

        CHECK_FALSE(staff.enter_by_passphrase(staff.handler, ""));
        CHECK_FALSE(staff.enter_by_passphrase(staff.handler, "000000"));
        CHECK_FALSE(staff.enter_by_passphrase(staff.handler, staff.code(), "the hash before"));
        CHECK_FALSE(staff.enter_by_passphrase(staff.leader, staff.code()));
        CHECK_FALSE(database.act_as(Actor::anybody(), {}, [&](auto& act) {
            return app::sign_in_with_passphrase(act, std::nullopt,
                {.code = staff.code(), .device = {}, .former_session = "", .secret = secret});
        }));
        const auto entered = staff.enter_by_passphrase(staff.handler, staff.code());
        REQUIRE(entered);
        CHECK(staff.who(*entered)->actor.roles.size() == 1);
    });
}

TEST_CASE("a code is taken once, also the one that the app was set up with, and none that is older") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        (void)staff.set_up_by_link(staff.handler);
        CHECK_FALSE(staff.enter_by_passphrase(staff.handler, staff.code()));
        CHECK_FALSE(staff.enter_by_passphrase(staff.handler, staff.code(-1)));
        CHECK(staff.enter_by_passphrase(staff.handler, staff.code(1)));
        CHECK_FALSE(staff.enter_by_passphrase(staff.handler, staff.code(1)));
        database.now += 30s;
        CHECK_FALSE(staff.enter_by_passphrase(staff.handler, staff.code()));
        database.now += 30s;
        CHECK(staff.enter_by_passphrase(staff.handler, staff.code()));
    });
}

TEST_CASE("each of ten recovery codes lets its owner in once, however it is typed, and nobody else") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        const auto codes = staff.set_up_by_link(staff.handler).recovery_codes;
        (void)staff.set_up_by_link(staff.leader);
        REQUIRE(codes.size() == 10);
        CHECK(codes.front().size() == 19);
        CHECK_FALSE(staff.enter_by_passphrase(staff.leader, codes.front()));
        CHECK_FALSE(staff.enter_by_passphrase(staff.handler, codes.front().substr(1)));
        CHECK(staff.enter_by_passphrase(staff.handler, " " + codes.front() + " "));
        CHECK_FALSE(staff.enter_by_passphrase(staff.handler, codes.front()));
        CHECK(staff.enter_by_passphrase(staff.handler, codes.back()));
        CHECK(store::recovery_codes_left(*database.db, staff.handler) == 8);
        CHECK(store::recovery_codes_left(*database.db, staff.leader) == 10);
        for (const auto& row : database.db->run("SELECT code_digest FROM recovery_code"))
            for (const auto& code : codes)
                CHECK(row.bytes("code_digest").find(base32_normalised(code)) == std::string::npos);
    });
}

TEST_CASE("a link asks who has an app for its code, and can be used again after a wrong one") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        (void)staff.set_up_by_link(staff.handler);
        const auto link = staff.link(staff.handler, staff.world);
        CHECK(app::holder_of_link(*database.db, link, database.now)->is_asked_for_code);
        CHECK_FALSE(staff.enter(link));
        CHECK(staff.enter(link, "123456").error().complaints.size() == 1);
        CHECK(staff.enter(link, staff.code(1)));
        CHECK_FALSE(staff.enter(link, staff.code(2)));
        CHECK_FALSE(app::holder_of_link(*database.db, link, database.now));
    });
}

TEST_CASE("the app's key lies encrypted for its owner, and with another's secret or row no code is right") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        (void)staff.set_up_by_link(staff.handler);
        const auto kept = store::passphrase_of(*database.db, staff.handler)->one_time_key;
        CHECK(kept.find(key) == std::string::npos);
        (void)staff.set_up_by_link(staff.leader);
        (void)database.write([&](sql::Transaction& tx) -> Result<bool> {
            tx.db().run("UPDATE passphrase SET one_time_key = $1", sql::Bytes{kept});
            return true;
        });
        CHECK_FALSE(staff.enter_by_passphrase(staff.leader, staff.code(1)));
        CHECK(staff.enter_by_passphrase(staff.handler, staff.code(1)));
    });
}

TEST_CASE(
    "what one signs in with is changed within fifteen minutes of a sign-in, and ends all other sessions") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        const auto early = staff.enter(staff.link(staff.handler, staff.world)).value();
        const auto late = staff.enter(staff.link(staff.handler, staff.world)).value();
        const auto leaders = staff.enter(staff.link(staff.leader, staff.world)).value();
        database.now += fresh_sign_in;
        const auto done = staff.set_up(late);
        REQUIRE(done);
        CHECK_FALSE(staff.who(early));
        CHECK_FALSE(staff.who(late));
        CHECK(staff.who(leaders));
        CHECK(staff.who(done->session)->is_fresh);

        database.now += 1ms;  // a change does not make the sign-in newer
        CHECK_FALSE(staff.who(done->session)->is_fresh);
        CHECK(staff.change_passphrase(done->session).error().kind == Failure::Kind::not_allowed);
        database.now += 1min;
        const auto fresh = staff.enter_by_passphrase(staff.handler, staff.code()).value();
        const auto changed = staff.change_passphrase(fresh);
        REQUIRE(changed);
        CHECK_FALSE(staff.who(done->session));
        CHECK_FALSE(staff.who(fresh));
        database.now += 1min;
        CHECK_FALSE(staff.enter_by_passphrase(staff.handler, staff.code()));
        CHECK(staff.enter_by_passphrase(staff.handler, staff.code(), "a new hash"));
    });
}

TEST_CASE("new recovery codes take the place of the old, and a code of another key sets up nothing") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        const auto session = staff.enter(staff.link(staff.handler, staff.world)).value();
        CHECK_FALSE(staff.set_up(session, staff.code(0, other_key)));
        CHECK(staff.who(session));
        CHECK_FALSE(store::passphrase_of(*database.db, staff.handler));

        const auto first = staff.set_up(session).value();
        const auto second = staff.renew_codes(first.session).value();
        CHECK(second.recovery_codes.size() == 10);
        CHECK_FALSE(staff.enter_by_passphrase(staff.handler, first.recovery_codes.front()));
        CHECK(staff.enter_by_passphrase(staff.handler, second.recovery_codes.front()));
    });
}

TEST_CASE("a leader who sets up a passphrase in somebody's name has what opens the leader's process alone") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        const auto stolen = staff.enter(staff.leaders_link(staff.handler, staff.world)).value();
        REQUIRE(staff.set_up(stolen));
        (void)staff.invited("eva@example.org", Role::handler, staff.other);
        const auto attacker = staff.enter_by_passphrase(staff.handler, staff.code(1)).value();
        CHECK_FALSE(staff.who(attacker)->actor.roles.contains(staff.other.revision.id));
        CHECK(staff.set_up(attacker).error().kind == Failure::Kind::not_allowed);

        // The person's own link neither asks for the leader's code, nor is kept from setting up another.
        const auto own = staff.enter(staff.link(staff.handler, staff.other)).value();
        CHECK(staff.who(own)->actor.roles.size() == 2);
        CHECK(staff.set_up(own));
        CHECK_FALSE(staff.who(attacker));
    });
}

TEST_CASE("what opens one process goes with the role there") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        REQUIRE(staff.set_up(staff.enter(staff.leaders_link(staff.handler, staff.world)).value()));
        REQUIRE(database.act(
            staff.world.revision, [&](auto& act) { return app::remove_member(act, staff.handler); }));
        CHECK_FALSE(staff.enter_by_passphrase(staff.handler, staff.code(1)));
        CHECK(store::recovery_codes_left(*database.db, staff.handler) == 0);
    });
}

TEST_CASE(
    "another leader lets who has lost everything begin anew, which the log says and nobody's name with it") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        const auto done = staff.set_up_by_link(staff.handler);
        const auto entries = store::log_size(*database.db);
        const auto link = staff.reset(staff.leader, staff.handler);
        REQUIRE(link);
        CHECK(store::log_size(*database.db) == entries + 1);
        const auto entry = store::newest_entry(*database.db).value();
        CHECK(entry.find("sign_in.reset") != std::string::npos);
        CHECK(entry.find("role/handler") != std::string::npos);
        CHECK(entry.find("eva") == std::string::npos);
        CHECK_FALSE(staff.who(done.session));
        CHECK_FALSE(staff.enter_by_passphrase(staff.handler, staff.code(1)));
        CHECK_FALSE(staff.enter_by_passphrase(staff.handler, done.recovery_codes.front()));
        CHECK(staff.set_up(staff.enter(*link).value()));
    });
}

TEST_CASE("nobody lets oneself begin anew, nor somebody whose other process one does not lead") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        const auto done = staff.set_up_by_link(staff.handler);
        CHECK_FALSE(staff.reset(staff.leader, staff.leader));
        const auto stranger = staff.invited("bo@example.org", Role::handler, staff.other);
        CHECK(staff.reset(staff.leader, stranger).error().kind == Failure::Kind::not_found);
        (void)staff.invited("eva@example.org", Role::viewer, staff.other);
        CHECK(staff.reset(staff.leader, staff.handler).error().kind == Failure::Kind::invalid);
        CHECK(staff.who(done.session));
        CHECK(database.act(
            staff.world.revision, [&](auto& act) { return app::reset_sign_in(act, staff.handler); }));
    });
}

TEST_CASE(
    "the only leader keeps the passphrase until there is another, and everybody else may take theirs away") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        const auto drop = [&](const std::string& session) {
            return staff.as_owner(session, [&](auto& act) { return app::drop_passphrase(act, session); });
        };
        const auto leader = staff.set_up_by_link(staff.leader).session;
        CHECK(drop(leader).error().kind == Failure::Kind::invalid);
        CHECK(staff.who(leader));
        CHECK(drop(staff.set_up_by_link(staff.handler).session));
        CHECK(store::recovery_codes_left(*database.db, staff.handler) == 0);
        (void)staff.invited("eva@example.org", Role::process_leader, staff.world);
        CHECK(drop(leader));
    });
}

TEST_CASE("on one's own device a session lasts a working day without a click, and on others half an hour") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        (void)staff.set_up_by_link(staff.handler);
        const auto shared = staff.enter_by_passphrase(staff.handler, staff.code(1)).value();
        database.now += 60s;
        const auto own = staff.enter_by_passphrase(staff.handler, staff.code(), hash, Device::own).value();
        database.now += 30min;
        CHECK_FALSE(staff.who(shared));
        CHECK(staff.who(own));
        database.now += 12h - 30min;
        CHECK(staff.who(own));
        database.now += 1ms;
        CHECK_FALSE(staff.who(own));
    });
}

TEST_CASE("a session is ended by its name from another of the same person, and from nobody else's") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        const auto one = staff.enter(staff.link(staff.handler, staff.world)).value();
        const auto other = staff.enter(staff.link(staff.handler, staff.world)).value();
        const auto strangers = staff.enter(staff.link(staff.leader, staff.world)).value();
        const auto end = [&](const std::string& from, const std::string& name) {
            return staff.as_owner(from, [&](auto& act) { return app::end_session(act, from, name); });
        };
        const auto name = hex(app::digest_of_token(other));
        CHECK_FALSE(end(strangers, name));
        CHECK_FALSE(end(one, other));  // its id is no name
        CHECK_FALSE(end(one, ""));
        CHECK(app::living_sessions(*database.db, one, database.now).size() == 2);
        CHECK(end(one, name));
        CHECK_FALSE(staff.who(other));
        CHECK(staff.who(one));
    });
}

TEST_CASE("signing in again in a browser ends the session that it had") {
    on_each_database([](TestDatabase& database) {
        Staff staff{database};
        const auto first = staff.enter(staff.link(staff.handler, staff.world)).value();
        const auto link = staff.link(staff.handler, staff.world);
        const auto second = database.act_as(Actor::anybody(), {}, [&](auto& act) {
            return app::sign_in(
                act, link, {.code = "", .device = Device::shared, .former_session = first, .secret = secret});
        });
        CHECK_FALSE(second == first);
        CHECK_FALSE(staff.who(first));
    });
}
