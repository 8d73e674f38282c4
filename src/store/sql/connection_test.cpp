#include "store/sql/connection.hpp"

#include "base/deadline.hpp"
#include "support/databases.hpp"

#include <atomic>
#include <cmath>
#include <limits>
#include <thread>

using namespace example;

namespace {

Result<bool> with_table(TestDatabase& database) {
    return database.write([](sql::Transaction& tx) -> Result<bool> {
        tx.db().run("CREATE TABLE note (n BIGINT PRIMARY KEY, words TEXT, raw " +
                    std::string{tx.db().dialect() == sql::Dialect::sqlite ? "BLOB" : "BYTEA"} + ")");
        return true;
    });
}

Result<bool> add_note(sql::Transaction& tx, std::int64_t n) {
    tx.db().run("INSERT INTO note (n, words) VALUES ($1, $2)", n, "åäö");
    return true;
}

std::int64_t notes(sql::Connection& db) {
    return db.run("SELECT count(*) AS n FROM note").front().integer("n");
}

}  // namespace

TEST_CASE("a reader gives up when nobody waits for the answer any more, and can be used again") {
    detail::on_sqlite([](TestDatabase& database) {
        const auto db = sql::open(database.where, sql::Access::read_only);
        const auto* endless =
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS m FROM n";
        {
            const Deadline soon{std::chrono::milliseconds{50}};
            CHECK_THROWS_AS(db->run(endless), sql::Unavailable);
        }
        CHECK(db->run("SELECT 1 AS one").front().integer("one") == 1);
    });
}

TEST_CASE("values come back as they went in") {
    on_each_database([](TestDatabase& database) {
        REQUIRE(with_table(database));
        const auto words = std::string{"Härjedalen'; DROP TABLE note; --"};
        const std::string raw{"\0\x01\xFF'\\", 5};
        const auto least = std::numeric_limits<std::int64_t>::min();

        REQUIRE(database.write([&](sql::Transaction& tx) -> Result<bool> {
            tx.db().run(
                "INSERT INTO note (words, n, raw) VALUES ($2, $1, $3)", least, words, sql::Bytes{raw});
            return true;
        }));

        const auto row = database.db->run("SELECT * FROM note WHERE n = $1", least).at(0);
        CHECK(row.integer("n") == least);
        CHECK(row.text("words") == words);
        CHECK(row.bytes("raw") == raw);
        CHECK_THROWS_AS(row.text("absent"), std::logic_error);
        CHECK_THROWS_AS(row.integer("words"), std::logic_error);
    });
}

TEST_CASE("the zero below zero is kept as zero, in both databases") {
    on_each_database([](TestDatabase& database) {
        REQUIRE(database.write([](sql::Transaction& tx) -> Result<bool> {
            tx.db().script("CREATE TABLE number (x DOUBLE PRECISION)");
            tx.db().run("INSERT INTO number (x) VALUES ($1)", -0.0);
            return true;
        }));
        CHECK_FALSE(std::signbit(database.db->run("SELECT x FROM number").at(0).real("x")));
    });
}

TEST_CASE("a refused act leaves no trace, and its neighbours stay") {
    on_each_database([](TestDatabase& database) {
        REQUIRE(with_table(database));
        const auto refused = database.write([](sql::Transaction& tx) -> Result<bool> {
            add_note(tx, 1);
            return refuse(Failure::Kind::conflict);
        });
        const auto kept = database.write([](sql::Transaction& tx) { return add_note(tx, 2); });

        CHECK_FALSE(refused);
        CHECK(kept);
        CHECK(notes(*database.db) == 1);
    });
}

TEST_CASE("an act that throws leaves no trace, and the one who asked hears of it") {
    on_each_database([](TestDatabase& database) {
        REQUIRE(with_table(database));
        const auto twice = [](sql::Transaction& tx) {
            add_note(tx, 1);
            return add_note(tx, 1);
        };

        CHECK_THROWS_AS(database.write(twice), sql::Error);
        CHECK(notes(*database.db) == 0);
        CHECK(database.write([](sql::Transaction& tx) { return add_note(tx, 1); }));
    });
}

TEST_CASE("a full disk undoes the act and those next to it, and the next one is written") {
    on_each_database([](TestDatabase& database) {
        REQUIRE(with_table(database));
        const auto full = [](sql::Transaction& tx) -> Result<bool> {
            add_note(tx, 1);
            throw sql::DiskFull{"no room"};
        };

        CHECK_THROWS_AS(database.write(full), sql::DiskFull);
        CHECK(notes(*database.db) == 0);
        CHECK(database.write([](sql::Transaction& tx) { return add_note(tx, 2); }));
    });
}

