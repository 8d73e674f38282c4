#pragma once

#include "base/names.hpp"
#include "base/time.hpp"

#include <optional>
#include <string>

namespace medskapa {

enum class DatePrecision { day, month, season, year, none };
template <>
inline constexpr auto names_of<DatePrecision> = names<DatePrecision>({
    {DatePrecision::day, "day", N_("The exact days")},
    {DatePrecision::month, "month", N_("The month: May 2027")},
    {DatePrecision::season, "season", N_("The season: spring 2027")},
    {DatePrecision::year, "year", N_("The year: 2027")},
    {DatePrecision::none, "none", N_("Date not set")},
});

/// When something is, as exactly as it is known. Sorts by its days even where only the season is shown.
struct Period {
    std::optional<Day> starts;
    std::optional<Day> ends;
    DatePrecision precision = DatePrecision::day;

    bool operator==(const Period&) const = default;
};

/// A date that was moved stays visible: what it was, and when it was changed.
struct DateChange {
    Day at;
    Period was;
};

/// That something was called off, which does not make it vanish: when, and why, for everybody to read.
struct Withdrawal {
    Day at;
    std::string reason;

    bool operator==(const Withdrawal&) const = default;
};

}  // namespace medskapa
