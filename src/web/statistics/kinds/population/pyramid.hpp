#pragma once

#include "web/markup/html.hpp"
#include "web/statistics/kinds/population/fan.hpp"
#include "web/words/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace medskapa::web::statistics {

/// People by age and sex, men to the left, with a later year as an outline.
struct Pyramid {
    /// What is not shown is none: it has a dotted line in its place.
    struct Row {
        std::string age;
        std::optional<double> men = {};
        std::optional<double> women = {};
        std::optional<double> later_men = {};
        std::optional<double> later_women = {};
    };
    std::vector<Row> rows;  // the oldest first
    std::string title;      // the whole in words

    /// The largest of all the numbers; 1 where there is none.
    double most() const;
};

/// 680 or 300 wide.
Html drawn(const Pyramid&, DrawnSize, const Words&);
int height_of(const Pyramid&, DrawnSize);

}  // namespace medskapa::web::statistics
