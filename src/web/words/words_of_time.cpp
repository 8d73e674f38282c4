#include "web/words/words.hpp"

namespace medskapa::web {
namespace {

struct Names {
    const char* months[12];
    const char* short_months[12];
    const char* seasons[4];  // from winter
};

constexpr Names swedish{{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti",
                            "september", "oktober", "november", "december"},
    {"jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"},
    {"vintern", "våren", "sommaren", "hösten"}};
constexpr Names english{{"January", "February", "March", "April", "May", "June", "July", "August",
                            "September", "October", "November", "December"},
    {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
    {"winter", "spring", "summer", "autumn"}};

const Names& names_in(Language language) {
    return language == Language::sv ? swedish : english;
}

Day day_of(LocalTime t) {
    return std::chrono::floor<std::chrono::days>(t);
}

}  // namespace

std::string Words::date(time::Date date) const {
    if (date.month < 1 || date.month > 12) return plain(date);
    return fmt::format("{} {} {}", date.day, names_in(language_).months[date.month - 1], date.year);
}

std::string Words::day(Day day) const {
    return fmt::format("{} {}", short_day(day), time::date(day).year);
}

std::string Words::short_day(Day day) const {
    const auto date = time::date(day);
    return fmt::format("{} {}", date.day, names_in(language_).months[date.month - 1]);
}

std::string Words::days(Day from, Day to) const {
    const auto first = time::date(from);
    const auto last = time::date(to);
    if (from == to) return day(from);
    if (first.year != last.year) return day(from) + "–" + day(to);
    if (first.month != last.month) return short_day(from) + "–" + day(to);
    return fmt::format("{}–{}", first.day, day(to));
}

std::string Words::month_year(Day day) const {
    const auto date = time::date(day);
    return fmt::format("{} {}", names_in(language_).months[date.month - 1], date.year);
}

std::string Words::month_short(Day day) const {
    return names_in(language_).short_months[time::date(day).month - 1];
}

std::string Words::season(Day day) const {
    const auto date = time::date(day);
    const auto index = date.month % 12 / 3;
    const auto* name = names_in(language_).seasons[index];
    if (index != 0) return fmt::format("{} {}", name, date.year);
    const auto begins = date.month == 12 ? date.year : date.year - 1;
    return fmt::format("{} {}–{}", name, begins, begins + 1);
}

std::string Words::clock(LocalTime t) const {
    const std::chrono::hh_mm_ss time{t - day_of(t)};
    return fmt::format(
        "{:02}{}{:02}", time.hours().count(), language_ == Language::sv ? '.' : ':', time.minutes().count());
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
    const auto seconds = std::chrono::floor<std::chrono::seconds>(t).time_since_epoch();
    const LocalTime utc{seconds};
    return fmt::format("{}{}{:02} UTC", moment(utc), language_ == Language::sv ? '.' : ':',
        std::chrono::hh_mm_ss{utc - day_of(utc)}.seconds().count());
}

std::string Words::until(Day last, Day today) const {
    const auto left = (last - today).count();
    if (left < 0) return (*this)("Closed {}", day(last));
    if (left == 0) return (*this)("Last day today");
    return (*this)("Until {}.", day(last)) + " " + count("{} day left", "{} days left", left);
}

}  // namespace medskapa::web
