#pragma once

#include <array>
#include <cstddef>
#include <string>

namespace medskapa::office {

inline constexpr std::size_t deepest_level = 10;  // of headings and of lists, in both formats

enum class NumberFormat { none, decimal, padded, upper_letter, lower_letter, upper_roman, lower_roman };
/// How letters go on after Z: AA, BB, CC, or AA, AB, AC.
enum class Letters { repeated, counted };

/// A number as its format writes it: 4, 04, D, d, IV, iv. What a format cannot write is decimal.
std::string formatted(int number, NumberFormat, Letters);

/// Counts what is numbered in levels: 1, 1.1, 1.2, 2.
class Counters {
public:
    Counters();

    /// The number of the next one at this level: one more than the last, or where the level starts. What lies
    /// deeper starts anew.
    int next(std::size_t level, int start = 1);
    /// The number that the level stands at; where it starts if none has been, as word processors print it.
    int at(std::size_t level, int start = 1) const {
        return has_begun_.at(level) ? counts_.at(level) : start;
    }
    /// The next one at this level has this number.
    void restart(std::size_t level, int start);
    /// The level starts anew only after one of the first `levels` levels: 0 is never.
    void restart_after(std::size_t level, std::size_t levels) { restarts_after_.at(level) = levels; }

private:
    std::array<int, deepest_level> counts_{};
    std::array<bool, deepest_level> has_begun_{};
    std::array<std::size_t, deepest_level> restarts_after_{};
};

}  // namespace medskapa::office
