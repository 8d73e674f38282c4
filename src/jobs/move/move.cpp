#include "jobs/move/move.hpp"

#include "jobs/backup_contents.hpp"
#include "jobs/kept_counts.hpp"
#include "jobs/restore_place.hpp"
#include "store/files/durable_file.hpp"
#include "store/files/identity.hpp"
#include "store/migrations/migrate.hpp"
#include "store/move/held_still.hpp"
#include "store/sql/address.hpp"
#include "store/sql/upkeep.hpp"

#include <filesystem>
#include <memory>
#include <numeric>

namespace medskapa::jobs {
namespace {

namespace fs = std::filesystem;
using sql::is_address;
using store::Installation;

[[noreturn]] void give_up(const char* sentence, Holes holes = {}) {
    throw store::InstallationUnusable{{{}, sentence, std::move(holes)}};
}

bool is_same_place(const std::string& from, const std::string& to) {
    if (is_address(from) || is_address(to)) return from == to;
    return fs::weakly_canonical(from) == fs::weakly_canonical(to);
}

/// A place that may have been meant as an address is not shown: it may hold a password.
void refuse_place(const std::string& place) {
    if (is_address(place)) return sql::refuse_unreadable(place);
    sql::refuse_meant_as_address(place);
}

void refuse_places(const std::string& from, const std::string& to) {
    refuse_place(from);
    refuse_place(to);
    if (is_same_place(from, to)) give_up(N_("--from and --to name the same place. Nothing is to be moved."));
    if (!is_address(from) && !is_address(to))
        give_up(
            N_("Both {} and {} are folders. Name a server with postgresql://…, or use medskapa backup and "
               "medskapa restore."),
            {from, to});
    if (!is_address(from) && !fs::exists(Installation{from, {}}.database().place))
        give_up(N_("There is no database in {}. Name the folder of an installation with --from."), {from});
}

/// What an older database has left next to its file would be read as a part of the new one.
void refuse_occupied_folder(const Installation& to) {
    const auto file = to.database().place;
    for (const auto* end : {"", "-wal", "-shm", "-journal"})
        if (fs::exists(file + end))
            give_up(
                N_("There is a database in {} already, and it is not written over. Put medskapa.db and the "
                   "files whose names begin so elsewhere, or name another folder."),
                {to.data});
}

/// One move at a time fills a database. Tables are looked for first, since they say more.
void refuse_occupied_server(sql::Connection& to) {
    // Any number will do that is not another lock's, and is the same in every version.
    constexpr std::int64_t movers_lock = 7305803;
    store::refuse_tables(to);
    if (!sql::try_lock(to, movers_lock))
        give_up(
            N_("Another move fills the database that --to names. Wait until it has ended, and look what lies "
               "there."));
}

void refuse_source(sql::Connection& from) {
    const auto schema = store::schema_of(from);
    if (schema == 0)
        give_up(
            N_("The database that --from names is not one of Medskapa's. Give the address that the server "
               "is started with."));
    if (schema < store::newest_schema())
        give_up(N_("The database was made by an older Medskapa (schema {}, this program makes {}). Run "
                   "medskapa migrate first."),
            {schema, store::newest_schema()});
    if (schema > store::newest_schema())
        give_up(N_("The database was made by a newer Medskapa (schema {}, this program knows {}). Move with "
                   "that release."),
            {schema, store::newest_schema()});
    if (const auto table = sql::table_with_lost_references(from); !table.empty())
        give_up(N_("The table {} has rows that refer to rows that are not there. Run medskapa doctor, and "
                   "restore a backup."),
            {table});
    // Rows that arrive as they were have the counts that they had.
    if (const auto counts = kept_counts(from); counts.state == CheckState::fail)
        throw store::InstallationUnusable{counts.sentence};
}

/// The secret of a folder must be the one that the database was made with.
void refuse_other_secret(const Installation& folder, sql::Connection& db) {
    if (store::match_of_secret(db, folder.secret()) != store::SecretMatch::other) return;
    give_up(N_("The file {} is not the secret that the database was made with. Put that one back from a "
               "backup: without it no receipt code opens its inspel."),
        {folder.secret_file()});
}

/// A server that runs holds the folder of its log.
std::unique_ptr<store::FolderLock> held(const Installation& folder) {
    if (folder.data.empty() || !fs::exists(folder.log_folder())) return nullptr;
    return std::make_unique<store::FolderLock>(folder.log_folder());
}

/// The log's own entries are rows like the others: that they have been moved is not noted in it, or the two
/// databases would hold two logs, and the published one would be the shorter.
MoveReport moved(
    sql::Connection& from, sql::Connection& to, Instant now, const store::MoveProgress& progress) {
    MoveReport report;
    const auto read = computed_log(from);
    const auto look = [&](sql::Connection&, sql::Connection& target) {
        report.log = computed_log(target);
        if (report.log != read)
            give_up(
                N_("The open log did not arrive as it was. Nothing was moved. Report it to those who "
                   "maintain the program."));
    };
    const auto tallies = store::move_rows(from, to, now, look, progress);
    for (const auto& [table, tally] : tallies) report.rows[table] = tally.rows;
    report.digest = store::digest_of(tallies);
    return report;
}

MoveReport move_to_server(
    const std::string& from, const std::string& to, Instant now, const store::MoveProgress& progress) {
    const Installation source{is_address(from) ? "" : from, is_address(from) ? from : ""};
    const auto target = sql::open({to}, sql::Access::create);
    sql::refuse_other_encoding(*target);
    refuse_occupied_server(*target);
    const auto lock = held(source);
    store::HeldStill still{source.database()};
    refuse_source(still.db());
    if (!source.data.empty()) refuse_other_secret(source, still.db());
    return moved(still.db(), *target, now, progress);
}

/// The target's folder; gone again when nothing was put in it and it was not there before.
struct MadeFolder {
    fs::path path;

    explicit MadeFolder(const Installation& folder) {
        if (fs::exists(folder.data)) return;
        store::make_folder(folder);
        path = folder.data;
    }
    ~MadeFolder() {
        std::error_code ignored;  // that it is not empty
        if (!path.empty()) fs::remove(path, ignored);
    }
    MadeFolder(const MadeFolder&) = delete;
    MadeFolder& operator=(const MadeFolder&) = delete;
};

MoveReport move_to_folder(
    const std::string& from, const std::string& to, Instant now, const store::MoveProgress& progress) {
    const Installation folder{to, {}};
    refuse_occupied_folder(folder);
    const bool has_secret = fs::exists(folder.secret_file());
    const auto lock = held(folder);
    store::HeldStill still{{from}};
    refuse_source(still.db());
    if (has_secret) refuse_other_secret(folder, still.db());
    const MadeFolder made{folder};
    const Staging staging{folder};
    fs::create_directories(staging.installation().data);
    auto report =
        moved(still.db(), *sql::open(staging.installation().database(), sql::Access::create), now, progress);
    staging.move_into_place();
    report.lacks_secret = !has_secret;
    return report;
}

}  // namespace

std::int64_t MoveReport::all_rows() const {
    return std::accumulate(rows.begin(), rows.end(), std::int64_t{0},
        [](std::int64_t sum, const auto& table) { return sum + table.second; });
}

MoveReport move(
    const std::string& from, const std::string& to, Instant now, const store::MoveProgress& progress) {
    store::keep_to_ourselves();
    refuse_places(from, to);
    return is_address(to) ? move_to_server(from, to, now, progress) : move_to_folder(from, to, now, progress);
}

}  // namespace medskapa::jobs
