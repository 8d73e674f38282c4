#pragma once

#include "base/csv/records.hpp"
#include "engine/opinion/exchange/polis_export.hpp"

#include <optional>

namespace medskapa::opinion::exchange {

/// Walks through a table of Polis' export, as it was given out or as a spreadsheet saved it again (any
/// encoding and separator of base/csv, padded rows), and says by row what is wrong with it. Column names are
/// compared without case, and "_" is "-".
class TableReader {
public:
    using Fields = std::vector<std::string_view>;

    explicit TableReader(const Pieces& pieces) : pieces_{pieces} {}

    /// The next record; none at the end and after a fault.
    const Fields* next();
    /// The first record, kept: the columns' names.
    bool read_header();
    const std::vector<std::string>& header() const { return header_; }
    std::optional<std::size_t> column(std::string_view name) const;
    /// Notes a fault when there is no such column.
    std::size_t required_column(std::string_view name);

    /// A whole number, which may end in ".0" as statistics programs write it, or a fault.
    std::int64_t number(std::string_view field);
    /// A group, 0..999, or a fault.
    int group(std::string_view field);
    /// A vote, or a fault.
    Vote vote(std::string_view field);
    void fault(const char* sentence, Holes holes = {});

    bool is_sound() const { return !fault_; }
    tl::unexpected<Failure> refusal() const { return refuse(Failure::Kind::invalid, {*fault_}); }

private:
    void start();

    const Pieces& pieces_;
    csv::Records records_;
    Fields fields_;
    std::vector<std::string> header_;
    std::optional<Complaint> fault_;
    bool is_at_end_ = false;
};

}  // namespace medskapa::opinion::exchange
