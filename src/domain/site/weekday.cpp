#include "domain/site/weekday.hpp"

#include <algorithm>
#include <array>

namespace medskapa {
namespace {

using std::chrono::days;
using std::chrono::month_day;
using namespace std::chrono_literals;

constexpr std::array fixed_holidays{month_day{std::chrono::January / 1}, month_day{std::chrono::January / 6},
    month_day{std::chrono::May / 1}, month_day{std::chrono::June / 6}, month_day{std::chrono::December / 24},
    month_day{std::chrono::December / 25}, month_day{std::chrono::December / 26},
    month_day{std::chrono::December / 31}};

/// Good Friday, Easter Monday and Ascension Day, from Easter Sunday.
constexpr std::array from_easter{days{-2}, days{1}, days{39}};

/// Gauss' rule, for 1900 to 2099.
Day easter(std::chrono::year year) {
    const auto y = static_cast<int>(year);
    const int moon = (19 * (y % 19) + 24) % 30;
    const int sunday = (2 * (y % 4) + 4 * (y % 7) + 6 * moon + 5) % 7;
    const bool is_a_week_early = (moon == 29 && sunday == 6) || (moon == 28 && sunday == 6 && y % 19 > 10);
    return Day{year / std::chrono::March / 22} + days{moon + sunday - (is_a_week_early ? 7 : 0)};
}

/// The Friday from 19 to 25 June.
bool is_midsummer_eve(std::chrono::year_month_day date, std::chrono::weekday weekday) {
    return date.month() == std::chrono::June && date.day() >= 19d && date.day() <= 25d &&
           weekday == std::chrono::Friday;
}

}  // namespace

bool is_weekday(Day day) {
    const std::chrono::year_month_day date{day};
    const std::chrono::weekday weekday{day};
    if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) return false;
    if (is_midsummer_eve(date, weekday)) return false;
    const month_day in_year{date.month(), date.day()};
    if (std::find(fixed_holidays.begin(), fixed_holidays.end(), in_year) != fixed_holidays.end())
        return false;
    return std::none_of(from_easter.begin(), from_easter.end(),
        [&](days after) { return easter(date.year()) + after == day; });
}

Day next_weekday(Day day) {
    while (!is_weekday(day)) day += days{1};
    return day;
}

}  // namespace medskapa
