#include "web/words/weekday.hpp"

#include <array>

namespace medskapa::web {

std::string with_weekday(Day day, const Words& words) {
    const std::array names{words.in("weekday", "Sunday"), words.in("weekday", "Monday"),
        words.in("weekday", "Tuesday"), words.in("weekday", "Wednesday"), words.in("weekday", "Thursday"),
        words.in("weekday", "Friday"), words.in("weekday", "Saturday")};
    return names[std::chrono::weekday{day}.c_encoding()] + ' ' + words.day(day);
}

}  // namespace medskapa::web
