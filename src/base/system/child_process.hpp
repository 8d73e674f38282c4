#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// Other programs, run and waited for.
namespace medskapa {

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

struct ChildLimits {
    std::chrono::seconds time{60};              // by the clock on the wall
    std::uint64_t memory = 2ULL << 30;          // bytes of address space
    std::uint64_t file = 500ULL * 1024 * 1024;  // bytes of any file it writes
};

enum class ChildExit { success, failure, timeout, not_installed };

/// How many confined programs run at a time; others wait for their turn, as long as they may take.
inline constexpr int most_confined = 2;

/// Runs a program that gets files of strangers, in the folder. It reads nothing, its messages are dropped, it
/// can open no socket, knows of no other home than the folder and ends with us; what it has started ends with
/// it.
ChildExit run_confined(
    const std::vector<std::string>& command, const std::filesystem::path& folder, const ChildLimits&);

/// Runs a program that we trust as we are run ourselves: our environment, input and messages, no limits. True
/// when it exits with 0.
bool run_trusted(const std::vector<std::string>& command);

}  // namespace medskapa
