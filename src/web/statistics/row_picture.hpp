#pragma once

#include "web/markup/html.hpp"
#include "web/statistics/scale.hpp"
#include "web/ui/table.hpp"
#include "web/words/words.hpp"

#include <string>
#include <vector>

namespace medskapa::web::statistics {

/// The shape and colour of a mark.
enum class Shape { circle, square, triangle, diamond };

/// What is drawn in the strip of a row: shapes in percent of its width and marks in pixels. None of it is
/// said by the drawing alone: the row's name and numbers stand next to it.
Html dot(double at, double radius, Shape, bool is_hollow);
Html line(std::string_view kind, double from, double to);
Html bar(double from, double to, std::string_view kind);
/// At an edge, for what lies outside the scale.
Html arrowhead(double at, bool is_right);

/// A picture that is a table: each row has a name, a strip and numbers, so that what is drawn and what is
/// read cannot differ, and a phone needs no second drawing.
struct RowPicture {
    struct Row {
        std::string name;
        Html strip;
        std::vector<std::string> numbers;
        std::string id = {};     // of the row, for links
        bool is_ours = false;    // its name is in the page's language and not the dataset's
        std::string below = {};  // a sentence under the name
        Html link = {};          // to what can be done about the row
        int number = 0;          // of its mark in the drawing above; 0: none
    };
    struct Band {
        std::string title;  // empty: the rows stand without one
        std::vector<Row> rows;
    };

    std::string id;  // of the picture on its page
    std::string finding;
    std::string what;
    std::string says;
    std::string why_name;
    std::vector<std::string> why;
    std::string caption;
    std::string name_title;
    std::vector<std::string> number_titles;
    std::vector<std::string> tick_labels;
    Scale scale;
    std::vector<Band> bands;
    std::vector<std::pair<Html, std::string>> key = {};  // a mark of 16 x 16 and what it is
    bool is_beside = false;   // the drawing stands next to the rows where there is room
    Html drawing = {};        // above the rows, where they are not the whole picture
    std::string caveat = {};  // what must be known wherever the picture stands
    ui::Table more = {};      // all the numbers; no rows: the picture has them
    Html facts = {};          // a few numbers before the picture, where there is room
    Html alone = {};          // an SVG that is the whole picture: the rows are folded away
    int alone_height = 0;     // of 680 wide

    std::size_t rows() const;
    /// The same with its first rows alone.
    RowPicture cut_to(std::size_t rows) const;
};

/// The table with its strips.
Html table_of(const RowPicture&, const Words&);
/// The same as a drawing that stands by itself, on a grid that is 680 wide, with its source as the last line.
Html drawing_of(const RowPicture&, const std::string& source, const Words&);

/// The whole figure: finding, what, one sentence, picture, key, table, and what `foot` says of its source.
Html figure_of(const RowPicture&, const Html& foot, const Words&);
Html small_figure_of(const RowPicture&, const Html& foot, const Words&);

}  // namespace medskapa::web::statistics
