#pragma once

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

namespace medskapa::test {

/// Real conversations with reference numbers beside the repository; nothing when they are absent, and then
/// the test says what it skipped.
inline std::vector<std::filesystem::path> shared_conversations(const std::string& what_is_skipped) {
    const char* named = std::getenv("MEDSKAPA_SHARED");
    const auto folder = std::filesystem::path(named != nullptr ? named : "../shared") / "data" / "opinion";
    std::vector<std::filesystem::path> found;
    if (std::filesystem::is_directory(folder)) {
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            if (std::filesystem::exists(entry.path() / "gold.json")) found.push_back(entry.path());
        }
    }
    if (found.empty()) std::cout << "skipped, no " << folder.string() << ": " << what_is_skipped << '\n';
    return found;
}

}  // namespace medskapa::test
