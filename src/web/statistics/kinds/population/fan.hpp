#pragma once

#include "web/markup/html.hpp"
#include "web/words/words.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace medskapa::web::statistics {

/// People year by year: what is known, and three ways that it may go on.
struct Fan {
    struct Year {
        int year = 0;
        std::optional<double> known = {};
        std::optional<double> past = {};  // what the same method said of years that have passed
        std::optional<double> main = {};
        std::optional<double> low = {};
        std::optional<double> high = {};
        std::optional<double> band_low = {};  // of the main one, by the errors of the test
        std::optional<double> band_high = {};
    };
    std::vector<Year> years;           // the earliest first; at least two
    int start = 0;                     // the year after which nothing is known
    std::array<std::string, 3> names;  // of main, low and high
    std::string title;                 // the whole in words
};

/// Where the axis of people begins and ends, at round numbers.
struct PeopleAxis {
    double low = 0;
    double high = 1;
    double step = 1;
};
PeopleAxis axis_of(const Fan&);

enum class DrawnSize { wide, slim };
/// 680 wide and 340 high, or 300 by 300: letters are never scaled.
Html drawn(const Fan&, DrawnSize, const Words&);

/// People to come are never told more exactly than they are known: in hundreds from 10 000, in tens from
/// 1 000.
std::int64_t rounded_people(double);

}  // namespace medskapa::web::statistics
