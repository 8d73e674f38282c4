#include "jobs/move/move.hpp"

#include "app/inspel/files.hpp"
#include "app/log/log_receipt.hpp"
#include "jobs/backup_contents.hpp"
#include "jobs/kept_counts.hpp"
#include "jobs/restore_place.hpp"
#include "store/files/identity.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/inspel/search.hpp"
#include "store/move/held_still.hpp"
#include "store/sql/address.hpp"
#include "store/sql/upkeep.hpp"
#include "support/conversations.hpp"
#include "support/strategy_process.hpp"

#include <fstream>
#include <iterator>

using namespace example;
using namespace std::string_literals;
using store::Installation;

namespace {

namespace fs = std::filesystem;

// Letters of four bytes, one made of two, right to left, a name in South Sami, and what SQL itself uses.
constexpr auto odd_text = "Tåget till Åre 🚆 a\u0308 שלום Gåebrien tjïelte '; DROP TABLE inspel; -- \\ $1";

/// An installation on SQLite with a process in it that has come some way.
struct Filled {
    test::Scratch scratch = {};
    Installation installation{(scratch.folder / "data").string(), {}};
    std::string large = std::string(5'000'000, '\0') + "end";

    Filled() {
        store::begin_installation(installation, noon);
        TestDatabase database{installation.database()};
        const StrategyProcess process{database};
        const auto issue = process.split(process.published(odd_text), "Tåget till Åre");
        process.answer(issue, "noterat", "Tack 🚆");
        process.publish_answers();
        process.does([&](auto& act) {
            return app::receive_inspel(act, process.world.activity, draft("Se kartan."),
                {"a", secret, {{"karta.pdf", "%PDF-1.7\n" + large}}});
        });
        const auto conversation = start_conversation(database, process.process());
        vote_in_camps(conversation, 6);
        conversation.commit(app::VotesToCommit::all);
        updater_of(conversation).refresh();
    }

    jobs::MoveReport moved_to(const std::string& place, const store::MoveProgress& progress = {}) const {
        return jobs::move(installation.data, place, noon, progress);
    }
    std::string folder(const std::string& name) const { return (scratch.folder / name).string(); }
    std::string contents() const {
        return jobs::as_json(
            jobs::contents_of(*sql::open(installation.database(), sql::Access::read_only), noon));
    }
    void change(const std::string& statement) const {
        sql::open(installation.database(), sql::Access::read_write)->run(statement);
    }
};

/// What the program says when it refuses; empty when it does it.
std::string refusal(const std::function<void()>& act) {
    try {
        act();
        return {};
    } catch (const store::InstallationUnusable& refused) {
        std::string text = refused.complaint.message;
        for (const auto& hole : refused.complaint.holes) text += '|' + plain(hole);
        return text;
    }
}

bool says(const std::string& text, std::string_view part) {
    return text.find(part) != text.npos;
}

/// Runs the check with the address of an empty PostgreSQL database, where a server is offered.
void with_empty_server(const std::function<void(const std::string&)>& check) {
    const char* server = std::getenv("MEDSKAPA_TEST_POSTGRES");
    if (server == nullptr) {
        std::clog << "skipped: moving to PostgreSQL (MEDSKAPA_TEST_POSTGRES is not set)\n";
        return;
    }
    const jobs::ScratchDatabase database{server};
    check(database.url());
}

std::size_t tables_at(const std::string& url) {
    return sql::tables_in(*sql::open({url}, sql::Access::read_only)).size();
}

std::vector<std::int64_t> found(const sql::Database& place, const std::string& words) {
    const auto db = sql::open(place, sql::Access::read_only);
    const bool sqlite = db->dialect() == sql::Dialect::sqlite;
    const auto rows =
        db->run(sqlite ? "SELECT rowid AS id FROM inspel_search WHERE inspel_search MATCH $1 ORDER BY rowid"
                       : "SELECT inspel_id AS id FROM inspel_search WHERE tokens @@ CAST($1 AS tsquery) "
                         "ORDER BY inspel_id",
            store::search_expression(db->dialect(), {1}, words, {}));
    std::vector<std::int64_t> numbers;
    for (const auto& row : rows) numbers.push_back(row.integer("id"));
    return numbers;
}

}  // namespace

