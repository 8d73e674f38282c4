#include "base/time.hpp"

#include <date/tz.h>
#include <fmt/format.h>

namespace medskapa {
namespace {

const date::time_zone& zone_of(const void* zone) {
    return *static_cast<const date::time_zone*>(zone);
}

std::optional<int> number(std::string_view s) {
    int n = 0;
    for (const char c : s) {
        if (c < '0' || c > '9') return std::nullopt;
        n = n * 10 + (c - '0');
    }
    return n;
}

}  // namespace

Clock::Clock(std::string_view zone) : name_{zone}, zone_{date::locate_zone(name_)} {}

LocalTime Clock::local(Instant t) const {
    const auto whole = std::chrono::floor<std::chrono::seconds>(t);
    return LocalTime{zone_of(zone_).to_local(date::sys_seconds{whole.time_since_epoch()}).time_since_epoch()};
}

Day Clock::day(Instant t) const {
    return std::chrono::floor<std::chrono::days>(local(t));
}

Instant Clock::instant(LocalTime t) const {
    const date::local_seconds local{t.time_since_epoch()};
    const auto info = zone_of(zone_).get_info(local);
    const auto utc = local.time_since_epoch() - info.first.offset;
    return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(utc)};
}

Instant Clock::start_of(Day day) const {
    return instant(LocalTime{day});
}

namespace time {

Instant now() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Date date(Day day) {
    const std::chrono::year_month_day ymd{day};
    return {
        static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day())};
}

std::optional<Date> read_date(std::string_view s) {
    if (s.size() != 10 || s[4] != '-' || s[7] != '-') return std::nullopt;
    const auto y = number(s.substr(0, 4));
    const auto m = number(s.substr(5, 2));
    const auto d = number(s.substr(8, 2));
    if (!y || !m || !d) return std::nullopt;
    return Date{*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d)};
}

std::optional<Day> read_day(std::string_view s) {
    const auto date = read_date(s);
    if (!date) return std::nullopt;
    const std::chrono::year_month_day day{
        std::chrono::year{date->year}, std::chrono::month{date->month}, std::chrono::day{date->day}};
    if (!day.ok()) return std::nullopt;
    return Day{std::chrono::sys_days{day}.time_since_epoch()};
}

std::optional<LocalTime> read_local(std::string_view s) {
    const auto day = read_day(s.substr(0, 10));
    if (!day) return std::nullopt;
    if (s.size() == 10) return LocalTime{*day};
    if ((s.size() != 16 && s.size() != 19) || (s[10] != 'T' && s[10] != ' ') || s[13] != ':')
        return std::nullopt;
    if (s.size() == 19 && s[16] != ':') return std::nullopt;
    const auto h = number(s.substr(11, 2));
    const auto m = number(s.substr(14, 2));
    const auto sec = s.size() == 19 ? number(s.substr(17, 2)) : std::optional{0};
    if (!h || !m || !sec || *h > 23 || *m > 59 || *sec > 59) return std::nullopt;
    return LocalTime{*day} + std::chrono::hours{*h} + std::chrono::minutes{*m} + std::chrono::seconds{*sec};
}

std::string iso(Day day) {
    const std::chrono::year_month_day ymd{std::chrono::sys_days{day.time_since_epoch()}};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
        static_cast<unsigned>(ymd.day()));
}

std::string iso(LocalTime t) {
    const auto day = std::chrono::floor<std::chrono::days>(t);
    const std::chrono::hh_mm_ss clock{t - day};
    return fmt::format("{}T{:02}:{:02}", iso(day), clock.hours().count(), clock.minutes().count());
}

std::string iso(Instant t) {
    const auto day = std::chrono::floor<std::chrono::days>(t);
    const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(t - day)};
    return fmt::format("{}T{:02}:{:02}:{:02}Z", iso(Day{day.time_since_epoch()}), clock.hours().count(),
        clock.minutes().count(), clock.seconds().count());
}

}  // namespace time
}  // namespace medskapa
