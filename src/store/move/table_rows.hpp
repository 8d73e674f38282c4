#pragma once

#include "store/move/layout.hpp"

#include <array>
#include <cstdint>
#include <vector>

/// The rows of a table, a few at a time, on their way out of one database or into another.
namespace medskapa::store {

using RowValues = std::vector<sql::Value>;  // as the table's columns stand

/// Reads all rows once, in batches of at most some megabytes, or one row. Lives in a transaction; one at a
/// time on a connection.
class TableReader {
public:
    TableReader(sql::Connection&, const LaidOutTable&);
    ~TableReader();
    TableReader(const TableReader&) = delete;
    TableReader& operator=(const TableReader&) = delete;

    /// Empty after the last row. Throws InstallationUnusable, with the table and the row, at a value that its
    /// column cannot hold everywhere: of another kind, text with a NUL in it or that is no UTF-8.
    std::vector<RowValues> next();

private:
    std::vector<sql::Row> fetched();

    sql::Connection& db_;
    const LaidOutTable& table_;
    std::int64_t rows_at_a_time_;
    std::int64_t last_;  // row that was read, in SQLite; of a table without their numbers how many were read
};

void write_rows(sql::Connection&, const LaidOutTable&, const std::vector<RowValues>&);

/// How many rows there are and what stands in them, in whatever order: the two databases order text
/// differently, and some tables have no key.
struct RowsTally {
    std::int64_t rows = 0;
    std::array<std::uint64_t, 4> sum{};  // of the rows' SHA-256, in four lanes

    void add(const RowValues&);
    bool operator==(const RowsTally&) const = default;
};

}  // namespace medskapa::store
