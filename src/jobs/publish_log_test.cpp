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

#include <fstream>
#include <utility>

using namespace example;

namespace {

/// A site whose log has begun, and the folder where it is published.
struct PublishingSite {
    TestDatabase& database;
    test::Scratch scratch = {};
    openlog::SigningKey key = key_of("localhost/medskapa/test");
    std::vector<openlog::SigningKey> later_keys = {};

    explicit PublishingSite(TestDatabase& where) : database{where} {
        (void)database.act([&](auto& act) { return app::open_log(act, openlog::as_vkey(key.verifier())); });
        settle(database);
    }

    jobs::LogSettings settings() const { return {database.where, scratch.folder, key, later_keys}; }
    jobs::LogPublisher publisher() const { return {settings(), *database.writer}; }
    /// The log gets a new key, signed by the one that it has.
    void rotate(const openlog::SigningKey& next) {
        const auto& now = later_keys.empty() ? key : later_keys.back();
        REQUIRE(database.act([&](auto& act) { return app::rotate_key(act, now, next.verifier()); }));
        later_keys.push_back(next);
    }
    openlog::Fetch files() const { return store::files_in(scratch.folder); }
    openlog::AuditReport audited() const {
        return openlog::audit(files(), {{key.verifier()}, {}, {}, {}}).value();
    }
    std::uint64_t size() const { return audited().newest.checkpoint.head.size; }
    /// What somebody does who has got at the database itself.
    void tamper(const std::string& statement) {
        const auto db = sql::open(database.where, sql::Access::read_write);
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
    jobs::LogSettings settings;
    jobs::Witnesses witnesses;

    explicit Awaited(const PublishingSite& site) : settings{site.settings()} {
        settings.quorum =
            openlog::read_policy("witness library " + openlog::as_vkey(key.verifier()) + "\nquorum library\n")
                .value();
        const openlog::Witness witness{{site.key.verifier()}, key,
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
    on_each_database([](TestDatabase& database) {
        PublishingSite site{database};

        CHECK(site.publisher().publish(database.now));

        const auto report = site.audited();
        CHECK(report.holds());
        CHECK(
            report.newest.checkpoint.head.size == static_cast<std::uint64_t>(store::log_size(*database.db)));
        CHECK(store::newest_signed(*database.db)->head == report.newest.checkpoint.head);
    });
}

TEST_CASE("without new entries nothing is signed again, and with them the log grows from what it was") {
    on_each_database([](TestDatabase& database) {
        PublishingSite site{database};
        auto publisher = site.publisher();
        publisher.publish(database.now);
        const auto before = site.audited().newest;

        CHECK_FALSE(publisher.publish(database.now));
        settle(database, "annan");
        CHECK(publisher.publish(database.now));

        const auto report = openlog::audit(site.files(), {{site.key.verifier()}, before, {}, {}}).value();
        CHECK(report.holds());
        CHECK(report.newest.checkpoint.head.size > before.checkpoint.head.size);
    });
}

TEST_CASE("a log of several bundles is the same whether it is published bit by bit or at once") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        auto publisher = site.publisher();
        for (int i = 0; i < 300; ++i) {
            settle(database, "p" + std::to_string(i));
            if (i % 70 == 0) publisher.publish(database.now);
        }
        publisher.publish(database.now);
        CHECK(site.audited().holds());
        CHECK_FALSE(std::filesystem::exists(site.scratch.folder / "tile/0/000.p"));
        CHECK_FALSE(std::filesystem::exists(site.scratch.folder / "tile/entries/000.p"));

        test::Scratch fresh;
        jobs::LogPublisher again{{database.where, fresh.folder, site.key}, *database.writer};
        again.publish(database.now);
        for (const auto& tile : openlog::tiles_of(site.size()))
            CHECK(site.files()(openlog::path_of(tile)) ==
                  store::files_in(fresh.folder)(openlog::path_of(tile)));
        CHECK(site.files()("checkpoint") == store::files_in(fresh.folder)("checkpoint"));
    });
}

TEST_CASE("an older backup is not signed, not even when as much has been done again") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        site.publisher().publish(database.now);
        const auto size = site.size();
        site.tamper(
            "DELETE FROM log_salt WHERE idx >= " + std::to_string(size - 2) +
            "; DELETE FROM log_signed; DELETE FROM log_entry WHERE idx >= " + std::to_string(size - 2));

        CHECK_THROWS_AS(site.publisher(), jobs::ForkedLog);

        settle(database, "annan");
        CHECK_THROWS_AS(site.publisher().publish(database.now), jobs::ForkedLog);
        CHECK(site.size() == size);
    });
}

