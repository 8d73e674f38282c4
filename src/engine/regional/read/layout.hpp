#pragma once

#include "engine/regional/read/statistic.hpp"

namespace medskapa::regional::read {

/// How a hand-made table is laid out: which line names the columns, and what each column is.
struct Layout {
    struct Column {
        enum class Kind { dimension, amount, status, left_out } kind = Kind::dimension;
        std::string name;
        std::string contents;  // of an amount, without its period
        std::string period;    // of an amount, when its name ends with one
    };
    enum class Across { nothing, contents, periods, contents_and_periods };

    char separator = ',';
    std::size_t header_line = 1;
    std::string title;  // what stands above the header
    std::vector<Column> columns;
    Across across = Across::nothing;  // what the amounts' columns are about, when there are several

    std::size_t count(Column::Kind) const;
};

/// Guesses the layout from all of the text. A column named value, OBS_VALUE, antal and the like is the
/// amount, and one named status, OBS_FLAG and the like its footnote; else every column of nothing but amounts
/// is one, unless it is the first or has the name of something that counts nothing: year, code, age. Refuses
/// a text without such a column, and one that is no table. Two passes; O(bytes).
Result<Layout> guess_layout(std::string_view text);

/// "2024", "2024M01", "2024K3", "2019-2020".
bool is_period(std::string_view);

}  // namespace medskapa::regional::read
