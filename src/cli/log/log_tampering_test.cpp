#include "cli/command.hpp"
#include "cli/log/log.hpp"
#include "cli/terminal.hpp"
#include "support/example.hpp"
#include "support/scratch.hpp"

#include <fstream>
#include <sstream>

using namespace example;
namespace fs = std::filesystem;

namespace {

/// An installation with a published log, for somebody to tamper with.
struct Installation {
    test::Scratch scratch = {};
    /// What was signed last lies where it is put back with the rest, as by who copies everything.
    store::Installation place{scratch.folder.string(), "", (scratch.folder / "signed").string()};

    Installation() {
        (void)store::begin_installation(place, noon);
        work("rus-2050");
        work("annan");
    }

    /// Something is done, and published.
    void work(const std::string& process) {
        TestDatabase database{place.database()};
        const auto log = jobs::log_of(place, "https://rus.example.org");
        jobs::open_log(*database.writer, log);
        settle(database, process);
        jobs::publish_log(log, *database.writer, database.now);
    }

    void in_database(const std::string& statements) const {
        sql::open(place.database(), sql::Access::read_write)->script(statements);
    }

    void copy_to(const fs::path& to) const { fs::copy(scratch.folder, to, fs::copy_options::recursive); }
};

struct Said {
    int exit_code = 0;
    std::string words;

    bool has(const std::string& part) const { return words.find(part) != words.npos; }
};

/// What the command line says, on both its streams.
Said run(const std::vector<std::string>& arguments) {
    std::ostringstream words;
    auto* out = std::cout.rdbuf(words.rdbuf());
    auto* err = std::cerr.rdbuf(words.rdbuf());
    Said output;
    cli::Program program;
    cli::add_log(program.command(), output.exit_code);
    program.parse(arguments, std::cout, std::cerr);
    std::cout.rdbuf(out);
    std::cerr.rdbuf(err);
    output.words = words.str();
    return output;
}

Said verify(const Installation& installation) {
    return run({"log", "verify", installation.place.data});
}

}  // namespace

TEST_CASE("the log of an untouched installation holds, in the database as in its files") {
    const Installation installation;
    const auto output = verify(installation);
    CAPTURE(output.words);
    CHECK(output.exit_code == 0);
    CHECK(output.has("rus.example.org/medskapa/"));
}

TEST_CASE("the log's key is changed by a command, twice, and the log holds after each") {
    Installation installation;
    const auto rotate = [&] { return run({"log", "rotate-key", "--data", installation.place.data}); };

    CHECK(rotate().exit_code == 0);
    CHECK(verify(installation).exit_code == 0);
    installation.work("tredje");
    CHECK(rotate().exit_code == 0);

    const auto output = verify(installation);
    CAPTURE(output.words);
    CHECK(output.exit_code == 0);
    CHECK(output.has("2  key.rotated"));
    CHECK(installation.place.log_key_files().size() == 3);
    fs::remove(installation.place.log_key_file(1));
    fs::remove(installation.place.log_key_file(2));
    CHECK(rotate().exit_code == 0);
    CHECK(verify(installation).exit_code == 0);
    CHECK(fs::exists(installation.place.log_key_file(4)));
}

TEST_CASE("a byte changed in an old entry of the database file is found and named") {
    const Installation installation;
    installation.in_database(
        "UPDATE log_entry SET data = replace(data, 'rus-2050', 'rus-2051') WHERE idx = 1");
    const auto output = verify(installation);
    CHECK(output.exit_code == 1);
    CHECK(output.has("Entry 1: It was changed in the database after it was published"));
}

TEST_CASE("an entry that is back-dated with its hash computed anew is found and named") {
    const Installation installation;
    const auto db = sql::open(installation.place.database(), sql::Access::read_write);
    auto data = store::log_entries(*db, 1, 1).front();
    data.replace(data.find("2026"), 4, "2025");
    db->run("UPDATE log_entry SET data = $1, leaf = $2 WHERE idx = 1", data,
        sql::Bytes{std::string{as_text(openlog::leaf_hash(data))}});
    const auto output = verify(installation);
    CHECK(output.exit_code == 1);
    CHECK(output.has("Entry 1: It was changed"));
}

TEST_CASE("a row that is deleted from the log is found and named") {
    const Installation installation;
    installation.in_database("DELETE FROM log_salt WHERE idx = 1; DELETE FROM log_entry WHERE idx = 1");
    const auto output = verify(installation);
    CHECK(output.exit_code == 1);
    CHECK(output.has("Entry 1: It was published, and the database has it no more"));
}

TEST_CASE("a byte changed in a published file is found and named") {
    const Installation installation;
    const auto file = fs::path{installation.place.log_folder()} / "tile/entries/000.p/5";
    REQUIRE(fs::exists(file));
    std::fstream stream{file, std::ios::in | std::ios::out | std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
    bytes[bytes.find("2026-05")] = '3';
    stream.seekp(0);
    stream << bytes;
    stream.close();
    const auto output = verify(installation);
    CHECK(output.exit_code == 1);
    CHECK(output.has("Entry 0: It is not the entry that was hashed into the tree"));
}

TEST_CASE("two histories after a restored backup are found by whoever kept a checkpoint") {
    Installation installation;
    test::Scratch elsewhere;
    const auto backup = elsewhere.folder / "backup";
    installation.copy_to(backup);
    installation.work("tredje");
    fs::copy_file(fs::path{installation.place.log_folder()} / "checkpoint", elsewhere.folder / "kept");

    fs::remove_all(installation.scratch.folder);
    fs::copy(backup, installation.scratch.folder, fs::copy_options::recursive);
    installation.work("fjarde");

    const auto output = run({"log", "verify", installation.place.data, "--since", elsewhere.folder / "kept"});
    CHECK(output.exit_code == 1);
    CHECK(output.has("There are two histories"));
}

namespace {

/// An installation whose database has been put back as it was one process ago.
struct PutBack : Installation {
    PutBack() {
        test::Scratch elsewhere;
        const auto file = place.database().place;
        sql::open(place.database(), sql::Access::read_write)
            ->run("VACUUM INTO $1", (elsewhere.folder / "backup.db").string());
        work("tredje");
        for (const auto* rest : {"", "-wal", "-shm"}) fs::remove(file + rest);
        fs::copy_file(elsewhere.folder / "backup.db", file);
    }
};

}  // namespace

TEST_CASE("an older backup next to the published log is found, and mended with what was published") {
    PutBack installation;
    CHECK(verify(installation).has("and the database has it no more"));

    const auto repaired = run({"log", "repair", "--data", installation.place.data});

    CAPTURE(repaired.words);
    CHECK(repaired.exit_code == 0);
    installation.work("fjarde");
    CHECK(verify(installation).exit_code == 0);
}

TEST_CASE("an older backup that has been written in is not signed, and cannot be mended") {
    PutBack installation;

    CHECK_THROWS_AS(installation.work("fjarde"), jobs::ForkedLog);

    const auto repaired = run({"log", "repair", "--data", installation.place.data});
    CHECK(repaired.exit_code == 1);
    CHECK(repaired.has("holds other entries than those that were published"));
}
