#pragma once

#include "base/archive/zip.hpp"
#include "base/result.hpp"
#include "base/sheets/number_format.hpp"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Workbooks of spreadsheets: XLSX (ECMA-376, transitional and strict) and ODS (OpenDocument), read cell by
/// cell from their own XML.
namespace medskapa::sheets {

inline constexpr std::uint64_t most_xml = 64ULL * 1024 * 1024;  // bytes unpacked, of one part
inline constexpr std::size_t most_text = 32UL * 1024 * 1024;    // bytes, of all cells of a sheet
inline constexpr std::size_t longest_text =
    1024UL * 1024;  // bytes, of one cell: spreadsheets end at 32 767 letters
inline constexpr std::size_t most_cells = 1'000'000;            // with something in them
inline constexpr std::size_t most_shared = 16UL * 1024 * 1024;  // bytes, of the texts that cells share
inline constexpr std::size_t every_row = std::numeric_limits<std::size_t>::max();

/// True for a ZIP archive, as every XLSX is.
bool is_archive(std::string_view bytes);

/// A cell with something in it. A moment is "2026-05-08" or "2026-05-08 10:30", a truth value TRUE or FALSE,
/// an error its sign (#N/A); a formula is what it last gave, and `uncalculated` when it never gave anything.
struct Cell {
    enum class Kind : std::uint8_t { text, number, moment, truth, error, uncalculated };

    std::uint32_t column = 0;  // from 0
    Kind kind = Kind::text;
    std::string_view text;
};

struct Row {
    std::size_t number = 0;   // as the spreadsheet shows it
    std::vector<Cell> cells;  // from left to right
    bool is_hidden = false;
};

/// Cells shown as one, of which only the first holds anything.
struct Merged {
    std::size_t first_row = 0;  // as the spreadsheet shows it
    std::size_t last_row = 0;
    std::uint32_t first_column = 0;  // from 0
    std::uint32_t last_column = 0;
};

/// Keeps texts where they were put, close together.
class TextRoom {
public:
    std::string_view keep(std::string_view);

private:
    std::vector<std::unique_ptr<char[]>> blocks_ = {};
    char* at_ = nullptr;
    std::size_t left_ = 0;  // bytes of the last block
};

/// The texts that a workbook's cells name by number.
struct SharedTexts {
    std::vector<std::string_view> texts = {};
    TextRoom room = {};
};

struct Sheet {
    std::string name;
    std::vector<Row> rows;                      // those with something in them
    std::vector<Merged> merged;                 // none when only the first rows were read
    std::shared_ptr<const SharedTexts> shared;  // what the cells' texts lie in
    TextRoom own;
};

class Workbook {
public:
    struct Listed {
        std::string name;
        bool is_hidden = false;
        std::string part;
    };

    /// Reads the list of sheets, the formats and the shared texts; `bytes` must outlive it. Refuses, with a
    /// sentence, what is no workbook, is locked, broken, or larger than the limits above.
    static Result<Workbook> opened(std::string_view bytes);

    const std::vector<Listed>& sheets() const { return sheets_; }
    /// The rows down to the one with that number. Refuses what is broken or too large.
    Result<Sheet> read(const Listed&, std::size_t last_row = every_row) const;

private:
    friend class Opening;

    std::string_view bytes_;
    std::vector<zip::Entry> entries_;
    std::vector<Listed> sheets_;
    std::vector<NumberFormat> formats_;
    std::vector<bool> struck_;  // whether cells of the style are struck out
    std::shared_ptr<const SharedTexts> shared_;
    Epoch epoch_ = Epoch::from_1900;
    bool is_open_document_ = false;
};

/// Nothing but blanks, those that do not break included.
bool is_blank(std::string_view);

/// "A" for 0, "XFD" for 16383.
std::string column_letters(std::size_t column);

/// Why nothing may be read from a cell, as that it holds an error; none for most. `row` as the spreadsheet
/// shows it.
std::optional<Complaint> fault_of(const Cell&, std::size_t row);

}  // namespace medskapa::sheets
