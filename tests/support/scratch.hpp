#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace medskapa::test {

/// A folder of a test's own, gone at its end.
struct Scratch {
    std::filesystem::path folder;

    Scratch() {
        auto name = (std::filesystem::temp_directory_path() / "medskapa-test-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error{"No folder for the test could be made"};
        folder = name;
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
};

}  // namespace medskapa::test
