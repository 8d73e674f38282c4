#pragma once

#include "base/csv/encoding.hpp"
#include "base/csv/table.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::sheets {

/// A column that a reader knows. The first name is the one shown; names are compared without case, blanks at
/// the ends, accents and a colon or star at the end, and "_" is the same as a blank.
struct KnownColumn {
    std::string key;
    std::vector<std::string> names;
    /// Names that mean this only where the first cells are days and no other column is this one; the surest
    /// first.
    std::vector<std::string> names_of_days = {};
};

/// What to read, and what a person has chosen where the file left a choice.
struct Wanted {
    std::vector<KnownColumn> columns = {};
    std::string sheet = {};              // the first visible one with known columns when empty
    std::optional<char> separator = {};  // found out when none
    std::map<std::string, std::string> meaning =
        {};  // key by a column's letters or folded name; "" leaves it out
};

/// A table as it was understood.
struct NamedTable {
    struct Column {
        std::string letters;                // where it stands: "A"
        std::string name;                   // as written
        std::string key;                    // "" when nobody knows it: it is not read
        std::vector<std::string> examples;  // its first cells, at most `most_examples`
        std::string own_key = {};           // what it would be had nobody chosen: by its name, or days in it
    };

    std::string sheet = {};  // of a workbook
    char separator = '\0';   // of a text; '\0' when it has one column
    text::Encoding encoding = text::Encoding::utf8;
    std::size_t header_row = 0;
    std::size_t hidden_rows = 0;  // of a workbook: among `rows`, though the spreadsheet does not show them
    std::vector<Column> columns = {};
    std::vector<csv::Row> rows = {};  // by the keys

    bool has(std::string_view key) const;
    /// "Datum (C), Betyg (D)": those that are not read.
    std::string unread() const;
    /// All names as written.
    std::string names() const;
};

inline constexpr std::size_t most_examples = 3;

/// The rows below the row that names most known columns (the first row below a title when none does), of an
/// XLSX workbook or of text in any encoding and with any separator of base/csv. Rows with nothing in them are
/// passed over. All that is wrong is said at once: a column that stands twice, a row wider than the header,
/// in text one that is narrower, cells of known columns that hold errors or formulas never calculated, merged
/// cells that leave others empty, rows that repeat the header or sum the others, and files of another kind,
/// as a PDF.
Result<NamedTable> read_named(std::string_view bytes, const Wanted&);

/// The header row by itself: what the next edition of a table has too.
struct HeaderRow {
    std::string digest;     // SHA-256 of the folded names and where they stand, hexadecimal
    char separator = '\0';  // as NamedTable has it when nobody has chosen
};
/// Reads no more than the top. None where no row could be a header.
std::optional<HeaderRow> header_of(std::string_view bytes, const Wanted&);

/// A name as it is compared.
std::string folded(std::string_view name);

}  // namespace medskapa::sheets
