#include "jobs/publish_log.hpp"

#include "app/log/log_keys.hpp"
#include "engine/openlog/signing/policy.hpp"
#include "engine/openlog/signing/witness.hpp"
#include "jobs/log_job.hpp"
#include "store/files/log_folder.hpp"
#include "store/migrations/migrate.hpp"
#include "support/example.hpp"
#include "support/published_log.hpp"
#include "support/scratch.hpp"

using namespace example;

namespace {

/// A home whose log has begun, and the folder where it is published.
struct Loghouse {
    TestDatabase& home;
    test::Scratch scratch = {};
    openlog::SigningKey key = key_of("localhost/medskapa/test");
    std::vector<openlog::SigningKey> later_keys = {};

    explicit Loghouse(TestDatabase& where) : home{where} {
        (void)home.act([&](auto& act) { return app::open_log(act, openlog::as_vkey(key.verifier())); });
        settle(home);
    }

    jobs::LogPlace place() const { return {home.where, scratch.folder, key, later_keys}; }
    jobs::LogPublisher publisher() const { return {place(), *home.writer}; }
    /// The log gets a new key, signed by the one that it has.
    void rotate(const openlog::SigningKey& next) {
        const auto& now = later_keys.empty() ? key : later_keys.back();
        REQUIRE(home.act([&](auto& act) { return app::rotate_key(act, now, next.verifier()); }));
        later_keys.push_back(next);
    }
    openlog::Fetch files() const { return store::files_in(scratch.folder); }
    openlog::AuditReport audited() const {
        return openlog::audit(files(), {{key.verifier()}, {}, {}, {}}).value();
    }
    std::uint64_t size() const { return audited().newest.checkpoint.head.size; }
    /// What somebody does who has got at the database itself.
    void tamper(const std::string& statement) {
        const auto db = sql::open(home.where, sql::Access::read_write);
        db->script(statement);
    }
};

bool names(const std::vector<openlog::Finding>& findings, std::uint64_t place) {
    return std::any_of(findings.begin(), findings.end(), [&](const openlog::Finding& finding) {
        return finding.kind == openlog::Finding::Kind::breach && finding.place == place;
    });
}

/// A witness outside that can be gone, and a place whose checkpoint waits for it.
struct Awaited {
    openlog::SigningKey key = key_of("library.example.org", openlog::KeyType::cosignature);
    bool is_gone = true;
    jobs::LogPlace place;
    jobs::Witnesses witnesses;

