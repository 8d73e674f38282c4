#pragma once

#include <array>
#include <string>

namespace medskapa::office {

inline constexpr std::size_t deepest_level = 10;  // of headings and of lists, in both formats

/// Counts what is numbered in levels: 1, 1.1, 1.2, 2.
class Counters {
public:
    /// The number of the next one at this level: one more than the last, or where the level starts. What lies
    /// deeper starts anew.
    int next(std::size_t level, int start = 1);
    /// The number that the level stands at; 1 where none has been, as word processors print it.
    int at(std::size_t level) const { return has_begun_.at(level) ? counts_.at(level) : 1; }
    /// The next one at this level has this number.
    void restart(std::size_t level, int start);

private:
    std::array<int, deepest_level> counts_{};
    std::array<bool, deepest_level> has_begun_{};
};

}  // namespace medskapa::office
