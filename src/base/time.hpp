#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace medskapa {

/// UTC, whole milliseconds: the finest grain both databases keep alike.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Day = std::chrono::local_days;
using LocalTime = std::chrono::local_seconds;

/// The region's clock, with its summer time. Looked up once by name in the system's time zone table.
class Clock {
public:
    /// Throws std::runtime_error when the system has no zone of that name.
    explicit Clock(std::string_view zone);

    LocalTime local(Instant) const;
    Day day(Instant) const;
    /// The hour that does not exist in spring is read as one hour later, the doubled one in autumn as the
    /// first.
    Instant instant(LocalTime) const;
    Instant start_of(Day) const;
    const std::string& name() const { return name_; }

private:
    std::string name_;
    const void* zone_;
};

namespace time {

/// What the system's clock says, which may be set back.
Instant now();

/// A year, a month and a day as somebody wrote them, which need not be in the calendar.
struct Date {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;

    bool operator==(const Date&) const = default;
};

Date date(Day);
/// "2020-08-24", and "2020-02-30" too. Nothing when it is not four, two and two digits.
std::optional<Date> read_date(std::string_view);
/// "2020-08-24". Nothing when it is not a day of the calendar.
std::optional<Day> read_day(std::string_view);
/// "2020-08-24T10:00" or with a blank between; without a clock time it is midnight.
std::optional<LocalTime> read_local(std::string_view);
std::string iso(Day);
std::string iso(LocalTime);
/// RFC 3339 in UTC: "2020-08-24T08:00:00Z".
std::string iso(Instant);

}  // namespace time
}  // namespace medskapa
