#pragma once

#include "base/sheets/number_format.hpp"
#include "base/sheets/workbook.hpp"
#include "base/sheets/xml_walk.hpp"
#include "base/text/script.hpp"

#include <map>
#include <string>
#include <vector>

/// The parts of a workbook, each with what reads it.
namespace medskapa::sheets {

/// `_rels/*.rels`: targets by id and by the last word of their type.
class RelationReader final : public XmlReader {
public:
    void open(std::string_view name, const Attributes&) override;
    void close(std::string_view) override {}

    std::map<std::string, std::string, std::less<>> target_of_id = {};
    std::map<std::string, std::string, std::less<>> target_of_type = {};
};

/// workbook.xml: the sheets in their order, each with the id of its relation, and the epoch.
class WorkbookReader final : public XmlReader {
public:
    void open(std::string_view name, const Attributes&) override;
    void close(std::string_view) override {}

    std::vector<Workbook::Listed> sheets = {};  // `part` is still the relation's id
    Epoch epoch = Epoch::from_1900;
};

/// styles.xml: the format and the font of each style that a cell may name.
class StyleReader final : public XmlReader {
public:
    void open(std::string_view name, const Attributes&) override;
    void close(std::string_view name) override;

    std::vector<NumberFormat> formats = {};
    std::vector<bool> struck = {};  // whether what the style is of is struck out

private:
    std::map<int, NumberFormat> custom_ = {};
    std::vector<bool> struck_fonts_ = {};
    bool is_in_fonts_ = false;
    bool is_in_cell_styles_ = false;
};

/// Text in runs, without what is written above it in small signs; used for shared and for inline texts.
/// Raised and lowered characters keep their meaning (10⁶), and struck-out words their marks (~~so~~).
class RichText {
public:
    void open(std::string_view name, const Attributes&);
    void close(std::string_view name);
    void add(std::string_view text);
    bool is_too_long() const { return text_.size() > longest_text; }
    /// What was gathered, with escapes (_x000D_) undone.
    std::string take();

private:
    void put_look();

    std::string text_ = {};
    std::size_t begin_ = 0;  // of the piece that is read
    text::Script script_ = text::Script::none;
    bool is_struck_ = false;
    bool is_in_text_ = false;
    int phonetic_ = 0;
};

/// sharedStrings.xml.
class SharedReader final : public XmlReader {
public:
    void open(std::string_view name, const Attributes&) override;
    void close(std::string_view name) override;
    void text(std::string_view text) override;
    bool has_enough() const override { return is_too_large_; }

    SharedTexts shared = {};
    bool is_too_large() const { return is_too_large_; }

private:
    RichText rich_ = {};
    std::size_t bytes_ = 0;
    bool is_too_large_ = false;
};

/// A worksheet's cells.
class SheetReader final : public XmlReader {
public:
    struct Known {
        const std::vector<NumberFormat>& formats;
        const std::vector<bool>& struck;
        const SharedTexts& shared;
        Epoch epoch;
    };
    SheetReader(const Known& known, std::size_t last_row) : known_{known}, last_row_{last_row} {}

    void open(std::string_view name, const Attributes&) override;
    void close(std::string_view name) override;
    void text(std::string_view text) override;
    bool has_enough() const override { return is_too_large_ || is_broken_ || is_past_last_; }

    std::vector<Row> rows = {};
    std::vector<Merged> merged = {};
    TextRoom own = {};
    bool is_too_large() const { return is_too_large_; }
    /// Rows or cells that do not follow each other, or stand beyond XFD1048576.
    bool is_broken() const { return is_broken_; }

private:
    void open_row(const Attributes&);
    void open_merged(std::string_view area);
    void open_cell(const Attributes&);
    void close_cell();
    void add(Cell::Kind, std::string_view text);
    void add_own(Cell::Kind, std::string_view text);
    void add_words(std::string_view text);
    bool is_struck() const;
    void add_number();

    Known known_;
    std::size_t last_row_;
    Row row_ = {};
    std::size_t row_number_ = 0;
    std::uint32_t column_ = 0;  // where the next cell stands if it does not say
    std::uint32_t cell_column_ = 0;
    std::string type_ = {};
    std::size_t style_ = 0;
    std::string value_ = {};
    RichText rich_ = {};
    bool is_in_data_ = false;
    bool is_in_value_ = false;
    bool is_in_inline_ = false;
    bool has_value_ = false;
    bool has_formula_ = false;
    std::size_t cells_ = 0;
    std::size_t bytes_ = 0;
    bool is_too_large_ = false;
    bool is_broken_ = false;
    bool is_past_last_ = false;
};

}  // namespace medskapa::sheets