TEST_CASE(
    "what was moved to PostgreSQL and back is the same, to the log's root and each byte of a large file") {
    with_empty_server([](const std::string& url) {
        const Filled it;
        const auto before = it.contents();

        const auto there = it.moved_to(url);
        const auto back = jobs::move(url, it.folder("back"), noon);

        CHECK(it.contents() == before);
        CHECK(there.digest == back.digest);
        CHECK(there.rows == back.rows);
        CHECK(there.log.root == back.log.root);
        CHECK(there.log.size > 10);
        CHECK(there.rows.at("vote") == 12 * 16);
        CHECK(back.lacks_secret);
        CHECK_FALSE(there.lacks_secret);
        CHECK_FALSE(found(it.installation.database(), "tåget").empty());
        const Installation returned{it.folder("back"), {}};
        for (const auto& place : {sql::Database{url}, returned.database()}) {
            const auto db = sql::open(place, sql::Access::read_only);
            CHECK(
                db->run("SELECT bytes FROM original_bytes").at(0).bytes("bytes") == "%PDF-1.7\n" + it.large);
            CHECK(db->run("SELECT text FROM inspel WHERE id = 1").at(0).text("text") == odd_text);
            CHECK(found(place, "tåget") == found(it.installation.database(), "tåget"));
            CHECK(jobs::kept_counts(*db).state == CheckState::ok);
        }
    });
}

TEST_CASE(
    "the site goes on after a move: the next inspel gets the next number, and no number is given twice") {
    with_empty_server([](const std::string& url) {
        const Filled it;
        it.change("UPDATE sqlite_sequence SET seq = 40 WHERE name = 'inspel'");  // forty were, some are gone
        it.moved_to(url);

        {
            TestDatabase on_server{{url}};
            const auto process = store::process_named(*on_server.db, "rus-2050").value();
            const auto activity = store::activities_of(*on_server.db, process.id).front();
            on_server
                .act(process,
                    [&](auto& act) {
                        return app::receive_inspel(act, activity, draft("Mer."), {"b", secret});
                    })
                .value();
            CHECK(on_server.db->run("SELECT max(id) AS id FROM inspel").at(0).integer("id") == 41);
        }
        jobs::move(url, it.folder("back"), noon);
        const Installation returned{it.folder("back"), {}};
        const auto db = sql::open(returned.database(), sql::Access::read_only);
        CHECK(db->run("SELECT seq FROM sqlite_sequence WHERE name = 'inspel'").at(0).integer("seq") == 41);
    });
}

TEST_CASE("rows come whole into another file of SQLite too, with the layout that the database itself says") {
    const Filled it;
    const auto from = sql::open(it.installation.database(), sql::Access::read_only);
    const auto to = sql::open({it.folder("other.db")}, sql::Access::create);

    const auto tallies = store::move_rows(*from, *to, noon, [](auto&, auto&) {}, {});

    CHECK(jobs::as_json(jobs::contents_of(*to, noon)) == jobs::as_json(jobs::contents_of(*from, noon)));
    CHECK(tallies.contains("desk_search"));
    CHECK_FALSE(tallies.contains("migration"));
    CHECK(store::digest_of(tallies).size() == 64);
}

TEST_CASE("a table that a later version adds is moved without anybody having named it") {
    const Filled it;
    const auto from = sql::open(it.installation.database(), sql::Access::read_write);
    from->run(
        "CREATE TABLE later (id INTEGER PRIMARY KEY AUTOINCREMENT, above BIGINT REFERENCES later (id))");
    const auto to = sql::open({it.folder("other.db")}, sql::Access::create);

    const auto why = refusal([&] { store::move_rows(*from, *to, noon, [](auto&, auto&) {}, {}); });

    CHECK(says(why, "not laid out as this program does it"));
    CHECK(says(why, "|later"));
    CHECK(sql::tables_in(*to).empty());
}

