#include "cli/stopwatch.hpp"

#include <algorithm>
#include <fstream>

namespace medskapa::cli {

void Stopwatch::begin(std::string_view stage) {
    end();
    const auto known =
        std::find_if(stages_.begin(), stages_.end(), [&](const auto& one) { return one.first == stage; });
    current_ = static_cast<std::size_t>(known - stages_.begin());
    if (known == stages_.end()) stages_.emplace_back(stage, 0.0);
    began_ = Clock::now();
}

void Stopwatch::end() {
    if (stages_.empty()) return;
    const auto now = Clock::now();
    stages_[current_].second += std::chrono::duration<double, std::milli>(now - began_).count();
    began_ = now;
}

std::int64_t peak_memory_kb() {
    std::ifstream status{"/proc/self/status"};
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) return std::stoll(line.substr(6));
    }
    return 0;
}

}  // namespace medskapa::cli