TEST_CASE("once the disk has failed nothing more is written, and reading goes on") {
    on_each_database([](TestDatabase& database) {
        REQUIRE(with_table(database));
        REQUIRE(database.write([](sql::Transaction& tx) { return add_note(tx, 1); }));
        const auto failing = [](sql::Transaction&) -> Result<bool> { throw sql::DiskFailed{"input/output"}; };

        CHECK_THROWS_AS(database.write(failing), sql::DiskFailed);
        CHECK_THROWS_AS(
            database.write([](sql::Transaction& tx) { return add_note(tx, 2); }), sql::DiskFailed);
        CHECK(notes(*database.db) == 1);
    });
}

TEST_CASE("a full disk is distinguished from other errors, also when one has been full") {
    const auto db = sql::open_sqlite(":memory:", sql::Access::read_write);
    db->script("CREATE TABLE note (n BIGINT PRIMARY KEY, words TEXT); INSERT INTO note (n) VALUES (1)");
    db->script("PRAGMA max_page_count = 3");

    CHECK_THROWS_AS(
        db->run("INSERT INTO note (n, words) VALUES (2, $1)", std::string(10'000, 'x')), sql::DiskFull);
    try {
        db->run("INSERT INTO note (n) VALUES (1)");
        FAIL("the key was there already");
    } catch (const sql::Error& error) {
        CHECK(dynamic_cast<const sql::DiskFull*>(&error) == nullptr);
    }
}

TEST_CASE(
    "while another program has locked the database all who write are told so, and afterwards all goes on") {
    detail::on_sqlite([](TestDatabase& database) {
        REQUIRE(with_table(database));
        const auto another = sql::open(database.where, sql::Access::read_write);
        another->begin_writing();
        std::atomic<int> told{0};
        std::vector<std::thread> writers;
        for (int i = 0; i < 8; ++i)
            writers.emplace_back([&, i] {
                try {
                    (void)database.write([&](sql::Transaction& tx) { return add_note(tx, i); });
                } catch (const sql::Unavailable&) {
                    ++told;
                }
            });
        for (auto& writer : writers) writer.join();
        CHECK(told == 8);
        CHECK(notes(*database.db) == 0);

        another->run("ROLLBACK");
        REQUIRE(database.write([](sql::Transaction& tx) { return add_note(tx, 1); }));
        CHECK(notes(*database.db) == 1);
    });
}

TEST_CASE("sixteen who write at once lose nothing") {
    on_each_database([](TestDatabase& database) {
        REQUIRE(with_table(database));
        std::atomic<std::int64_t> next{0};
        std::vector<std::thread> writers;
        for (int i = 0; i < 16; ++i)
            writers.emplace_back([&] {
                for (int n = 0; n < 25; ++n)
                    (void)database.write(
                        [&](sql::Transaction& tx) { return add_note(tx, next.fetch_add(1)); });
            });
        for (auto& writer : writers) writer.join();

        CHECK(notes(*database.db) == 400);
    });
}

TEST_CASE("a snapshot sees one moment while others write") {
    on_each_database([](TestDatabase& database) {
        REQUIRE(with_table(database));
        {
            const sql::Snapshot snapshot{*database.db};
            CHECK(notes(*database.db) == 0);
            REQUIRE(database.write([](sql::Transaction& tx) { return add_note(tx, 1); }));
            CHECK(notes(*database.db) == 0);
        }
        CHECK(notes(*database.db) == 1);
    });
}

TEST_CASE("a reading connection cannot write") {
    on_each_database([](TestDatabase& database) {
        REQUIRE(with_table(database));
        CHECK_THROWS_AS(database.db->run("INSERT INTO note (n) VALUES (1)"), sql::Error);
    });
}

TEST_CASE("a database that is newer than the program is refused with a sentence") {
    on_each_database([](TestDatabase& database) {
        REQUIRE(database.write([](sql::Transaction& tx) -> Result<bool> {
            tx.db().run("INSERT INTO migration (number, name, digest, run_at) VALUES (9999, 'later', '', 0)");
            return true;
        }));
        const auto owner = sql::open(database.where, sql::Access::read_write);

        CHECK_THROWS_WITH_AS(store::migrate(*owner, noon), doctest::Contains("newer Medskapa"), sql::Error);
    });
}

TEST_CASE("migrating twice changes nothing") {
    on_each_database([](TestDatabase& database) {
        const auto owner = sql::open(database.where, sql::Access::read_write);
        CHECK(store::migrate(*owner, noon) == 0);
        CHECK(store::schema_of(*owner) == store::newest_schema());
    });
}

TEST_CASE(
    "a file of a lower number that a database lacks is run, since two may be written at the same time") {
    on_each_database([](TestDatabase& database) {
        const auto owner = sql::open(database.where, sql::Access::read_write);
        owner->script("DROP TABLE extract_use; DELETE FROM migration WHERE number = 48");

        CHECK(store::migrate(*owner, noon) == 1);
        CHECK(owner->run("SELECT id FROM extract_use").empty());
        CHECK(store::migrate(*owner, noon) == 0);
    });
}