TEST_CASE(
    "a folder that is no installation, the same place and two folders are refused, and nothing is made") {
    const Filled it;

    CHECK(says(
        refusal([&] { jobs::move(it.folder("none"), "postgresql:///x", noon); }), "There is no database"));
    CHECK(says(refusal([&] { it.moved_to(it.installation.data + "/."); }), "the same place"));
    CHECK(says(refusal([&] { it.moved_to(it.folder("new")); }), "are folders"));
    CHECK_FALSE(fs::exists(it.folder("new")));
    CHECK_FALSE(fs::exists(it.folder("none")));
}

TEST_CASE("a folder with a database, or with what one has left, is not written over") {
    const Filled it;
    const auto before = it.contents();
    fs::create_directories(it.folder("remains"));
    std::ofstream{it.folder("remains") + "/medskapa.db-wal"} << "what an older one left";

    for (const auto& place : {it.installation.data, it.folder("remains")})
        CHECK(says(refusal([&] { jobs::move("postgresql:///x", place, noon); }), "not written over"));
    CHECK(it.contents() == before);
}

TEST_CASE("a server's database with tables is not written over, and one of another kind is no source") {
    with_empty_server([](const std::string& url) {
        const Filled it;
        CHECK(says(refusal([&] { jobs::move(url, it.folder("new"), noon); }), "not one of Medskapa's"));
        CHECK_FALSE(fs::exists(it.folder("new")));
        sql::open({url}, sql::Access::read_write)->run("CREATE TABLE theirs (id BIGINT)");

        CHECK(says(refusal([&] { it.moved_to(url); }), "has tables already"));
        CHECK(tables_at(url) == 1);
    });
}

TEST_CASE("an installation that is begun while a move prepares itself is never emptied") {
    const auto is_kept = [](const Filled& it, const sql::Database& place) {
        const auto to = sql::open(place, sql::Access::create);
        const auto setup = sql::open(place, sql::Access::create);
        store::migrate(*setup, noon);
        store::remember_secret(*setup, secret);
        const auto from = sql::open(it.installation.database(), sql::Access::read_only);

        CHECK(says(refusal([&] { store::move_rows(*from, *to, noon, [](auto&, auto&) {}, {}); }),
            "has tables already"));
        CHECK(store::match_of_secret(*setup, secret) == store::SecretMatch::same);
    };
    const Filled it;
    is_kept(it, {it.folder("other.db")});
    with_empty_server([&](const std::string& url) { is_kept(it, {url}); });
}

TEST_CASE(
    "of two moves into one database the second is refused at once, and the first keeps what it brings") {
    with_empty_server([](const std::string& url) {
        const Filled it;
        std::string second;
        const auto first = it.moved_to(url, [&](std::string_view, double) {
            if (second.empty()) second = refusal([&] { it.moved_to(url); });
        });

        CHECK(says(second, "Another move"));
        CHECK(sql::rows_in(*sql::open({url}, sql::Access::read_only), "vote") == first.rows.at("vote"));
    });
}

TEST_CASE("an installation that is begun in the folder during a move back is not written over") {
    with_empty_server([](const std::string& url) {
        const Filled it;
        it.moved_to(url);
        const Installation back{it.folder("back"), {}};
        std::string second;
        const auto begin = [&](std::string_view, double) {
            if (!second.empty()) return;
            second = refusal([&] { jobs::move(url, back.data, noon); });
            store::begin_installation(back, noon);
        };

        const auto why = refusal([&] { jobs::move(url, back.data, noon, begin); });

        CHECK(says(why, "has begun an installation"));
        CHECK_FALSE(second.empty());
        const auto db = sql::open(back.database(), sql::Access::read_only);
        CHECK(store::match_of_secret(*db, back.secret()) == store::SecretMatch::same);
        CHECK(sql::rows_in(*db, "vote") == 0);
        CHECK_FALSE(fs::exists(back.data + "/restoring"));
    });
}