TEST_CASE("after an older backup the site reads on and takes nothing more in") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        site.publisher().publish(database.now);
        site.tamper("DELETE FROM log_salt; DELETE FROM log_signed; DELETE FROM log_entry WHERE idx > 0");

        const jobs::LogJob job{
            {database.where, site.scratch.folder, site.key}, *database.writer, [] { return noon; }};

        CHECK_THROWS_AS(settle(database, "annan"), sql::Unavailable);
        CHECK(database.db->run("SELECT slug FROM process").size() == 1);
    });
}

TEST_CASE("another key than the log's own signs nothing") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        site.key = key_of("localhost/medskapa/other");

        CHECK_THROWS_AS(site.publisher().publish(database.now), jobs::CannotSign);
        CHECK_FALSE(site.files()("checkpoint"));
    });
}

TEST_CASE("a new key signs from its entry on, and for thirty days the old one signs along") {
    on_each_database([](TestDatabase& database) {
        PublishingSite site{database};
        site.publisher().publish(database.now);
        const openlog::SigningKey next{
            site.key.verifier().name, openlog::KeyType::ed25519, sha256("the next key")};
        const auto signers_now = [&] {
            settle(database, "p" + std::to_string(store::log_size(*database.db)));
            site.publisher().publish(database.now);
            const auto report = site.audited();
            CHECK(report.holds());
            return report.signers.size();
        };

        site.rotate(next);

        CHECK(signers_now() == 2);
        database.now += std::chrono::days{30} - std::chrono::minutes{20};
        CHECK(signers_now() == 2);
        database.now += std::chrono::minutes{20};
        CHECK(signers_now() == 1);
        CHECK(site.audited().signers.front().key == next.verifier());
        CHECK(app::log_keys(*database.db).size() == 2);
    });
}

TEST_CASE("a log whose newest key is not here is not signed with the old one") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        site.rotate({site.key.verifier().name, openlog::KeyType::ed25519, sha256("the next key")});
        site.later_keys.clear();

        CHECK_THROWS_AS(site.publisher().publish(database.now), jobs::CannotSign);
    });
}

TEST_CASE("a key is taken into use once, with the log's name, and signed by the newest") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        const auto rotated = [&](const openlog::SigningKey& from, const openlog::SigningKey& to) {
            return database.act([&](auto& act) { return app::rotate_key(act, from, to.verifier()); })
                .has_value();
        };
        const openlog::SigningKey next{site.key.verifier().name, openlog::KeyType::ed25519, sha256("next")};
        CHECK_FALSE(rotated(site.key, key_of("another/medskapa/log")));
        CHECK_FALSE(rotated(site.key, site.key));
        CHECK_FALSE(rotated(next, key_of(site.key.verifier().name)));
        CHECK(rotated(site.key, next));
        CHECK_FALSE(rotated(site.key, next));
    });
}

TEST_CASE("what a witness has cosigned is published and kept, also by who publishes after it") {
    on_each_database([](TestDatabase& database) {
        PublishingSite site{database};
        const auto outside = key_of("library.example.org", openlog::KeyType::cosignature);
        const openlog::Witness witness{{site.key.verifier()}, outside, [](auto&) { return std::nullopt; }};
        jobs::Witnesses witnesses{{{outside.verifier(), "http://127.0.0.1:1"}}, [&](auto&, auto& body) {
                                      const auto answer = witness.answer(body, 1'800'000'000);
                                      return jobs::Answer{answer.status, answer.body};
                                  }};
        auto publisher = site.publisher();
        publisher.publish(database.now);

        publisher.ask(witnesses, database.now);

        const auto report =
            openlog::audit(site.files(), {{site.key.verifier(), outside.verifier()}, {}, {}, {}}).value();
        CHECK(report.holds());
        CHECK(report.signers.size() == 2);
        std::filesystem::remove(site.scratch.folder / "checkpoint");
        site.publisher().publish(database.now);
        CHECK(site.files()("checkpoint") == store::newest_signed(*database.db)->note);
        CHECK(site.audited().newest.note.signatures.size() == 2);
    });
}

TEST_CASE("an entry that is changed, back-dated or taken away in the database is named") {
    for (const auto* tampering :
        {"UPDATE log_entry SET data = replace(data, 'process.opened', 'process.closed') WHERE idx = 1",
            "UPDATE log_entry SET data = replace(data, '2026-05', '2026-04') WHERE idx = 1",
            "DELETE FROM log_salt WHERE idx = 1; DELETE FROM log_entry WHERE idx = 1"})
        on_each_database([&](TestDatabase& database) {
            CAPTURE(tampering);
            PublishingSite site{database};
            auto publisher = site.publisher();
            publisher.publish(database.now);
            CHECK_FALSE(names(publisher.examine(), 1));

            site.tamper(tampering);

            CHECK(names(publisher.examine(), 1));
            CHECK_THROWS_AS(site.publisher().publish(database.now), jobs::ForkedLog);
        });
}

TEST_CASE("a byte changed in a published file is found, and mended from the database") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        site.publisher().publish(database.now);
        const auto path = openlog::path_of(openlog::tile_at(0, 0, site.size()));
        auto bytes = *site.files()(path);
        bytes[40] = static_cast<char>(bytes[40] ^ 1);
        store::write_durably(site.scratch.folder / path, bytes, store::Readers::owner);
        CHECK(names(site.publisher().examine(), 1));

        settle(database, "annan");
        site.publisher().publish(database.now);

        CHECK(site.audited().holds());
    });
}

