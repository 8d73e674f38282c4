#pragma once

#include "web/markup/html.hpp"
#include "web/words/words.hpp"

#include <string>
#include <vector>

namespace medskapa::web::ui {

enum class Cell { text, number };
enum class Caption { shown, for_listeners };
/// What becomes of it on a phone: it scrolls in its box, or each row becomes a small list with the columns'
/// titles, which suits words.
enum class Narrow { scrolls, stacks };

struct Column {
    std::string title;
    Cell cell = Cell::text;
};

/// Its own scroll, numbers to the right. The first cell of a row names the row.
struct Table {
    std::string caption;
    Caption caption_is = Caption::shown;
    std::vector<Column> columns;
    std::vector<std::vector<Html>> rows = {};
    Narrow narrow = Narrow::scrolls;
};

Html table(const Table&);

/// The same in pieces, for rows that come one by one.
Html begin_of_table(const Table&);
Html table_row(const std::vector<Html>& cells, const std::vector<Column>&, Narrow = Narrow::scrolls);
Html end_of_table();

/// Addresses of a list's parts; empty ones are not there.
struct Pages {
    std::string first = {};
    std::string previous = {};
    std::string next = {};
};

Html pagination(const Pages&, const Words&);

}  // namespace medskapa::web::ui
