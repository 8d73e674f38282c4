#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// Other programs as children, held short: for converting documents.
namespace medskapa::app {

/// A folder of its own under the system's temporary one; gone, with all in it, when this is.
class ScratchFolder {
public:
    /// Throws std::system_error when none can be made.
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

struct Limits {
    std::chrono::seconds time{60};              // by the clock on the wall
    std::uint64_t memory = 2ULL << 30;          // octets of address space
    std::uint64_t file = 500ULL * 1024 * 1024;  // octets of any file it writes
};

enum class Ended { well, badly, too_late, not_installed };

/// Runs a program in the folder and waits for it. It reads nothing, its messages are dropped, it can open no
/// socket, knows of no other home than the folder and ends with us; what it has started ends with it.
Ended run_child(const std::vector<std::string>& words, const std::filesystem::path& folder, const Limits&);

}  // namespace medskapa::app
