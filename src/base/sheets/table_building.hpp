#pragma once

#include "base/csv/records.hpp"
#include "base/sheets/named.hpp"
#include "base/sheets/workbook.hpp"

namespace medskapa::sheets {

/// A row of any table: its cells by their columns, and how far it reaches.
struct Line {
    std::size_t number = 0;
    std::vector<Cell> cells = {};
    std::size_t width = 0;
};
Line line_of(std::size_t number, const csv::Fields&);
Line line_of(const Row&);

using KeyOfName = std::map<std::string, std::string, std::less<>>;
KeyOfName keys_of(const Wanted&);

/// The header found so far: the row that names most known columns. While nothing is known, a row of one cell
/// is a title, which a row of more that follows it within `most_title_rows` goes before.
struct Header {
    std::size_t known = 0;
    std::size_t row = 0;
    std::size_t width = 0;
};
inline constexpr std::size_t most_title_rows = 8;
/// True when the line is more of a header than what was found before.
bool improves(Header& best, const Line&, const KeyOfName&);

/// Builds a table from its lines, the header first.
class TableBuilding {
public:
    TableBuilding(NamedTable& table, const Wanted& wanted)
        : table_(table), wanted_(wanted), keys_(keys_of(wanted)) {}

    void header(const Line&);
    void row(const Line&, bool may_be_narrow);
    /// A row may have notes next to the table in a workbook: they are columns without names.
    void widen(const Line&);
    /// Refuses a merged cell that leaves others of the table empty; after the header. Of very many the first
    /// are named, and the others counted.
    void merged(const Merged&, const std::vector<Row>&);
    void complain(const Complaint& complaint) { complaints_.push_back(complaint); }
    /// Asked at the end: all that is wrong.
    std::optional<Failure> failure();

private:
    void grow_to(std::size_t width);
    std::string key_of(const NamedTable::Column&) const;
    void refuse_repeated();
    std::size_t place_of(const std::string& key) const;
    std::size_t narrowest() const;
    bool repeats_header(const Line&) const;
    bool leaves_empty(const Merged&, const std::vector<Row>&) const;
    void put(std::size_t row, const Cell&, std::vector<std::string>& cells);

    NamedTable& table_;
    const Wanted& wanted_;
    KeyOfName keys_;
    std::shared_ptr<csv::Names> names_ = std::make_shared<csv::Names>();
    std::vector<std::size_t> place_of_ = {};  // of each column among the keys
    std::size_t header_width_ = 0;
    std::vector<Complaint> complaints_ = {};
    std::size_t merged_ = 0;  // areas that leave cells empty; the first `most_merged_named` are complained of
};

}  // namespace medskapa::sheets
