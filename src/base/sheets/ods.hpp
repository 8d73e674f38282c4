#pragma once

#include "base/sheets/workbook.hpp"
#include "base/sheets/xml_walk.hpp"
#include "base/text/script.hpp"

#include <map>
#include <string>
#include <vector>

/// Workbooks of OpenDocument (1.2 and 1.3), cell by cell as XLSX gives them.
namespace medskapa::sheets {

/// content.xml: the list of the sheets, and the cells of one.
class OdsReader final : public XmlReader {
public:
    /// Only the list.
    OdsReader() = default;
    /// The cells of the sheet with that place in the list, down to a row.
    OdsReader(std::size_t wanted, std::size_t last_row) : wanted_{wanted}, last_row_{last_row} {}

    void open(std::string_view name, const Attributes&) override;
    void close(std::string_view name) override;
    void text(std::string_view text) override;
    bool has_enough() const override { return is_read_ || is_too_large_ || is_broken_; }

    std::vector<Workbook::Listed> sheets = {};  // `part` is the place
    std::vector<Row> rows = {};
    std::vector<Merged> merged = {};
    TextRoom own = {};
    bool is_too_large() const { return is_too_large_; }
    bool is_broken() const { return is_broken_; }

private:
    static constexpr auto none = static_cast<std::size_t>(-1);

    struct Look {
        std::optional<text::Script> script = {};
        std::optional<bool> is_struck = {};
        bool hides = false;  // a sheet
    };
    struct Value {
        Cell::Kind kind = Cell::Kind::text;
        std::string text = {};
    };
    /// The cell that is read.
    struct Open {
        std::size_t times = 1;
        std::size_t columns = 1;
        std::size_t rows = 1;
        std::string type = {};
        std::string value = {};
        bool is_error = false;
        bool is_formula = false;
        bool is_struck = false;
    };

    void open_style(std::string_view name, const Attributes&);
    void open_table(const Attributes&);
    void open_row(const Attributes&);
    void open_cell(const Attributes&, bool is_covered);
    void open_words(std::string_view name, const Attributes&);
    void close_row();
    void close_cell();
    void end_piece();
    Value value() const;
    Value number() const;

    std::size_t wanted_ = none;
    std::size_t last_row_ = 0;
    std::map<std::string, Look, std::less<>> looks_ = {};
    std::string style_ = {};   // the one that is read
    std::size_t skipped_ = 0;  // how deep in what is no cell of the sheet
    bool is_in_sheet_ = false;
    bool is_in_cell_ = false;
    bool is_in_words_ = false;
    Row row_ = {};
    std::size_t row_times_ = 1;
    std::size_t row_number_ = 0;  // of the last that was read
    std::size_t column_ = 0;      // of the next cell
    Open cell_ = {};
    std::string words_ = {};
    std::string piece_ = {};  // words of one look
    std::vector<Look> spans_ = {};
    std::size_t paragraphs_ = 0;
    std::size_t cells_ = 0;
    std::size_t copies_ = 0;  // of cells, that a count alone asks for
    std::size_t bytes_ = 0;
    bool is_read_ = false;
    bool is_too_large_ = false;
    bool is_broken_ = false;
};

}  // namespace medskapa::sheets
