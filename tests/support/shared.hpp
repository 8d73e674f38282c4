#pragma once

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>

namespace medskapa::test {

/// Where reference data lies beside the repository; none when it is absent, and then the test says what it
/// skipped.
inline std::optional<std::filesystem::path> shared(
    const std::string& kind, const std::string& what_is_skipped) {
    const char* named = std::getenv("MEDSKAPA_SHARED");
    const auto folder = std::filesystem::path(named != nullptr ? named : "../shared") / "data" / kind;
    if (std::filesystem::is_directory(folder)) return folder;
    std::cout << "skipped, no " << folder.string() << ": " << what_is_skipped << '\n';
    return std::nullopt;
}

}  // namespace medskapa::test
