#include "jobs/examine_backup.hpp"

#include "app/log/log_keys.hpp"
#include "engine/openlog/signing/checkpoint.hpp"
#include "engine/openlog/tree/builder.hpp"
#include "jobs/kept_counts.hpp"
#include "store/files/identity.hpp"
#include "store/log/log_store.hpp"
#include "store/migrations/migrate.hpp"
#include "store/sql/upkeep.hpp"

#include <algorithm>
#include <filesystem>

namespace medskapa::jobs {
namespace {

Check integrity(sql::Connection& db) {
    constexpr auto name = "integrity";
    if (db.dialect() == sql::Dialect::postgres) return passed(name, N_("every row could be read"));
    if (const auto said = sql::damage_in(db); !said.empty())
        return failed(name, N_("The database is damaged: {}. Take an older backup"), {said});
    if (const auto table = sql::table_with_lost_references(db); !table.empty())
        return failed(name, N_("Rows of {} refer to rows that are not there. Take an older backup"), {table});
    return passed(name, N_("the database is whole"));
}

Check layout(sql::Connection& db) {
    const auto schema = store::schema_of(db);
    if (schema > store::newest_schema())
        return failed("layout", N_("It was made by a newer Medskapa. Install that version"));
    return passed("layout", N_("this program can read its layout"));
}

bool has_secret(const store::Installation& installation) {
    return std::filesystem::exists(installation.secret_file());
}

/// Migrates it. Without a secret nothing says whose the database is.
void bring_up_to_date(const store::Installation& installation, Instant now) {
    if (has_secret(installation))
        (void)store::open_and_migrate(installation, now);
    else
        (void)store::migrate(*sql::open(installation.database(), sql::Access::read_write), now);
}

Check secret(const store::Installation& installation, sql::Connection& db) {
    if (!has_secret(installation))
        return warned("secret",
            N_("The backup is of a database alone. The site needs the file secret of its data folder too: "
               "without it no receipt code opens its inspel"));
    switch (store::match_of_secret(db, installation.secret())) {
        case store::SecretMatch::same: return passed("secret", N_("the secret is the database's own"));
        case store::SecretMatch::other: break;
        case store::SecretMatch::unknown:
            return warned("secret", N_("The database does not say which secret it was made with"));
    }
    return failed(
        "secret", N_("The secret is another than the database was made with. Find the FILE.secret that "
                     "was made with this backup"));
}

/// The root that a tree of the first `size` entries has.
std::optional<Digest> root_at(sql::Connection& db, std::uint64_t size) {
    openlog::Builder builder;
    while (builder.size() < size) {
        const auto left = static_cast<int>(std::min<std::uint64_t>(1024, size - builder.size()));
        const auto entries = store::log_entries(db, static_cast<std::int64_t>(builder.size()), left);
        if (entries.empty()) return std::nullopt;
        for (const auto& entry : entries) builder.append(entry);
        (void)builder.full_files();
    }
    return builder.head().root;
}

bool is_signed_by_the_log(sql::Connection& db, const store::SignedHead& head) {
    const auto checkpoint = openlog::read_signed_checkpoint(head.note);
    return checkpoint && checkpoint->checkpoint.head == head.head &&
           openlog::signers(*checkpoint, app::trusted_keys(db)).has_value();
}

Check log(sql::Connection& db, const BackupContents& contents, std::uint64_t& signed_size) {
    constexpr auto name = "log";
    const auto newest = store::newest_signed(db);
    if (!newest) return warned(name, N_("The open log has not been signed yet"));
    signed_size = newest->head.size;
    if (newest->head.size > contents.log.size || root_at(db, newest->head.size) != newest->head.root)
        return failed(name, N_("The log's entries are not those that were signed. Take an older backup"));
    if (!is_signed_by_the_log(db, *newest))
        return failed(name, N_("The log's newest signature does not hold. Take an older backup"));
    return passed(name, N_("the open log holds: {} entries, {} of them signed"),
        {std::to_string(contents.log.size), std::to_string(newest->head.size)});
}

Check counts(const BackupContents& contents, const std::optional<BackupContents>& manifest) {
    constexpr auto name = "counts";
    if (!manifest) return warned(name, N_("There is no FILE.manifest to compare the numbers of rows with"));
    for (const auto& [table, rows] : manifest->rows) {
        const auto found = contents.rows.find(table);
        const auto now = found == contents.rows.end() ? 0 : found->second;
        if (now != rows)
            return failed(name, N_("{} has {} rows and had {} when the backup was made. Take another backup"),
                {table, std::to_string(now), std::to_string(rows)});
    }
    if (contents.log != manifest->log)
        return failed(name, N_("The log is another than when the backup was made. Take another backup"));
    return passed(name, N_("as many rows as when the backup was made, in {} tables"),
        {std::to_string(manifest->rows.size())});
}

}  // namespace

BackupReport examine_restored(
    const store::Installation& installation, const std::optional<BackupContents>& manifest, Instant now) {
    BackupReport report;
    const auto db = sql::open(installation.database(), sql::Access::read_only);
    report.checks.push_back(integrity(*db));
    if (!report.holds()) return report;
    report.checks.push_back(layout(*db));
    if (!report.holds()) return report;
    try {
        bring_up_to_date(installation, now);
    } catch (const store::InstallationUnusable& unusable) {
        report.checks.push_back({"secret", CheckState::fail, unusable.complaint});
        return report;
    }
    const sql::Snapshot snapshot{*db};
    report.contents = contents_of(*db, manifest ? manifest->taken_at : Instant{});
    report.checks.push_back(secret(installation, *db));
    report.checks.push_back(log(*db, report.contents, report.signed_size));
    report.checks.push_back(counts(report.contents, manifest));
    report.checks.push_back(kept_counts(*db));
    return report;
}

}  // namespace medskapa::jobs