TEST_CASE("of two that fill one folder the second is refused, and leaves the first's work alone") {
    const test::Scratch scratch;
    const Installation target{scratch.folder.string(), {}};
    const jobs::Staging first{target};
    fs::create_directories(first.installation().data);
    std::ofstream{first.installation().data + "/medskapa.db"} << "whole";

    CHECK(says(refusal([&] { const jobs::Staging second{target}; }), "Another restore or move"));
    CHECK(fs::exists(first.installation().data + "/medskapa.db"));
}

TEST_CASE("a secret that somebody has put in the folder meanwhile is not written over") {
    const test::Scratch scratch;
    const Installation target{scratch.folder.string(), {}};
    const jobs::Staging staging{target};
    const auto staged = staging.installation();
    fs::create_directories(staged.data);
    std::ofstream{staged.secret_file()} << std::string(32, 'a');
    std::ofstream{target.secret_file()} << std::string(32, 'b');

    CHECK(says(refusal([&] { staging.move_into_place(); }), "has begun an installation"));
    CHECK(target.secret() == std::string(32, 'b'));

    std::ofstream{target.secret_file(), std::ios::trunc} << std::string(32, 'a');
    CHECK_NOTHROW(staging.move_into_place());
    CHECK(target.secret() == std::string(32, 'a'));
}

TEST_CASE("an older database is migrated first, and a folder with another secret is not moved") {
    with_empty_server([](const std::string& url) {
        const Filled it;
        const auto newest = store::newest_schema();
        it.change("DELETE FROM migration WHERE number = " + std::to_string(newest));
        CHECK(says(refusal([&] { it.moved_to(url); }), "medskapa migrate"));
        it.change("INSERT INTO migration (number, name, digest, run_at) VALUES (" +
                  std::to_string(newest + 1) + ", 'later', '', 0)");
        CHECK(says(refusal([&] { it.moved_to(url); }), "newer Medskapa"));

        const Filled other;
        std::ofstream{other.installation.secret_file(), std::ios::trunc} << std::string(32, 'x');
        CHECK(says(refusal([&] { other.moved_to(url); }), "is not the secret"));
        CHECK(tables_at(url) == 0);
    });
}

TEST_CASE("a database that somebody works with is not moved") {
    with_empty_server([](const std::string& url) {
        const Filled it;
        {
            const auto other = sql::open(it.installation.database(), sql::Access::read_write);
            other->begin_writing();
            CHECK(says(refusal([&] { it.moved_to(url); }), "Somebody works with the database"));
            CHECK(tables_at(url) == 0);
        }
        it.moved_to(url);
        const auto other = sql::open({url}, sql::Access::read_only);
        CHECK(says(
            refusal([&] { jobs::move(url, it.folder("back"), noon); }), "Somebody works with the database"));
        CHECK_FALSE(fs::exists(it.folder("back")));
    });
}

TEST_CASE("a move that is cut short leaves what it came from as it was, and where it went empty") {
    with_empty_server([](const std::string& url) {
        const Filled it;
        const auto before = it.contents();
        for (const double until : {0.01, 0.4, 0.99}) {
            CAPTURE(until);
            const auto cut = [&](std::string_view, double part) {
                if (part > until) throw std::runtime_error{"cut short"};
            };
            CHECK_THROWS_WITH(it.moved_to(url, cut), "cut short");
            CHECK(tables_at(url) == 0);
        }
        CHECK(it.contents() == before);

        const auto moved = it.moved_to(url);
        CHECK_THROWS(jobs::move(url, it.folder("back"), noon,
            [](std::string_view, double) { throw std::runtime_error{"cut short"}; }));
        CHECK_FALSE(fs::exists(it.folder("back")));
        CHECK(jobs::move(url, it.folder("back"), noon).digest == moved.digest);
    });
}