TEST_CASE("with a quorum the checkpoint waits for its witnesses, and the site goes on") {
    on_each_database([](TestDatabase& database) {
        const PublishingSite site{database};
        Awaited outside{site};
        jobs::LogPublisher publisher{outside.settings, *database.writer};
        CHECK(publisher.publish(database.now));
        publisher.ask(outside.witnesses, database.now);

        CHECK_FALSE(site.files()("checkpoint"));
        CHECK(size_in(site.files()(jobs::unwitnessed_checkpoint)) ==
              static_cast<std::uint64_t>(store::log_size(*database.db)));
        CHECK_FALSE(publisher.publish(database.now));
        CHECK(publisher.examine().empty());
        settle(database, "annan");  // the site accepts what is sent
        CHECK(publisher.publish(database.now));
    });
}

TEST_CASE("when the quorum has come the checkpoint is the newest, with its witness") {
    on_each_database([](TestDatabase& database) {
        const PublishingSite site{database};
        Awaited outside{site};
        jobs::LogPublisher publisher{outside.settings, *database.writer};
        publisher.publish(database.now);
        publisher.ask(outside.witnesses, database.now);
        outside.is_gone = false;
        publisher.ask(outside.witnesses, database.now + std::chrono::minutes{1});

        CHECK(site.size() == static_cast<std::uint64_t>(store::log_size(*database.db)));
        CHECK(site.files()("checkpoint") == site.files()(jobs::unwitnessed_checkpoint));
        const std::array known{site.key.verifier(), outside.key.verifier()};
        CHECK(openlog::signers(site.audited().newest, known)->size() == 2);
        CHECK(publisher.examine().empty());
    });
}

TEST_CASE("whatever is acknowledged is covered by the next publication") {
    on_each_database([](TestDatabase& database) {
        PublishingSite site{database};
        auto publisher = site.publisher();
        for (int round = 0; round < 20; ++round) {
            settle(database, "process-" + std::to_string(round));
            const auto acknowledged = static_cast<std::uint64_t>(store::log_size(*database.db));
            publisher.publish(database.now);
            CHECK(site.size() >= acknowledged);
        }
        CHECK(site.audited().holds());
    });
}

TEST_CASE("two servers that are given the same entries publish the same bytes") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        for (int i = 0; i < 130; ++i) settle(database, "process-" + std::to_string(i));
        site.publisher().publish(database.now);
        const test::Scratch other;
        const auto other_database = sql::Database{(other.folder / "other.db").string()};
        sql::Writer writer{sql::open(other_database, sql::Access::create), [&] { return database.now; }};
        store::migrate(*sql::open(other_database, sql::Access::read_write), database.now);
        jobs::LogSettings settings{other_database, other.folder / "logg", site.key};
        jobs::LogPublisher publisher{settings, writer};
        for (const auto& data : store::log_entries(*database.db, 0, 100'000)) {
            (void)writer.write([&](auto& tx) -> Result<std::int64_t> {
                return store::append(tx, openlog::read_entry(data).value(), {});
            });
            publisher.publish(database.now);  // in other batches
        }

        const auto size = static_cast<std::uint64_t>(store::log_size(*database.db));
        CHECK(size > 256);
        const auto there = store::files_in(other.folder / "logg");
        CHECK(there("checkpoint") == site.files()("checkpoint"));
        for (const auto& tile : openlog::tiles_of(size)) {
            CHECK(there(openlog::path_of(tile)) == site.files()(openlog::path_of(tile)));
            if (tile.level == 0)
                CHECK(there(openlog::entries_path_of(tile)) == site.files()(openlog::entries_path_of(tile)));
        }
    });
}