    explicit Awaited(const Loghouse& house) : place{house.place()} {
        place.quorum =
            openlog::read_policy("witness library " + openlog::as_vkey(key.verifier()) + "\nquorum library\n")
                .value();
        const openlog::Witness witness{{house.key.verifier()}, key,
            [](const std::string&) { return std::optional<openlog::TreeHead>{}; }};
        witnesses = {{{key.verifier(), "http://127.0.0.1:1"}},
            [this, witness](const std::string&, const std::string& body) {
                if (is_gone) throw std::runtime_error{"nobody answered"};
                const auto answer = witness.answer(body, 1'800'000'000);
                return jobs::Answer{answer.status, answer.body};
            }};
    }
    Awaited(const Awaited&) = delete;
    Awaited& operator=(const Awaited&) = delete;
};

std::uint64_t size_in(const std::optional<std::string>& note) {
    return openlog::read_signed_checkpoint(note.value()).value().checkpoint.head.size;
}

}  // namespace

TEST_CASE("what has been done is published, signed, and holds for an auditor") {
    on_each_database([](TestDatabase& home) {
        Loghouse house{home};

        CHECK(house.publisher().publish(home.now));

        const auto report = house.audited();
        CHECK(report.holds());
        CHECK(report.newest.checkpoint.head.size == static_cast<std::uint64_t>(store::log_size(*home.db)));
        CHECK(store::newest_signed(*home.db)->head == report.newest.checkpoint.head);
    });
}

TEST_CASE("without new entries nothing is signed again, and with them the log grows from what it was") {
    on_each_database([](TestDatabase& home) {
        Loghouse house{home};
        auto publisher = house.publisher();
        publisher.publish(home.now);
        const auto before = house.audited().newest;

        CHECK_FALSE(publisher.publish(home.now));
        settle(home, "annan");
        CHECK(publisher.publish(home.now));

        const auto report = openlog::audit(house.files(), {{house.key.verifier()}, before, {}, {}}).value();
        CHECK(report.holds());
        CHECK(report.newest.checkpoint.head.size > before.checkpoint.head.size);
    });
}

TEST_CASE("a log of several bundles is the same whether it is published bit by bit or at once") {
    detail::on_sqlite([](TestDatabase& home) {
        Loghouse house{home};
        auto publisher = house.publisher();
        for (int i = 0; i < 300; ++i) {
            settle(home, "p" + std::to_string(i));
            if (i % 70 == 0) publisher.publish(home.now);
        }
        publisher.publish(home.now);
        CHECK(house.audited().holds());
        CHECK_FALSE(std::filesystem::exists(house.scratch.folder / "tile/0/000.p"));
        CHECK_FALSE(std::filesystem::exists(house.scratch.folder / "tile/entries/000.p"));

        test::Scratch fresh;
        jobs::LogPublisher again{{home.where, fresh.folder, house.key}, *home.writer};
        again.publish(home.now);
        for (const auto& tile : openlog::tiles_of(house.size()))
            CHECK(house.files()(openlog::path_of(tile)) ==
                  store::files_in(fresh.folder)(openlog::path_of(tile)));
        CHECK(house.files()("checkpoint") == store::files_in(fresh.folder)("checkpoint"));
    });
}

TEST_CASE("an older backup is not signed, not even when as much has been done again") {
    detail::on_sqlite([](TestDatabase& home) {
        Loghouse house{home};
        house.publisher().publish(home.now);
        const auto size = house.size();
        house.tamper(
            "DELETE FROM log_salt WHERE idx >= " + std::to_string(size - 2) +
            "; DELETE FROM log_signed; DELETE FROM log_entry WHERE idx >= " + std::to_string(size - 2));

        CHECK_THROWS_AS(house.publisher(), jobs::ForkedLog);

        settle(home, "annan");
        CHECK_THROWS_AS(house.publisher().publish(home.now), jobs::ForkedLog);
        CHECK(house.size() == size);
    });
}

TEST_CASE("after an older backup the site reads on and takes nothing more in") {
    detail::on_sqlite([](TestDatabase& home) {
        Loghouse house{home};
        house.publisher().publish(home.now);
        house.tamper("DELETE FROM log_salt; DELETE FROM log_signed; DELETE FROM log_entry WHERE idx > 0");

        const jobs::LogJob job{
            {home.where, house.scratch.folder, house.key}, *home.writer, [] { return noon; }};

        CHECK_THROWS_AS(settle(home, "annan"), sql::Unavailable);
        CHECK(home.db->run("SELECT slug FROM process").size() == 1);
    });
}

TEST_CASE("another key than the log's own signs nothing") {
    detail::on_sqlite([](TestDatabase& home) {
        Loghouse house{home};
        house.key = key_of("localhost/medskapa/other");

        CHECK_THROWS_AS(house.publisher().publish(home.now), jobs::CannotSign);
        CHECK_FALSE(house.files()("checkpoint"));
    });
}

TEST_CASE("a new key signs from its entry on, and for thirty days the old one signs along") {
    on_each_database([](TestDatabase& home) {
        Loghouse house{home};
        house.publisher().publish(home.now);
        const openlog::SigningKey next{
            house.key.verifier().name, openlog::KeyType::ed25519, sha256("the next key")};
        const auto signers_now = [&] {
            settle(home, "p" + std::to_string(store::log_size(*home.db)));
            house.publisher().publish(home.now);
            const auto report = house.audited();
            CHECK(report.holds());
            return report.signers.size();
        };

        house.rotate(next);

        CHECK(signers_now() == 2);
        home.now += std::chrono::days{30} - std::chrono::minutes{20};
        CHECK(signers_now() == 2);
        home.now += std::chrono::minutes{20};
        CHECK(signers_now() == 1);
        CHECK(house.audited().signers.front().key == next.verifier());
        CHECK(app::log_keys(*home.db).size() == 2);
    });
}

TEST_CASE("a log whose newest key is not here is not signed with the old one") {
    detail::on_sqlite([](TestDatabase& home) {
        Loghouse house{home};
        house.rotate({house.key.verifier().name, openlog::KeyType::ed25519, sha256("the next key")});
        house.later_keys.clear();

        CHECK_THROWS_AS(house.publisher().publish(home.now), jobs::CannotSign);
    });
}

TEST_CASE("a key is taken into use once, with the log's name, and signed by the newest") {
    detail::on_sqlite([](TestDatabase& home) {
        Loghouse house{home};
        const auto rotated = [&](const openlog::SigningKey& from, const openlog::SigningKey& to) {
            return home.act([&](auto& act) { return app::rotate_key(act, from, to.verifier()); }).has_value();
        };
        const openlog::SigningKey next{house.key.verifier().name, openlog::KeyType::ed25519, sha256("next")};
        CHECK_FALSE(rotated(house.key, key_of("another/medskapa/log")));
        CHECK_FALSE(rotated(house.key, house.key));
        CHECK_FALSE(rotated(next, key_of(house.key.verifier().name)));
        CHECK(rotated(house.key, next));
        CHECK_FALSE(rotated(house.key, next));
    });
}

TEST_CASE("what a witness has cosigned is published and kept, also by who publishes after it") {
    on_each_database([](TestDatabase& home) {
        Loghouse house{home};
        const auto outside = key_of("library.example.org", openlog::KeyType::cosignature);
        const openlog::Witness witness{{house.key.verifier()}, outside, [](auto&) { return std::nullopt; }};
        jobs::Witnesses witnesses{{{outside.verifier(), "http://127.0.0.1:1"}}, [&](auto&, auto& body) {
                                      const auto answer = witness.answer(body, 1'800'000'000);
                                      return jobs::Answer{answer.status, answer.body};
                                  }};
        auto publisher = house.publisher();
        publisher.publish(home.now);

        publisher.ask(witnesses, home.now);

        const auto report =
            openlog::audit(house.files(), {{house.key.verifier(), outside.verifier()}, {}, {}, {}}).value();
        CHECK(report.holds());
        CHECK(report.signers.size() == 2);
        std::filesystem::remove(house.scratch.folder / "checkpoint");
        house.publisher().publish(home.now);
        CHECK(house.files()("checkpoint") == store::newest_signed(*home.db)->note);
        CHECK(house.audited().newest.note.signatures.size() == 2);
    });
}

TEST_CASE("an entry that is changed, back-dated or taken away in the database is named") {
    for (const auto* tampering :
        {"UPDATE log_entry SET data = replace(data, 'process.opened', 'process.closed') WHERE idx = 1",
            "UPDATE log_entry SET data = replace(data, '2026-05', '2026-04') WHERE idx = 1",
            "DELETE FROM log_salt WHERE idx = 1; DELETE FROM log_entry WHERE idx = 1"})
        on_each_database([&](TestDatabase& home) {
            CAPTURE(tampering);
            Loghouse house{home};
            auto publisher = house.publisher();
            publisher.publish(home.now);
            CHECK_FALSE(names(publisher.examine(), 1));

            house.tamper(tampering);

            CHECK(names(publisher.examine(), 1));
            CHECK_THROWS_AS(house.publisher().publish(home.now), jobs::ForkedLog);
        });
}

TEST_CASE("a byte changed in a published file is found, and mended from the database") {
    detail::on_sqlite([](TestDatabase& home) {
        Loghouse house{home};
        house.publisher().publish(home.now);
        const auto path = openlog::path_of(openlog::tile_at(0, 0, house.size()));
        auto bytes = *house.files()(path);
        bytes[40] = static_cast<char>(bytes[40] ^ 1);
        store::write_durably(house.scratch.folder / path, bytes, store::Readers::everybody);
        CHECK(names(house.publisher().examine(), 1));

        settle(home, "annan");
        house.publisher().publish(home.now);

        CHECK(house.audited().holds());
    });
}

TEST_CASE("with a quorum the checkpoint waits for its witnesses, and the site goes on") {
    on_each_database([](TestDatabase& home) {
        const Loghouse house{home};
        Awaited outside{house};
        jobs::LogPublisher publisher{outside.place, *home.writer};
        CHECK(publisher.publish(home.now));
        publisher.ask(outside.witnesses, home.now);

        CHECK_FALSE(house.files()("checkpoint"));
        CHECK(size_in(house.files()(jobs::unwitnessed_checkpoint)) ==
              static_cast<std::uint64_t>(store::log_size(*home.db)));
        CHECK_FALSE(publisher.publish(home.now));
        CHECK(publisher.examine().empty());
        settle(home, "annan");  // the site takes in what is sent
        CHECK(publisher.publish(home.now));
    });
}

TEST_CASE("when the quorum has come the checkpoint is the newest, with its witness") {
    on_each_database([](TestDatabase& home) {
        const Loghouse house{home};
        Awaited outside{house};
        jobs::LogPublisher publisher{outside.place, *home.writer};
        publisher.publish(home.now);
        publisher.ask(outside.witnesses, home.now);
        outside.is_gone = false;
        publisher.ask(outside.witnesses, home.now + std::chrono::minutes{1});

        CHECK(house.size() == static_cast<std::uint64_t>(store::log_size(*home.db)));
        CHECK(house.files()("checkpoint") == house.files()(jobs::unwitnessed_checkpoint));
        const std::array known{house.key.verifier(), outside.key.verifier()};
        CHECK(openlog::signers(house.audited().newest, known)->size() == 2);
        CHECK(publisher.examine().empty());
    });
}

TEST_CASE("whatever is acknowledged is covered by the next publication") {
    on_each_database([](TestDatabase& home) {
        Loghouse house{home};
        auto publisher = house.publisher();
        for (int round = 0; round < 20; ++round) {
            settle(home, "process-" + std::to_string(round));
            const auto acknowledged = static_cast<std::uint64_t>(store::log_size(*home.db));
            publisher.publish(home.now);
            CHECK(house.size() >= acknowledged);
        }
        CHECK(house.audited().holds());
    });
}

TEST_CASE("two servers that are given the same entries publish the same octets") {
    detail::on_sqlite([](TestDatabase& home) {
        Loghouse house{home};
        for (int i = 0; i < 130; ++i) settle(home, "process-" + std::to_string(i));
        house.publisher().publish(home.now);
        const test::Scratch other;
        const auto database = sql::Database{(other.folder / "other.db").string()};
        sql::Writer writer{sql::open(database, sql::Access::read_write), [&] { return home.now; }};
        store::migrate(*sql::open(database, sql::Access::read_write), home.now);
        jobs::LogPlace place{database, other.folder / "logg", house.key};
        jobs::LogPublisher publisher{place, writer};
        for (const auto& data : store::log_entries(*home.db, 0, 100'000)) {
            (void)writer.write([&](auto& tx) -> Result<std::int64_t> {
                return store::append(tx, openlog::read_entry(data).value(), {});
            });
            publisher.publish(home.now);  // in other batches
        }

        const auto size = static_cast<std::uint64_t>(store::log_size(*home.db));
        CHECK(size > 256);
        const auto there = store::files_in(other.folder / "logg");
        CHECK(there("checkpoint") == house.files()("checkpoint"));
        for (const auto& tile : openlog::tiles_of(size)) {
            CHECK(there(openlog::path_of(tile)) == house.files()(openlog::path_of(tile)));
            if (tile.level == 0)
                CHECK(there(openlog::entries_path_of(tile)) == house.files()(openlog::entries_path_of(tile)));
        }
    });
}
