#include "jobs/publish_log.hpp"

#include "app/log.hpp"
#include "jobs/log_job.hpp"
#include "store/log_folder.hpp"
#include "support/example.hpp"
#include "support/published_log.hpp"
#include "support/scratch.hpp"

using namespace example;

namespace {

/// A home whose log has begun, and the folder where it is published.
struct Loghouse {
    Home& home;
    test::Scratch scratch = {};
    openlog::SigningKey key = key_of("localhost/medskapa/test");

    explicit Loghouse(Home& where) : home{where} {
        const auto permit = authorize(Actor::operating(), Action::administer, {});
        (void)home.write(
            [&](auto& tx) { return app::open_log(tx, *permit, openlog::as_vkey(key.verifier())); });
        settle(home);
    }

    jobs::LogPublisher publisher() { return {home.where, *home.writer, scratch.folder, key}; }
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

}  // namespace

TEST_CASE("what has been done is published, signed, and holds for an auditor") {
    on_each_database([](Home& home) {
        Loghouse house{home};

        CHECK(house.publisher().publish(home.now));

        const auto report = house.audited();
        CHECK(report.holds());
        CHECK(report.newest.checkpoint.head.size == static_cast<std::uint64_t>(store::log_size(*home.db)));
        CHECK(store::newest_signed(*home.db)->head == report.newest.checkpoint.head);
    });
}

TEST_CASE("without new entries nothing is signed again, and with them the log grows from what it was") {
    on_each_database([](Home& home) {
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
    detail::on_sqlite([](Home& home) {
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
        jobs::LogPublisher again{home.where, *home.writer, fresh.folder, house.key};
        again.publish(home.now);
        for (const auto& tile : openlog::tiles_of(house.size()))
            CHECK(house.files()(openlog::path_of(tile)) ==
                  store::files_in(fresh.folder)(openlog::path_of(tile)));
        CHECK(house.files()("checkpoint") == store::files_in(fresh.folder)("checkpoint"));
    });
}

TEST_CASE("an older backup is not signed, not even when as much has been done again") {
    detail::on_sqlite([](Home& home) {
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
    detail::on_sqlite([](Home& home) {
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
    detail::on_sqlite([](Home& home) {
        Loghouse house{home};
        house.key = key_of("localhost/medskapa/other");

        CHECK_THROWS_AS(house.publisher().publish(home.now), jobs::CannotSign);
        CHECK_FALSE(house.files()("checkpoint"));
    });
}

TEST_CASE("an entry that is changed, back-dated or taken away in the database is named") {
    for (const auto* tampering :
        {"UPDATE log_entry SET data = replace(data, 'process.opened', 'process.closed') WHERE idx = 1",
            "UPDATE log_entry SET data = replace(data, '2026-05', '2026-04') WHERE idx = 1",
            "DELETE FROM log_salt WHERE idx = 1; DELETE FROM log_entry WHERE idx = 1"})
        on_each_database([&](Home& home) {
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
    detail::on_sqlite([](Home& home) {
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