TEST_CASE("a zero below zero moves as zero, and what is no number is named with its table and column") {
    with_empty_server([](const std::string& url) {
        const Filled it;
        it.moved_to(url);
        const auto put = [&](const char* number) {
            sql::open({url}, sql::Access::read_write)
                ->run_with(
                    std::string{"UPDATE statement SET priority = CAST('"} + number + "' AS DOUBLE PRECISION)",
                    {});
        };
        put("-0");
        CHECK_NOTHROW(jobs::move(url, it.folder("zero"), noon));

        for (const auto* number : {"NaN", "Infinity", "-Infinity"}) {
            put(number);
            const auto why = refusal([&] { jobs::move(url, it.folder("back"), noon); });
            CHECK(says(why, "infinite or no number"));
            CHECK(says(why, "|statement|priority"));
            CHECK_FALSE(fs::exists(it.folder("back")));
        }
    });
}

TEST_CASE("a server's database that is not there, or keeps another encoding, is refused with what to do") {
    with_empty_server([](const std::string& url) {
        const Filled it;
        const auto admin = sql::open({url}, sql::Access::read_write);
        admin->script("DROP DATABASE IF EXISTS moved_to_latin1 WITH (FORCE)");
        const auto why_not = [&](const std::string& name) {
            try {
                it.moved_to(url + "&dbname=" + name);
                return std::string{};
            } catch (const sql::Error& refused) {
                return std::string{refused.what()};
            }
        };
        CHECK(says(why_not("moved_to_latin1"), "createdb"));
        admin->script("CREATE DATABASE moved_to_latin1 ENCODING LATIN1 TEMPLATE template0");
        CHECK(says(why_not("moved_to_latin1"), "LATIN1"));
        CHECK_THROWS_AS(store::begin_installation({it.folder("new"), url + "&dbname=moved_to_latin1"}, noon),
            sql::ServerUnusable);
        sql::drop_database(*admin, "moved_to_latin1");
    });
}

TEST_CASE("a place that was meant as an address is refused without saying its password") {
    const Filled it;
    for (const auto* place :
        {"host=h password=hemligt", "POSTGRESQL://u:hemligt@h/d", "postgresql://u:hem%zzligt@h"})
        for (const bool is_target : {true, false}) {
            try {
                is_target ? it.moved_to(place) : jobs::move(place, it.folder("back"), noon);
                FAIL("moved");
            } catch (const sql::ServerUnusable& refused) {
                CHECK_FALSE(says(refused.what(), "ligt"));
            }
        }
    CHECK_FALSE(fs::exists(it.folder("back")));
}

TEST_CASE("a value that PostgreSQL cannot hold is named by table, column and row, and nothing is moved") {
    const Filled it;
    const auto to = sql::open({it.folder("other.db")}, sql::Access::create);
    const auto why_not = [&](const std::string& change) {
        it.change(change);
        const auto from = sql::open(it.installation.database(), sql::Access::read_only);
        return refusal([&] { store::move_rows(*from, *to, noon, [](auto&, auto&) {}, {}); });
    };

    CHECK(says(why_not("UPDATE inspel SET text = 'a' || char(0) || 'b' WHERE id = 1"), "NUL"));
    CHECK(says(why_not("UPDATE inspel SET text = CAST(x'61C3' AS TEXT) WHERE id = 1"), "not UTF-8"));
    const auto other_kind = why_not("UPDATE inspel SET text = 'a', number = 'ett' WHERE id = 1");
    CHECK(says(other_kind, "another kind of value"));
    CHECK(says(other_kind, "|inspel|number|1"));
    CHECK(sql::tables_in(*to).empty());
}
