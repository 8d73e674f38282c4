#pragma once

#include "base/time.hpp"
#include "store/sql/writer.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace medskapa::jobs {

/// For how long after the end of its month a backup can be read.
inline constexpr std::chrono::days backups_kept{35};

/// Destroys the keys of the months that ended more than `kept` before today, and logs each.
/// Returns the months that were logged now, also such as an earlier attempt had come no further with.
std::vector<std::string> forget_backups(const std::filesystem::path& keys, Day today, std::chrono::days kept,
    sql::Connection& reader, sql::Writer&);

}  // namespace medskapa::jobs
