#pragma once

#include "store/privacy/person_rows.hpp"
#include "store/privacy/person_tables.hpp"

#include <string>
#include <vector>

/// Rows of any table of persons, read by its marks. For person_rows and find_person alone.
namespace medskapa::store {

struct ReadRow {
    const PersonTable* table = nullptr;
    const sql::TableMarks* marks = nullptr;
    std::vector<sql::Value> values;  // in the order of the marks; of a file's bytes, how many they are

    const sql::Value& at(std::string_view column) const;  // throws std::logic_error when there is none
    bool has(std::string_view column) const;
    /// 0 where it is null.
    std::int64_t number(std::string_view column) const;
};

/// "SELECT id, text FROM inspel "
std::string select_of(const sql::TableMarks&);
/// `rest` goes on after the table's name.
std::vector<ReadRow> read_rows(
    sql::Connection&, const PersonTable&, const std::string& rest, const std::vector<sql::Value>&);
/// Those where a column has a value, which is not null.
std::vector<ReadRow> rows_with(
    sql::Connection&, const PersonTable&, std::string_view column, const sql::Value&);

bool is_empty(const sql::Value&, const sql::ColumnMark&);
/// The row belongs to a process of the scope, or hangs on what does. What belongs to none is in the scope
/// that has all, and so is a report about the site in each.
bool is_in_scope(sql::Connection&, const ReadRow&, const PersonScope&);

}  // namespace medskapa::store
