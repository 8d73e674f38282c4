#include "app/mail/following.hpp"

#include "app/inspel/inspel.hpp"
#include "store/mail/mail_store.hpp"
#include "store/mail/subscriber_store.hpp"
#include "support/example.hpp"

using namespace example;

namespace {

struct Followers {
    TestDatabase& database;
    World world = settle(database);

    explicit Followers(TestDatabase& where) : database{where} {}

    template <class Verb>
    auto as_anybody(Verb verb) const {
        return database.act_as(Actor::anybody(), world.revision, std::move(verb));
    }
    Result<bool> follow(const std::string& address, const std::string& subject = "process") const {
        return as_anybody([&](auto& act) { return app::follow(act, address, subject, "sv", today); });
    }
    auto receipt_of(const std::string& text) const {
        return as_anybody([&](auto& act) {
            return app::receive_inspel(act, world.activity, draft(text), {"a", secret});
        });
    }
    auto stop(const std::string& typed, const Process& of) const {
        return database.act_as(Actor::anybody(), of, [&](auto& act) {
            return app::stop_following(act, {typed, secret});
        });
    }
    std::optional<Subscriber> subscriber(const std::string& address) const {
        return store::subscriber_with_address(*database.db, world.revision.id, address);
    }
    app::FollowerLink link(const std::string& address) const {
        return {app::link_of(*subscriber(address), secret), secret};
    }
    void confirm(const std::string& address) const {
        CHECK(as_anybody([&](auto& act) { return app::confirm_following(act, link(address)); }));
    }
    int digests(LocalTime now) const {
        return database.act([&](auto& act) { return app::write_digests(act, now); }).value();
    }
    std::vector<Mail> mails() const { return store::all_mail(*database.db, {}, 100); }
};

LocalTime morning_after(int days) {
    return LocalTime{today + std::chrono::days{days}} + 7h;
}

}  // namespace

TEST_CASE("nothing but a link to confirm goes to an address before it has been confirmed") {
    on_each_database([](TestDatabase& database) {
        const Followers followers{database};

        CHECK(followers.follow("Eva@example.org"));
        CHECK(followers.digests(morning_after(1)) == 0);

        REQUIRE(followers.mails().size() == 1);
        CHECK(followers.mails()[0].kind == Mail::Kind::confirmation);
        followers.confirm("Eva@example.org");
        CHECK(followers.digests(morning_after(1)) == 1);
        CHECK(followers.mails()[1].kind == Mail::Kind::digest);
        CHECK(followers.mails()[1].since == today);
    });
}

TEST_CASE("a digest is made once a day at most, from seven in the morning, or once a week") {
    on_each_database([](TestDatabase& database) {
        const Followers followers{database};
        CHECK(followers.follow("eva@example.org"));
        followers.confirm("eva@example.org");

        CHECK(followers.digests(morning_after(0)) == 0);
        CHECK(followers.digests(morning_after(1) - 1s) == 0);
        CHECK(followers.digests(morning_after(1)) == 1);
        CHECK(followers.digests(morning_after(1) + 5h) == 0);
        CHECK(followers.as_anybody([&](auto& act) {
            return app::choose_following(
                act, followers.link("eva@example.org"), Subscriber::Pace::weekly, {"process"});
        }));
        CHECK(followers.digests(morning_after(7)) == 0);
        CHECK(followers.digests(morning_after(8)) == 1);
    });
}

TEST_CASE("whoever stops is forgotten with every mail, and may stop again") {
    on_each_database([](TestDatabase& database) {
        const Followers followers{database};
        CHECK(followers.follow("eva@example.org"));
        followers.confirm("eva@example.org");
        const auto link = followers.link("eva@example.org");
        const auto stop = [&](auto& act) { return app::stop_following(act, link); };

        CHECK(followers.as_anybody(stop));
        CHECK(followers.as_anybody(stop));

        CHECK_FALSE(followers.subscriber("eva@example.org"));
        CHECK(followers.mails().empty());
        CHECK_FALSE(followers.as_anybody([&](auto& act) { return app::confirm_following(act, link); }));
    });
}

TEST_CASE("a link that was not made here, or belongs to another process, does nothing") {
    on_each_database([](TestDatabase& database) {
        const Followers followers{database};
        const auto other = settle(database, "annan").revision;
        CHECK(followers.follow("eva@example.org"));
        const auto link = followers.link("eva@example.org");

        for (const auto& [typed, process] : {std::pair{link.link + "x", followers.world.revision},
                 std::pair{std::string{}, followers.world.revision},
                 std::pair{followers.subscriber("eva@example.org")->public_id, followers.world.revision},
                 std::pair{link.link, other}}) {
            CAPTURE(typed);
            CHECK(followers.stop(typed, process).error().kind == Failure::Kind::not_found);
        }
        CHECK(followers.subscriber("eva@example.org"));
    });
}

TEST_CASE("only what everybody can read is followed, to an address that is one") {
    on_each_database([](TestDatabase& database) {
        const Followers followers{database};
        const auto receipt = followers.receipt_of("Fler bussar");
        const auto subject = "inspel/" + std::to_string(receipt->number);

        for (const auto& hidden : {subject, std::string{"inspel/07"}, std::string{"inspel/-1"},
                 std::string{"inspel/99999999999999999999"}, std::string{"text/ÅÄÖ"},
                 std::string{"text/NONE"}, std::string{"text/"}, std::string{"allt"}, std::string{}}) {
            CAPTURE(hidden);
            CHECK(followers.follow("eva@example.org", hidden).error().kind == Failure::Kind::not_found);
        }
        CHECK(followers.follow("eva@example.org\r\nBcc: bo@example.org").error().kind ==
              Failure::Kind::invalid);
        CHECK(database.act(
            followers.world.revision, [&](auto& act) { return app::publish_inspel(act, receipt->number); }));
        CHECK(followers.follow("eva@example.org", subject));
    });
}

TEST_CASE(
    "who writes somebody else's address again and again sends them three links, and who never confirms is "
    "forgotten") {
    on_each_database([](TestDatabase& database) {
        const Followers followers{database};

        for (int i = 0; i < 10; ++i) CHECK(followers.follow("eva@example.org"));
        CHECK(followers.mails().size() == 3);
        database.now += 72h + 1ms;
        CHECK(followers.digests(morning_after(4)) == 1);

        CHECK_FALSE(followers.subscriber("eva@example.org"));
        CHECK(followers.mails().empty());
    });
}
