#pragma once

#include "base/csv/records.hpp"
#include "engine/regional/read/amount.hpp"
#include "engine/regional/table.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::regional::read {

/// One row of a file whose columns are known by name.
struct NamedRow {
    std::size_t line;
    std::vector<std::string_view> fields;  // in the order asked for; an absent optional column is empty
};

/// What to read: columns that must be named in the header, and those that may be.
struct Columns {
    std::vector<std::string> needed;
    std::vector<std::string> optional;
    /// Where no needed name is found: refuse, or take the first columns in order.
    enum class Unnamed { refused, in_order } unnamed = Unnamed::refused;
};

/// Calls `row` for each record below the header. Refuses, with the line, an empty file, a missing column, a
/// record with too few fields, an unclosed quote, and what `row` complains of. `text` must be UTF-8.
using RowReader = std::function<std::optional<Complaint>(const NamedRow&)>;
std::optional<Failure> read_columns(std::string_view text, const Columns&, const RowReader& row);

/// Long rows `region,industry,value[,period]`. With several periods the wanted one is read, or the last by
/// text order when none is wanted, with a warning.
Result<Table> read_amounts(std::string_view text, const std::string& wanted_period);

/// Pairs of text, for instance `industry,group`. Refuses a first text that stands twice with different
/// seconds.
Result<Grouping> read_grouping(std::string_view text, const std::string& first, const std::string& second);

/// Refusal of records that ended within quotation marks; none when they did not.
std::optional<Complaint> unclosed_quote(const csv::Records&);

/// Refusal of a cell that is neither a number nor a sign for none.
Complaint not_a_number(std::size_t line, std::string_view cell);

}  // namespace medskapa::regional::read
