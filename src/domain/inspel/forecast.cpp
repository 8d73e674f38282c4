#include "domain/inspel/forecast.hpp"

namespace medskapa {

std::optional<Day> day_when_answered(Day today, std::int64_t left, std::int64_t answered_in_week) {
    constexpr std::int64_t longest = 3'650;
    if (left <= 0) return today;
    if (answered_in_week <= 0) return std::nullopt;
    const auto days = (left * days_of_pace + answered_in_week - 1) / answered_in_week;
    if (days > longest) return std::nullopt;
    return today + std::chrono::days{days};
}

}  // namespace medskapa
