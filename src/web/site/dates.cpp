#include "web/site/dates.hpp"

namespace medskapa::web::site {
namespace {

std::string one_day(Day day, DatePrecision precision, const Words& words) {
    switch (precision) {
        case DatePrecision::month: return words.month_year(day);
        case DatePrecision::season: return words.season(day);
        case DatePrecision::year: return time::iso(day).substr(0, 4);
        case DatePrecision::none: return words("Date not set");
        case DatePrecision::day: break;
    }
    return words.day(day);
}

}  // namespace

std::string shown(const Period& period, const Words& words) {
    if (!period.starts || period.precision == DatePrecision::none) return words("Date not set");
    const auto first = one_day(*period.starts, period.precision, words);
    if (!period.ends) return words("from {}", first);
    if (period.precision == DatePrecision::day) return words.days(*period.starts, *period.ends);
    const auto last = one_day(*period.ends, period.precision, words);
    if (first == last) return first;
    if (period.precision == DatePrecision::year) return first + "–" + last;
    // Months of one year name it once.
    const auto year = last.rfind(' ');
    if (period.precision == DatePrecision::month && first.ends_with(last.substr(year)))
        return first.substr(0, first.rfind(' ')) + "–" + last;
    return words("{} to {}", first, last);
}

std::string shown(const std::optional<DateChange>& change, const Words& words) {
    if (!change) return {};
    return words("Changed {}, was {}", words.short_day(change->at), shown(change->was, words));
}

std::string called_off(const Withdrawal& withdrawn, const Words& words) {
    return words("Called off {}: {}", words.day(withdrawn.at), withdrawn.reason);
}

std::string taken_out(const Withdrawal& withdrawn, const Words& words) {
    return words("Taken out {}: {}", words.day(withdrawn.at), withdrawn.reason);
}

std::string window(const Activity& activity, Day today, const Words& words) {
    if (const auto& withdrawn = activity.withdrawn)
        return words("Closed before its time {}: {}", words.day(withdrawn->at), withdrawn->reason);
    if (!activity.opens && !activity.closes) return words("Always open");
    if (activity.opens && today < *activity.opens) return words("Opens {}", words.day(*activity.opens));
    if (!activity.closes) return words("Open now");
    if (*activity.closes < today) return words("Closed {}", words.day(*activity.closes));
    return words.until(*activity.closes, today);
}

}  // namespace medskapa::web::site
