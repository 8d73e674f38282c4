#pragma once

#include "engine/openlog/audit/source.hpp"

#include <filesystem>

namespace medskapa::store {

/// A published log, or documents, in a folder. No path leads out of it.
openlog::Fetch files_in(const std::filesystem::path& folder);

}  // namespace medskapa::store
