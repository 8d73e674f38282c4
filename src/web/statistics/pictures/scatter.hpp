#pragma once

#include "web/markup/html.hpp"
#include "web/statistics/pictures/row_picture.hpp"
#include "web/words/words.hpp"

#include <string>
#include <vector>

namespace medskapa::web::statistics {

/// Points in a field that is cut in four at `x_cut` and `y_cut`. Each leads to the row that says it in words.
struct Scatter {
    struct Point {
        double x;
        double y;
        std::string name;
        std::string row;  // id of its row on the page
        Shape shape;
        int number;  // of its row: what stands at the mark where the name has no room
    };
    std::vector<Point> points;  // what has its name written first, first
    double x_cut = 0;
    double y_cut = 0;
    std::string x_name;
    std::string y_name;
    std::string good;  // the name of the upper right field
    std::string title;
};

/// Drawn twice, 680 and 300 wide, so that letters are never scaled: the figure's width chooses. Where
/// a name would touch another or a mark the number of its row stands instead, so that no mark is without a
/// name where nothing can hover; the name shows on hover and focus too.
Html drawing_of(const Scatter&, const Words&);

}  // namespace medskapa::web::statistics
