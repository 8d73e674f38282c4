#include "web/words/weekday.hpp"
#include "web/words/words.hpp"

namespace medskapa::web {
namespace {

Day day_of(LocalTime t) {
    return std::chrono::floor<std::chrono::days>(t);
}

}  // namespace

void Words::read_formats() {
    const auto& words = *this;
    formats_ = {
        .digit_group = words.in("number", ","),
        .decimal_point = words.in("number", "."),
        .months = {words.in("month", "January"), words.in("month", "February"), words.in("month", "March"),
            words.in("month", "April"), words.in("month", "May"), words.in("month", "June"),
            words.in("month", "July"), words.in("month", "August"), words.in("month", "September"),
            words.in("month", "October"), words.in("month", "November"), words.in("month", "December")},
        .short_months = {words.in("short month", "Jan"), words.in("short month", "Feb"),
            words.in("short month", "Mar"), words.in("short month", "Apr"), words.in("short month", "May"),
            words.in("short month", "Jun"), words.in("short month", "Jul"), words.in("short month", "Aug"),
            words.in("short month", "Sep"), words.in("short month", "Oct"), words.in("short month", "Nov"),
            words.in("short month", "Dec")},
        .seasons = {words.in("season", "winter"), words.in("season", "spring"), words.in("season", "summer"),
            words.in("season", "autumn")},
        .day = words.in("day, month, year", "{0} {1} {2}"),
        .day_of_year = words.in("day, month", "{0} {1}"),
        .days_of_month = words.in("first day, last day, month, year", "{0}–{1} {2} {3}"),
        .clock = words.in("hour, minute", "{0:02}:{1:02}"),
        .clock_of_seconds = words.in("hour, minute, second", "{0:02}:{1:02}:{2:02}"),
    };
}

std::string Words::date(time::Date date) const {
    if (date.month < 1 || date.month > 12) return plain(date);
    return fmt::format(fmt::runtime(formats_.day), date.day, formats_.months[date.month - 1], date.year);
}

std::string Words::day(Day day) const {
    const auto date = time::date(day);
    return fmt::format(fmt::runtime(formats_.day), date.day, formats_.months[date.month - 1], date.year);
}

std::string Words::short_day(Day day) const {
    const auto date = time::date(day);
    return fmt::format(fmt::runtime(formats_.day_of_year), date.day, formats_.months[date.month - 1]);
}

std::string Words::days(Day from, Day to) const {
    const auto first = time::date(from);
    const auto last = time::date(to);
    if (from == to) return day(from);
    if (first.year != last.year) return day(from) + "–" + day(to);
    if (first.month != last.month) return short_day(from) + "–" + day(to);
    return fmt::format(fmt::runtime(formats_.days_of_month), first.day, last.day,
        formats_.months[last.month - 1], last.year);
}

std::string Words::month_year(Day day) const {
    const auto date = time::date(day);
    return fmt::format("{} {}", formats_.months[date.month - 1], date.year);
}

std::string Words::month_short(Day day) const {
    return formats_.short_months[time::date(day).month - 1];
}

std::string Words::season(Day day) const {
    const auto date = time::date(day);
    const auto index = date.month % 12 / 3;
    const auto& name = formats_.seasons[index];
    if (index != 0) return fmt::format("{} {}", name, date.year);
    const auto begins = date.month == 12 ? date.year : date.year - 1;
    return fmt::format("{} {}–{}", name, begins, begins + 1);
}

std::string Words::clock(LocalTime t) const {
    const std::chrono::hh_mm_ss time{t - day_of(t)};
    return fmt::format(fmt::runtime(formats_.clock), time.hours().count(), time.minutes().count());
}

std::string Words::span(LocalTime from, LocalTime to) const {
    if (from == to) return clock(from);
    if (day_of(from) == day_of(to)) return clock(from) + "–" + clock(to);
    return moment(from) + "–" + moment(to);
}

std::string Words::moment(LocalTime t) const {
    return day(day_of(t)) + " " + clock(t);
}

std::string Words::moment(Instant t) const {
    const LocalTime utc{std::chrono::floor<std::chrono::seconds>(t).time_since_epoch()};
    const std::chrono::hh_mm_ss time{utc - day_of(utc)};
    return day(day_of(utc)) + " " +
           fmt::format(fmt::runtime(formats_.clock_of_seconds), time.hours().count(), time.minutes().count(),
               time.seconds().count()) +
           " UTC";
}

std::string Words::until(Day last, Day today) const {
    const auto left = (last - today).count();
    if (left < 0) return (*this)("Closed {}", day(last));
    const auto end = clock(LocalTime{last} + std::chrono::hours{23} + std::chrono::minutes{59});
    if (left == 0) return (*this)("Last day today") + ", " + end;
    return (*this)("Open until {} (inclusive).", with_weekday(last, *this) + ", " + end) + " " +
           count("{} day left", "{} days left", left);
}

}  // namespace medskapa::web
