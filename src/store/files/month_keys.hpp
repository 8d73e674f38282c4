#pragma once

#include "base/digest.hpp"
#include "base/time.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// The keys that backups are encrypted with, one a month, in a folder that is itself in no backup. To destroy
/// a month's key is to destroy what its backups hold.
namespace medskapa::store {

/// "2026-11"
std::string month_of(Day);

/// The month's key, made when it is not there: then it is safe on the disk before this returns. Throws
/// std::runtime_error when it can be neither read nor made, and for a month whose key has been destroyed.
Digest month_key(const std::filesystem::path& folder, const std::string& month);
/// Nothing when it is not there, or no more.
std::optional<Digest> known_month_key(const std::filesystem::path& folder, const std::string& month);

/// The months whose backups should be forgotten: ended more than `kept` before today, and their key is still
/// there. Oldest first.
std::vector<std::string> outdated_months(
    const std::filesystem::path& folder, Day today, std::chrono::days kept);
/// Writes over the key, takes it away, and leaves a note that it was destroyed.
void destroy_month_key(const std::filesystem::path& folder, const std::string& month);
/// The months whose keys were destroyed. Oldest first.
std::vector<std::string> destroyed_months(const std::filesystem::path& folder);

}  // namespace medskapa::store
