#pragma once

#include "support/shared.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <string>

namespace medskapa::test {

inline std::optional<std::filesystem::path> shared_regional(const std::string& what_is_skipped) {
    return shared("regional", what_is_skipped);
}

inline std::string contents(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace medskapa::test
