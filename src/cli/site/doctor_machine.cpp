#include "cli/site/doctor.hpp"
#include "cli/terminal.hpp"
#include "jobs/kept_counts.hpp"
#include "store/files/identity.hpp"
#include "store/migrations/migrate.hpp"
#include "store/sql/upkeep.hpp"

#include <sys/stat.h>
#include <filesystem>

namespace medskapa::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t room_wanted = 200U * 1024 * 1024;

void check_pages(sql::Connection& db, Checks& checks) {
    if (db.dialect() != sql::Dialect::sqlite) return;
    std::string said;
    try {
        said = sql::damage_in(db);
    } catch (const sql::Error& error) {
        said = error.what();
    }
    checks.push_back(
        said.empty() ? passed("database", N_("the database is whole"))
                     : failed("database",
                           N_("The database is damaged: {}. Stop the server and restore a backup"), {said}));
}

void check_secret(const Installation& installation, sql::Connection& db, Checks& checks) {
    constexpr auto name = "secret";
    try {
        if (store::match_of_secret(db, installation.secret()) == store::SecretMatch::other)
            checks.push_back(failed(name,
                N_("The file {} is not the secret that the database was made with. Put that one back from a "
                   "backup: without it no receipt code opens its inspel."),
                {installation.secret_file()}));
        else
            checks.push_back(passed(name, N_("the secret is the database's own")));
    } catch (const store::InstallationUnusable& unusable) {
        checks.push_back({name, CheckState::fail, unusable.complaint});
    }
}

}  // namespace

void check_permissions(const Installation& installation, Checks& checks) {
    std::vector<std::string> paths{installation.data, installation.secret_file(), installation.log_folder(),
        installation.signed_heads_folder(), (fs::path{installation.data} / "medskapa.db").string(),
        (fs::path{installation.data} / "medskapa.db-wal").string(),
        (fs::path{installation.data} / "medskapa.db-shm").string()};
    for (const auto& key : installation.log_key_files()) paths.push_back(key);
    bool is_narrow = true;
    for (const auto& path : paths) {
        struct stat found {};
        if (::stat(path.c_str(), &found) != 0 || (found.st_mode & 077U) == 0) continue;
        is_narrow = false;
        checks.push_back(failed("permissions", N_("Others on the machine can read {}. Run chmod {} {}"),
            {path, S_ISDIR(found.st_mode) ? "700" : "600", path}));
    }
    if (is_narrow)
        checks.push_back(passed("permissions", N_("only we can read the data, the secret and the keys")));
}

void check_database(const Installation& installation, Checks& checks) {
    try {
        const auto db = sql::open(installation.database(), sql::Access::read_only);
        check_pages(*db, checks);
        const bool is_ours = store::schema_of(*db) == store::newest_schema();
        checks.push_back(
            is_ours ? passed("layout", N_("the database's layout is this program's"))
                    : failed("layout", N_("The database's layout is another than this program's. Run "
                                          "medskapa migrate")));
        if (is_ours && !installation.data.empty()) check_secret(installation, *db, checks);
        if (is_ours) checks.push_back(jobs::kept_counts(*db));
    } catch (const sql::Error& error) {
        checks.push_back(failed("database", N_("The database cannot be read: {}"), {sentence_of(error)}));
    }
}

void check_machine(const Installation& installation, Checks& checks) {
    checks.push_back(fs::space(installation.data).available > room_wanted
                         ? passed("room", N_("there is room on the disk"))
                         : failed("room", N_("The disk is nearly full. Make room: 200 MB at least")));
    const auto clock = installation.clock();
    checks.push_back(now() > Instant{std::chrono::sys_days{std::chrono::January / 1 / 2025}}
                         ? passed("clock", N_("the clock is set: {}"), {time::iso(clock.local(now()))})
                         : failed("clock", N_("The machine's clock is wrong: {}. Set it"),
                               {time::iso(clock.local(now()))}));
}

}  // namespace medskapa::cli
