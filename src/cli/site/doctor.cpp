#include "cli/site/doctor.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/serve/sign_in_services.hpp"
#include "cli/site/checks.hpp"
#include "jobs/backup.hpp"
#include "jobs/kept_counts.hpp"
#include "store/files/identity.hpp"
#include "store/migrations/migrate.hpp"
#include "store/sql/upkeep.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/stat.h>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

namespace medskapa::cli {
namespace {

namespace fs = std::filesystem;
using jobs::Checks;
using jobs::failed;
using jobs::passed;
using jobs::warned;

constexpr std::uintmax_t room_wanted = 200U * 1024 * 1024;

struct Asked {
    Installation installation;
    jobs::BackupKeys keys;
    bool json = false;
    std::string sign_in_services;
};

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
        checks.push_back({name, jobs::CheckState::fail, unusable.complaint});
    }
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

Checks examined(const Asked& asked) {
    const auto& installation = asked.installation;
    Checks checks;
    if (installation.data.empty()) {
        checks.push_back(warned("data",
            N_("Only the database is examined. Name the folder with --data to examine the secret, the log, "
               "the disk and the backups too")));
        check_database(installation, checks);
        return checks;
    }
    if (!fs::is_directory(installation.data))
        return {failed("data", N_("There is no folder {}. Name it with --data"), {installation.data})};
    checks.push_back(passed("data", N_("the data folder is there")));
    check_permissions(installation, checks);
    check_machine(installation, checks);
    check_database(installation, checks);
    check_log(installation, checks);
    check_backups(installation, asked.keys, checks);
    check_sign_in_services(asked.sign_in_services, checks);
    return checks;
}

int examine(const Asked& asked) {
    const auto checks = examined(asked);
    if (asked.json)
        std::cout
            << nlohmann::ordered_json{{"holds", jobs::all_hold(checks)}, {"checks", as_json(checks)}}.dump()
            << '\n';
    else
        print(checks);
    std::vector<std::string> names;
    for (const auto& check : checks)
        if (check.state == jobs::CheckState::fail) names.push_back(check.name);
    if (!names.empty())
        std::cerr << words()(N_("These checks failed: {}. What to do stands with each."),
                         fmt::format("{}", fmt::join(names, ", ")))
                  << '\n';
    return jobs::all_hold(checks) ? 0 : 1;
}

}  // namespace

void add_doctor(Command& program, int& exit_code) {
    const auto asked = std::make_shared<Asked>();
    auto* doctor = program.add_subcommand("doctor", "Say what is wrong with an installation");
    add_installation_or_database(*doctor, asked->installation);
    add_backup_keys(*doctor, asked->keys);
    add_sign_in_services(*doctor, asked->sign_in_services);
    add_config_of_server(*doctor);
    doctor->add_flag(
        "--json", asked->json, "Print one JSON object: every check with name, state and sentence");
    doctor->footer("Example: medskapa doctor --data /var/lib/medskapa --json");
    doctor->callback([asked, &exit_code] {
        demand_folder(asked->installation, "");
        exit_code = run_command([&] { return examine(*asked); });
    });
}

}  // namespace medskapa::cli
