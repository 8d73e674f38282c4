#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <string>

namespace medskapa::test {

/// Where reference data lies beside the repository; none when it is absent, and then the test says what it
/// skipped.
inline std::optional<std::filesystem::path> shared_regional(const std::string& what_is_skipped) {
    const char* named = std::getenv("MEDSKAPA_SHARED");
    const auto folder = std::filesystem::path(named != nullptr ? named : "../shared") / "data" / "regional";
    if (std::filesystem::is_directory(folder)) return folder;
    std::cout << "skipped, no " << folder.string() << ": " << what_is_skipped << '\n';
    return std::nullopt;
}

inline std::string contents(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace medskapa::test
