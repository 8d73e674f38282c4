#include "engine/office/numbering.hpp"

#include <algorithm>

namespace medskapa::office {
namespace {

/// No file may count beyond what can be counted.
int sound(int start) {
    constexpr int highest_start = 1'000'000;
    return std::clamp(start, 0, highest_start);
}

}  // namespace

int Counters::next(std::size_t level, int start) {
    auto& count = counts_.at(level);
    count = has_begun_.at(level) ? count + 1 : sound(start);
    has_begun_.at(level) = true;
    for (auto deeper = level + 1; deeper < deepest_level; ++deeper) has_begun_.at(deeper) = false;
    return count;
}

void Counters::restart(std::size_t level, int start) {
    counts_.at(level) = sound(start) - 1;
    has_begun_.at(level) = true;
}

}  // namespace medskapa::office