TEST_CASE(
    "a database that is older than the head kept apart from it is not signed, whatever else was put back") {
    on_each_database([](TestDatabase& database) {
        PublishingSite site{database};
        const test::Scratch apart;
        auto settings = site.settings();
        settings.signed_heads = apart.folder;
        jobs::LogPublisher{settings, *database.writer}.publish(database.now);
        const auto size = site.size();
        settle(database, "senare");
        jobs::LogPublisher{settings, *database.writer}.publish(database.now);
        std::filesystem::remove_all(site.scratch.folder);
        site.tamper("DELETE FROM log_salt WHERE idx >= " + std::to_string(size));
        site.tamper("DELETE FROM log_entry WHERE idx >= " + std::to_string(size));
        site.tamper("DELETE FROM log_signed WHERE size > " + std::to_string(size));

        CHECK_THROWS_AS((jobs::LogPublisher{settings, *database.writer}), jobs::ForkedLog);
    });
}

TEST_CASE("of two who sign the same log one is stopped by the other's head") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        const test::Scratch apart;
        auto settings = site.settings();
        settings.signed_heads = apart.folder;
        jobs::LogPublisher publisher{settings, *database.writer};
        publisher.publish(database.now);
        const store::SignedHeads heads{apart.folder};
        const auto origin = site.key.verifier().name;
        REQUIRE(heads.replace(origin, heads.newest(origin), {site.size() + 7, sha256("another")}));
        const auto before = site.files()("checkpoint");
        settle(database, "senare");

        CHECK_THROWS_AS((void)publisher.publish(database.now), jobs::ForkedLog);
        CHECK(site.files()("checkpoint") == before);
    });
}

TEST_CASE(
    "after a restore nothing is signed until it is answered, or the kept head shows that nothing is newer") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        const test::Scratch apart;
        auto settings = site.settings();
        settings.restore_mark = apart.folder / "restored";
        std::ofstream{settings.restore_mark} << "restored";
        CHECK_THROWS_AS((jobs::LogPublisher{settings, *database.writer}), jobs::ForkedLog);

        settings.signed_heads = apart.folder / "heads";
        CHECK_THROWS_AS((jobs::LogPublisher{settings, *database.writer}), jobs::ForkedLog);
        const auto mark = std::exchange(settings.restore_mark, {});
        jobs::LogPublisher{settings, *database.writer}.publish(database.now);
        settings.restore_mark = mark;
        jobs::LogPublisher{settings, *database.writer}.publish(database.now);

        CHECK_FALSE(std::filesystem::exists(mark));
        settings.fork_mark = mark;
        std::ofstream{mark} << "a witness";
        CHECK_THROWS_AS((jobs::LogPublisher{settings, *database.writer}), jobs::ForkedLog);
    });
}

TEST_CASE("a witness is asked before anything is signed, and what it has seen is obeyed") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        const auto seen = openlog::text_of(
            openlog::signed_checkpoint({site.key.verifier().name, {3, sha256("another history")}}, site.key));
        jobs::Witnesses witnesses{{{key_of("library", openlog::KeyType::cosignature).verifier(), "http://w"}},
            [](const std::string&, const std::string&) -> jobs::Answer {
                throw std::runtime_error{"silent"};
            },
            [&](const std::string&) {
                return jobs::Answer{200, seen};
            }};
        auto publisher = site.publisher();

        publisher.ask_at_start(witnesses, database.now);
        CHECK_THROWS_AS((void)publisher.publish(database.now), jobs::ForkedLog);
        CHECK_FALSE(site.files()("checkpoint"));
        CHECK_FALSE(store::newest_signed(*database.db));
    });
}

TEST_CASE("a published checkpoint that is damaged is written again") {
    on_each_database([](TestDatabase& database) {
        PublishingSite site{database};
        auto publisher = site.publisher();
        publisher.publish(database.now);
        const auto right = site.files()("checkpoint").value();
        for (const auto& wrong : {std::string{}, right.substr(0, 40), std::string(right.size(), 'x')}) {
            std::ofstream{site.scratch.folder / "checkpoint"} << wrong;
            publisher.publish(database.now);
            CHECK(site.files()("checkpoint") == right);
        }
    });
}

TEST_CASE(
    "two servers of ours that keep their heads in one place do not take each other for a second history") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        const test::Scratch apart;
        auto settings = site.settings();
        settings.signed_heads = apart.folder;
        jobs::LogPublisher first{settings, *database.writer};
        first.publish(database.now);
        jobs::LogPublisher second{settings, *database.writer};
        settle(database, "senare");
        second.publish(database.now);
        settle(database, "sist");
        CHECK_NOTHROW((void)first.publish(database.now));
        CHECK(store::SignedHeads{apart.folder}.newest(site.key.verifier().name)->size == site.size());
    });
}
