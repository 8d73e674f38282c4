#pragma once

#include "engine/openlog/audit/audit.hpp"
#include "engine/openlog/signing/policy.hpp"

#include <filesystem>

namespace medskapa::cli {

struct Mirrored {
    openlog::AuditReport report;
    std::size_t files = 0;  // new in the mirror; 0 where the log does not hold
};

/// Brings a folder's copy of a log to what the log is now, when it holds: read whole and computed anew, and
/// the same history as the copy's own checkpoint, with as many witnesses as a policy asks for. What cannot
/// change any more is read from the copy, unless the copy is broken. Where the log does not hold the copy
/// stays as it was. The documents that entries speak of are checked and not copied: they may have to be
/// erased. Throws std::runtime_error with a sentence when a file can be neither read nor kept, and when
/// another program mirrors to the folder.
Result<Mirrored> mirror(const openlog::Fetch& log, const std::filesystem::path& folder,
    openlog::AuditQuestion, const std::optional<openlog::Policy>& = {});

}  // namespace medskapa::cli
