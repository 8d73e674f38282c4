#pragma once

#include "engine/regional/read/statistic.hpp"
#include "engine/regional/read/table_rows.hpp"

namespace medskapa::regional::read {

/// What a person has said about a file where it leaves a choice.
struct Choices {
    std::optional<DecimalMark> decimal = {};
    std::string sheet = {};                 // of a workbook
    std::vector<std::string> amounts = {};  // names of the columns of amounts
};

/// How a hand-made table is laid out: which row names the columns, and what each column is.
struct Layout {
    struct Column {
        enum class Kind {
            dimension,
            label,  // of the dimension before it
            amount,
            status,
            action,
            left_out
        } kind = Kind::dimension;
        std::string name = {};
        std::string contents = {};                 // of an amount, without its period
        std::string period = {};                   // of an amount, when its name ends with one
        DecimalMark decimal = DecimalMark::point;  // of an amount
    };
    enum class Across { nothing, contents, periods, contents_and_periods };

    std::size_t header_row = 1;
    std::string title;  // what stands above the header
    std::vector<Column> columns;
    std::vector<std::string> keys;    // Eurostat's "freq,geo\\TIME_PERIOD": what the first column holds
    bool is_sdmx = false;             // "SE332: Jämtland" is a code and its label
    Across across = Across::nothing;  // what the amounts' columns are about, when there are several

    std::size_t count(Column::Kind) const;
};

/// Finds the layout from all of the table. What a column is follows from its name or its place, never from
/// its cells alone: one named value, OBS_VALUE, antal and the like is the amount, and one named status,
/// OBS_FLAG and the like its footnote; else the columns named by periods, by a content (folkmängd, andel) or,
/// in a square table, by the places of its rows; else the one column of numbers that is neither the first nor
/// has the name of what counts nothing: year, code, age. Refuses a table where several may be it, or none, a
/// first row that is data, a column that stands twice, and one whose decimals nobody can tell. Two passes;
/// O(bytes).
Result<Layout> guess_layout(const TableSource&, const Choices& = {});

/// "2024", "2024M01", "2024K3", "2024-Q1", "2019-2020", "2024-05-08".
bool is_period(std::string_view);

/// How many cells have something in them.
std::size_t filled(const csv::Fields&);

}  // namespace medskapa::regional::read
