#include "store/privacy/person_reading.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <stdexcept>

namespace medskapa::store {
namespace {

std::size_t place_of(const sql::TableMarks& marks, std::string_view column) {
    const auto found = std::find_if(marks.columns.begin(), marks.columns.end(),
        [&](const sql::ColumnMark& mark) { return mark.name == column; });
    return static_cast<std::size_t>(found - marks.columns.begin());
}

bool works_in_scope(sql::Connection& db, std::int64_t staff, const PersonScope& scope) {
    for (const auto& row : db.run("SELECT process_id FROM membership WHERE staff_id = $1", staff))
        if (scope.has(row.id<Process>("process_id"))) return true;
    return false;
}

}  // namespace

bool PersonScope::has(Id<Process> process) const {
    return is_all || std::find(processes.begin(), processes.end(), process) != processes.end();
}

bool ReadRow::has(std::string_view column) const {
    return place_of(*marks, column) < values.size();
}

const sql::Value& ReadRow::at(std::string_view column) const {
    if (!has(column)) throw std::logic_error{fmt::format("{} has no column {}", marks->name, column)};
    return values[place_of(*marks, column)];
}

std::int64_t ReadRow::number(std::string_view column) const {
    const auto* number = std::get_if<std::int64_t>(&at(column));
    return number ? *number : 0;
}

std::string select_of(const sql::TableMarks& marks) {
    std::string columns;
    for (const auto& mark : marks.columns) {
        if (!columns.empty()) columns += ", ";
        columns += mark.name == "bytes" ? "LENGTH(bytes) AS bytes" : std::string{mark.name};
    }
    return fmt::format("SELECT {} FROM {} ", columns, marks.name);
}

std::vector<ReadRow> read_rows(sql::Connection& db, const PersonTable& table, const std::string& rest,
    const std::vector<sql::Value>& values) {
    const auto& marks = marks_of_table(table.name);
    std::vector<ReadRow> rows;
    for (auto& row : db.run_with(select_of(marks) + rest, values)) {
        ReadRow read{&table, &marks, {}};
        for (std::size_t i = 0; i < marks.columns.size(); ++i) read.values.push_back(std::move(row.value(i)));
        rows.push_back(std::move(read));
    }
    return rows;
}

std::vector<ReadRow> rows_with(
    sql::Connection& db, const PersonTable& table, std::string_view column, const sql::Value& value) {
    return read_rows(db, table, fmt::format("WHERE {} = $1 ORDER BY {}", column, table.key), {value});
}

bool is_empty(const sql::Value& value, const sql::ColumnMark& mark) {
    if (std::holds_alternative<std::nullptr_t>(value)) return true;
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr && (text->empty() || (!mark.erased.empty() && *text == mark.erased));
}

bool is_in_scope(sql::Connection& db, const ReadRow& row, const PersonScope& scope) {
    if (scope.is_all || row.table->name == "lack_report") return true;
    if (row.table->name == "staff") return works_in_scope(db, row.number("id"), scope);
    if (row.has("process_id"))
        if (const auto process = row.number("process_id")) return scope.has({process});
    for (const auto& hang : row.table->hangs) {
        const auto& value = row.at(hang.column);
        if (std::holds_alternative<std::nullptr_t>(value)) continue;
        const auto parents = rows_with(db, *person_table(hang.parent), hang.parent_column, value);
        if (!parents.empty()) return is_in_scope(db, parents.front(), scope);
    }
    return false;
}

}  // namespace medskapa::store
