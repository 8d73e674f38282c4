#include "jobs/backup.hpp"
#include "jobs/restore_place.hpp"

#include "app/site/site.hpp"
#include "store/files/month_keys.hpp"
#include "store/log/log_store.hpp"
#include "store/site/site_store.hpp"
#include "store/sql/upkeep.hpp"
#include "support/example.hpp"
#include "support/scratch.hpp"

#include <fstream>
#include <iterator>

using namespace example;
using jobs::BackupKeys;
using store::Installation;

namespace {

namespace fs = std::filesystem;

constexpr auto words_of_ours = "Zebrafinken sjunger i Ytterhogdal";

std::string bytes_in(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// An installation on SQLite with words in it, and folders for its backups and their keys.
struct Installed {
    test::Scratch scratch = {};
    Installation installation{(scratch.folder / "data").string(), {}};
    BackupKeys keys{(scratch.folder / "keys").string()};
    std::string file = (scratch.folder / "backups" / "rus.db").string();
    std::string salt;

    Installed() {
        fs::create_directories(scratch.folder / "backups");
        sql::Writer writer{store::begin_installation(installation, time::now()), time::now};
        auto process = revision_draft();
        process.summary = {words_of_ours, words_of_ours};
        (void)app::perform(writer, Actor::operating(), {},
            [&](auto& act) { return app::open_process(act, process, choices); });
        salt = store::salts_of(*sql::open(installation.database(), sql::Access::read_only), 0).front().salt;
    }

    Installation other_installation() const { return {(scratch.folder / "other").string(), {}}; }

    /// What the program says when it refuses; empty when it does it.
    std::string refusal_of_restoring(const BackupKeys& with) const {
        try {
            jobs::restore(other_installation(), file, with, time::now());
            return {};
        } catch (const std::runtime_error& refusal) {
            return refusal.what();
        }
    }

    bool is_anywhere(const std::string& what) const {
        for (const auto& one : fs::recursive_directory_iterator{scratch.folder / "backups"})
            if (one.is_regular_file() && bytes_in(one.path()).find(what) != std::string::npos) return true;
        return false;
    }
};

std::int64_t log_size(const Installation& installation) {
    return store::log_size(*sql::open(installation.database(), sql::Access::read_only));
}

}  // namespace

TEST_CASE("without keys a backup is the database itself, and comes back") {
    const Installed it;
    jobs::back_up(it.installation, it.file, {}, time::now());

    CHECK(it.is_anywhere(words_of_ours));
    CHECK(it.refusal_of_restoring({}).empty());
    CHECK(log_size(it.other_installation()) == log_size(it.installation));
}

TEST_CASE("an encrypted backup says nothing by itself, and comes back whole with its month's key") {
    const Installed it;
    jobs::back_up(it.installation, it.file, it.keys, time::now());

    CHECK_FALSE(it.is_anywhere(words_of_ours));
    CHECK_FALSE(fs::exists(fs::path{it.installation.data} / "backup.passing"));
    CHECK(it.refusal_of_restoring({}).find("Name the folder of the keys") != std::string::npos);
    CHECK(it.refusal_of_restoring(it.keys).empty());
    const auto db = sql::open(it.other_installation().database(), sql::Access::read_only);
    CHECK(store::process_named(*db, "rus-2050")->summary.original() == words_of_ours);
    CHECK(store::salts_of(*db, 0).front().salt == it.salt);
}

TEST_CASE("when the key is destroyed neither the words nor their salts can be got out of an old backup") {
    const Installed it;
    jobs::back_up(it.installation, it.file, it.keys, time::now());
    const auto month = store::month_of(stockholm.day(time::now()));
    store::destroy_month_key(it.keys.folder, month);

    CHECK(it.refusal_of_restoring(it.keys).find("it was destroyed") != std::string::npos);
    CHECK_FALSE(fs::exists(it.other_installation().database().place));
    CHECK_FALSE(it.is_anywhere(words_of_ours));
    CHECK_FALSE(it.is_anywhere(it.salt));
    CHECK_THROWS_AS(jobs::back_up(it.installation, it.file + ".2", it.keys, time::now()), std::runtime_error);
}

TEST_CASE("an encrypted backup with another month's or another folder's key is refused, and leaves nothing") {
    const Installed it;
    jobs::back_up(it.installation, it.file, it.keys, time::now());
    const auto month = store::month_of(stockholm.day(time::now()));
    const BackupKeys others{(it.scratch.folder / "others").string()};

    CHECK(it.refusal_of_restoring(others).find("is not in") != std::string::npos);
    (void)store::month_key(others.folder, month);
    CHECK(it.refusal_of_restoring(others).find("encrypted with another key") != std::string::npos);
    CHECK_FALSE(fs::exists(it.other_installation().database().place));
}

TEST_CASE("a backup that failed halfway does not look like one, and the next attempt is whole") {
    const Installed it;
    for (const auto& keys : {BackupKeys{}, it.keys}) {
        CAPTURE(keys.folder);
        const auto file = it.file + (keys.folder.empty() ? "" : ".encrypted");
        fs::create_directories(file + ".secret");  // so that it fails when the words are copied already
        std::ofstream{file + ".part"} << "what a power cut left";

        CHECK_THROWS(jobs::back_up(it.installation, file, keys, time::now()));
        CHECK_FALSE(fs::exists(file));
        CHECK_FALSE(fs::exists(file + ".part"));
        CHECK_FALSE(it.is_anywhere(words_of_ours));

        fs::remove(file + ".secret");
        jobs::back_up(it.installation, file, keys, time::now());
        const auto to = it.scratch.folder / (keys.folder.empty() ? "from-plain" : "from-encrypted");
        CHECK_NOTHROW(jobs::restore({to.string(), {}}, file, keys, time::now()));
        fs::remove(file);
    }
}

TEST_CASE("keys next to the backups or in the data folder are no keys") {
    const Installed it;
    for (const auto& folder : {(it.scratch.folder / "backups").string(), it.installation.data})
        CHECK_THROWS_AS(jobs::back_up(it.installation, it.file, {folder}, time::now()), std::runtime_error);
    CHECK_FALSE(fs::exists(it.file));
}

TEST_CASE("the log names once each key that was destroyed, also when the first attempt was cut short") {
    const Installed it;
    (void)store::month_key(it.keys.folder, "2020-01");
    (void)store::month_key(it.keys.folder, "2020-02");
    store::destroy_month_key(it.keys.folder, "2020-01");
    const auto size = log_size(it.installation);

    CHECK(jobs::forget_backups(it.installation, it.keys, time::now()) ==
          std::vector<std::string>{"2020-01", "2020-02"});
    CHECK(jobs::forget_backups(it.installation, it.keys, time::now()).empty());

    CHECK(log_size(it.installation) == size + 2);
    CHECK_FALSE(store::known_month_key(it.keys.folder, "2020-02"));
    const auto entry = store::newest_entry(*sql::open(it.installation.database(), sql::Access::read_only));
    CHECK(openlog::read_entry(*entry)->field("month") == "2020-02");
}

TEST_CASE("a server's database alone is backed up, and comes back next to the folder that has its secret") {
    const char* server = std::getenv("MEDSKAPA_TEST_POSTGRES");
    if (server == nullptr) return;
    const jobs::ScratchDatabase first{server};
    const jobs::ScratchDatabase alone{server};
    const jobs::ScratchDatabase second{server};
    const test::Scratch scratch;
    const auto file = (scratch.folder / "rus.db").string();
    const Installation installed{(scratch.folder / "data").string(), first.url()};
    {
        sql::Writer writer{store::begin_installation(installed, time::now()), time::now};
        (void)app::perform(writer, Actor::operating(), {},
            [&](auto& act) { return app::open_process(act, revision_draft(), choices); });
    }

    jobs::back_up({{}, first.url()}, file, {}, time::now());
    CHECK(jobs::is_of_database_alone(file));
    CHECK_FALSE(fs::exists(jobs::secret_of_backup(file)));
    CHECK(jobs::rehearse(file, {}, server, time::now()).holds());
    CHECK(jobs::restore({{}, alone.url()}, file, {}, time::now()).holds());
    CHECK(log_size({{}, alone.url()}) == log_size(installed));

    const Installation without{(scratch.folder / "new").string(), second.url()};
    CHECK_THROWS_AS(jobs::restore(without, file, {}, time::now()), store::InstallationUnusable);
    CHECK(sql::tables_in(*sql::open({second.url()}, sql::Access::read_only)).empty());
    const Installation again{installed.data, second.url()};
    CHECK(jobs::restore(again, file, {}, time::now()).holds());
    CHECK(fs::exists(again.restore_mark()));
    CHECK(bytes_in(again.secret_file()).size() == 32);
    CHECK_THROWS_AS(jobs::restore({{}, alone.url()}, file, {}, time::now()), store::InstallationUnusable);
}

TEST_CASE("an installation remembers when a backup of it was made") {
    const Installed it;
    CHECK_FALSE(jobs::last_backup(it.installation));
    const auto now = std::chrono::floor<std::chrono::milliseconds>(time::now());
    jobs::back_up(it.installation, it.file, {}, now);
    CHECK(jobs::last_backup(it.installation) == now);
}

TEST_CASE("a backup whose secret is lost is not taken for one of a database alone") {
    const Installed it;
    jobs::back_up(it.installation, it.file, {}, time::now());
    fs::remove(jobs::secret_of_backup(it.file));

    CHECK_FALSE(jobs::is_of_database_alone(it.file));
    CHECK_THROWS_AS((void)jobs::rehearse(it.file, {}, {}, time::now()), store::InstallationUnusable);
    CHECK_FALSE(it.refusal_of_restoring({}).empty());
}

TEST_CASE("a server's database with somebody else's tables is not restored into") {
    const char* server = std::getenv("MEDSKAPA_TEST_POSTGRES");
    if (server == nullptr) return;
    const Installed it;
    jobs::back_up(it.installation, it.file, {}, time::now());
    const jobs::ScratchDatabase theirs{server};
    sql::open({theirs.url()}, sql::Access::read_write)->run("CREATE TABLE theirs (id BIGINT)");

    try {
        jobs::restore({it.other_installation().data, theirs.url()}, it.file, {}, time::now());
        FAIL("restored");
    } catch (const store::InstallationUnusable& refused) {
        CHECK(std::string{refused.what()}.find("has tables already") != std::string::npos);
    }
}
