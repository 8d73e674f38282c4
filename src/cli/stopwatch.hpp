#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace medskapa::cli {

/// How long each stage took, in ms, in the order in which stages first came. A stage may come again.
class Stopwatch {
public:
    void begin(std::string_view stage);
    void end();
    const std::vector<std::pair<std::string, double>>& stages() const { return stages_; }

private:
    using Clock = std::chrono::steady_clock;

    Clock::time_point began_;
    std::size_t current_ = 0;
    std::vector<std::pair<std::string, double>> stages_;
};

/// The most memory that this process has held, in kB; 0 where the system does not say.
std::int64_t peak_memory_kb();

}  // namespace medskapa::cli
