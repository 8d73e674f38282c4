#include "jobs/move/move.hpp"

#include "jobs/backup_contents.hpp"
#include "jobs/kept_counts.hpp"
#include "jobs/restore_place.hpp"
#include "store/files/durable_file.hpp"
#include "store/files/identity.hpp"
#include "store/migrations/migrate.hpp"
#include "store/move/held_still.hpp"
#include "store/sql/upkeep.hpp"

#include <filesystem>
#include <memory>
#include <numeric>

namespace medskapa::jobs {
namespace {

namespace fs = std::filesystem;
using store::Installation;

[[noreturn]] void give_up(const char* sentence, Holes holes = {}) {
    throw store::InstallationUnusable{{{}, sentence, std::move(holes)}};
}

bool is_same_place(const std::string& from, const std::string& to) {
    if (is_server(from) || is_server(to)) return from == to;
    return fs::weakly_canonical(from) == fs::weakly_canonical(to);
}

void refuse_places(const std::string& from, const std::string& to) {
    if (is_same_place(from, to)) give_up(N_("--from and --to name the same place. Nothing is to be moved."));
    if (!is_server(from) && !is_server(to))
        give_up(
            N_("Both {} and {} are folders. Name a server with postgresql://…, or use medskapa backup and "
               "medskapa restore."),
            {from, to});
    if (!is_server(from) && !fs::exists(Installation{from, {}}.database().place))
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

void refuse_occupied_server(sql::Connection& to) {
    if (sql::tables_in(to).empty()) return;
    give_up(
        N_("The database that --to names has tables already, and they are not written over. Name an empty "
           "one: PostgreSQL's createdb makes it."));
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
    const auto look = [&](sql::Connection& source, sql::Connection& target) {
        const auto read = contents_of(source, now);
        const auto arrived = contents_of(target, now);
        if (read.log.size != arrived.log.size || read.log.root != arrived.log.root ||
            read.rows != arrived.rows)
            give_up(
                N_("The open log did not arrive as it was. Nothing was moved. Report it to those who "
                   "maintain the program."));
        if (const auto counts = kept_counts(target); counts.state == CheckState::fail)
            throw store::InstallationUnusable{counts.sentence};
        report.log = arrived.log;
    };
    const auto tallies = store::move_rows(from, to, now, look, progress);
    for (const auto& [table, tally] : tallies) report.rows[table] = tally.rows;
    report.digest = store::digest_of(tallies);
    return report;
}

MoveReport move_to_server(
    const std::string& from, const std::string& to, Instant now, const store::MoveProgress& progress) {
    const Installation source{is_server(from) ? "" : from, is_server(from) ? from : ""};
    const auto target = sql::open({to}, sql::Access::create);
    refuse_occupied_server(*target);
    const auto lock = held(source);
    store::HeldStill still{source.database()};
    refuse_source(still.db());
    if (!source.data.empty()) refuse_other_secret(source, still.db());
    return moved(still.db(), *target, now, progress);
}

MoveReport move_to_folder(
    const std::string& from, const std::string& to, Instant now, const store::MoveProgress& progress) {
    const Installation folder{to, {}};
    refuse_occupied_folder(folder);
    const bool has_secret = fs::exists(folder.secret_file());
    const auto lock = held(folder);
    store::HeldStill still{{from}};
    refuse_source(still.db());
    if (has_secret) refuse_other_secret(folder, still.db());
    const bool is_made = fs::create_directories(folder.data);
    if (is_made) fs::permissions(folder.data, fs::perms::owner_all);
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

bool is_server(const std::string& place) {
    return place.starts_with("postgresql://") || place.starts_with("postgres://");
}

MoveReport move(
    const std::string& from, const std::string& to, Instant now, const store::MoveProgress& progress) {
    store::keep_to_ourselves();
    refuse_places(from, to);
    return is_server(to) ? move_to_server(from, to, now, progress) : move_to_folder(from, to, now, progress);
}

}  // namespace medskapa::jobs
