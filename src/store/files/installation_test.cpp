#include "store/files/installation.hpp"

#include "base/digest.hpp"
#include "store/files/identity.hpp"
#include "support/example.hpp"
#include "support/scratch.hpp"

#include <sys/stat.h>
#include <fstream>

using namespace example;
namespace fs = std::filesystem;
using store::Installation;

namespace {

Installation in(const test::Scratch& scratch) {
    return {(scratch.folder / "data").string(), {}};
}

bool is_private(const fs::path& path) {
    struct stat found {};
    return ::stat(path.c_str(), &found) == 0 && (found.st_mode & 077U) == 0;
}

std::vector<fs::path> files_in(const Installation& installation) {
    return {fs::directory_iterator{installation.data}, {}};
}

}  // namespace

TEST_CASE(
    "an installation is begun in an empty place, private from the first byte, and is the same when opened") {
    const test::Scratch scratch;
    const auto installation = in(scratch);
    std::string name;
    {
        const auto db = store::begin_installation(installation, noon);
        name = store::identity_of(*db);
        CHECK(store::match_of_secret(*db, installation.secret()) == store::SecretMatch::same);
        CHECK(is_private(installation.data));
        for (const auto& file : files_in(installation)) CHECK(is_private(file));
    }
    CHECK(store::identity_of(*store::open_and_migrate(installation, noon)) == name);
    CHECK(store::identity_of(*store::begin_installation(installation, noon)) == name);
}

TEST_CASE("only what begins an installation makes a database") {
    const test::Scratch scratch;
    const auto installation = in(scratch);
    CHECK_THROWS_AS((void)store::open_and_migrate(installation, noon), store::InstallationUnusable);
    CHECK_FALSE(fs::exists(installation.data));
    for (const auto access : {sql::Access::read_only, sql::Access::read_write})
        CHECK_THROWS_WITH_AS((void)sql::open(installation.database(), access),
            doctest::Contains("There is no database"), sql::Error);
    CHECK_FALSE(fs::exists(installation.data));
}

TEST_CASE("what is left of an installation without its database is not begun again") {
    const test::Scratch scratch;
    const auto installation = in(scratch);
    (void)store::begin_installation(installation, noon);
    std::ofstream{installation.log_key_file()} << "a key";
    fs::remove(installation.database().place);
    CHECK_THROWS_AS((void)store::begin_installation(installation, noon), store::InstallationUnusable);
    CHECK_FALSE(fs::exists(installation.database().place));
}

TEST_CASE("a secret that is lost, cut or another's is refused, and never made anew") {
    const test::Scratch scratch;
    const auto installation = in(scratch);
    (void)store::begin_installation(installation, noon);
    for (const auto& secret : {std::string{}, std::string(31, 'x'), std::string(32, 'x'), random_bytes(32)}) {
        std::ofstream{installation.secret_file(), std::ios::binary | std::ios::trunc} << secret;
        CHECK_THROWS_AS((void)store::open_and_migrate(installation, noon), store::InstallationUnusable);
    }
    fs::remove(installation.secret_file());
    CHECK_THROWS_AS((void)store::open_and_migrate(installation, noon), store::InstallationUnusable);
    CHECK_THROWS_AS((void)store::begin_installation(installation, noon), store::InstallationUnusable);
    CHECK_FALSE(fs::exists(installation.secret_file()));
}

TEST_CASE(
    "a database that is deleted, moved, replaced or whose journal is gone is missed before anything is "
    "acknowledged") {
    const auto faults =
        std::vector<std::function<void(const fs::path&)>>{[](const fs::path& file) { fs::remove(file); },
            [](const fs::path& file) { fs::rename(file, file.string() + ".away"); },
            [](const fs::path& file) {
                fs::copy_file(file, file.string() + ".copy");
                fs::rename(file.string() + ".copy", file);
            },
            [](const fs::path& file) { fs::remove(file.string() + "-wal"); }};
    for (const auto& fault : faults) {
        const test::Scratch scratch;
        const auto installation = in(scratch);
        sql::Writer writer{store::begin_installation(installation, noon), [] { return noon; }};
        store::DatabaseGuard guard{installation.database()};
        const auto write = [&] {
            return writer.write([](sql::Transaction& tx) -> Result<bool> {
                tx.db().run("CREATE TABLE IF NOT EXISTS note (n BIGINT)");
                return true;
            });
        };
        REQUIRE(write());
        CHECK_NOTHROW(guard.check());
        fault(installation.database().place);
        CHECK_THROWS_AS((void)write(), sql::DatabaseGone);
        CHECK_THROWS_AS((void)write(), sql::DatabaseGone);
        CHECK_THROWS_AS(guard.check(), sql::DatabaseGone);
    }
}

TEST_CASE("what shows on no page is a commit and no change") {
    on_each_database([](TestDatabase& database) {
        const auto before = database.writer->commits();
        const auto changes = database.writer->changes();
        (void)database.write([](sql::Transaction& tx) -> Result<bool> {
            tx.changes_no_page();
            return true;
        });
        CHECK(database.writer->commits() == before + 1);
        CHECK(database.writer->changes() == changes);
        (void)database.write([](sql::Transaction&) -> Result<bool> { return true; });
        CHECK(database.writer->changes() == changes + 1);
    });
}

TEST_CASE("the site's time is Swedish, or that of the zone that a file of its folder names") {
    const test::Scratch scratch;
    const store::Installation installation{scratch.folder.string(), {}};
    CHECK(installation.clock().name() == "Europe/Stockholm");
    std::ofstream{scratch.folder / "time-zone"} << "Europe/Helsinki\n";
    CHECK(installation.clock().name() == "Europe/Helsinki");
    std::ofstream{scratch.folder / "time-zone"} << "Europe/Atlantis\n";
    CHECK_THROWS_AS(installation.clock(), store::InstallationUnusable);
    std::ofstream{scratch.folder / "time-zone"} << "";
    CHECK_THROWS_AS(installation.clock(), store::InstallationUnusable);
}

TEST_CASE("an installation is not begun where no folder can be made, and why is one sentence") {
    const test::Scratch scratch;
    std::ofstream{scratch.folder / "file"} << "x";
    const Installation below_a_file{(scratch.folder / "file" / "data").string(), {}};
    CHECK_THROWS_AS((void)store::begin_installation(below_a_file, noon), store::InstallationUnusable);
}
