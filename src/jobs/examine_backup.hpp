#pragma once

#include "domain/site/check.hpp"
#include "jobs/backup_contents.hpp"
#include "store/files/installation.hpp"

#include <optional>

namespace medskapa::jobs {

/// What was found when a backup was looked at as a database again.
struct BackupReport {
    Checks checks;
    BackupContents contents;  // counted now; of `taken_at` as the manifest says it
    std::uint64_t signed_size = 0;

    bool holds() const { return all_hold(checks); }
};

/// Asks of an installation that has been put back from a backup whether it is whole: the database's pages and
/// references, its layout, its secret, the open log as it was signed, and as many rows as the manifest says.
/// Brings an older layout up to date.
BackupReport examine_restored(
    const store::Installation&, const std::optional<BackupContents>& manifest, Instant now);

}  // namespace medskapa::jobs
