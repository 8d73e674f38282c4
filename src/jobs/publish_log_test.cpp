#include "jobs/publish_log.hpp"

#include "app/log/log_keys.hpp"
#include "engine/openlog/signing/policy.hpp"
#include "engine/openlog/signing/witness.hpp"
#include "jobs/log_job.hpp"
#include "store/files/log_folder.hpp"
#include "store/migrations/migrate.hpp"
#include "support/example.hpp"
#include "support/published_log.hpp"
#include "support/publishing_site.hpp"
#include "support/scratch.hpp"

#include <fstream>
#include <utility>

using namespace example;

namespace {

bool names(const std::vector<openlog::Finding>& findings, std::uint64_t place) {
    return std::any_of(findings.begin(), findings.end(), [&](const openlog::Finding& finding) {
        return finding.kind == openlog::Finding::Kind::breach && finding.place == place;
    });
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
