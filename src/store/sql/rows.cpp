#include "store/sql/rows.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::sql {
namespace {

using Columns = std::vector<ColumnMark>;

bool is_read(const ColumnMark& column) {
    return column.is_read;
}
bool is_given_with_the_row(const ColumnMark& column) {
    return column.written != Written::by_database;
}
bool is_changed(const ColumnMark& column) {
    return column.written == Written::on_change;
}

/// Pieces of a statement, one for each column that fits.
template <class Fits, class Piece>
std::string joined(const Columns& columns, Fits fits, Piece piece) {
    std::string text;
    for (const auto& column : columns)
        if (fits(column)) text += (text.empty() ? "" : ", ") + piece(column);
    return text;
}

std::string name_of_column(const ColumnMark& column) {
    return std::string{column.name};
}

const ColumnMark& id_of(const TableMarks& table) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
        [](const auto& column) { return column.written == Written::by_database; });
    if (found == table.columns.end())
        throw std::logic_error{fmt::format("the table {} has no id of the database's", table.name)};
    return *found;
}

}  // namespace

void throw_other_kind(std::string_view column) {
    throw std::logic_error{"the column holds another kind of value, or none: " + std::string{column}};
}

namespace statement {

std::string columns(const TableMarks& table, std::string_view alias) {
    return joined(table.columns, is_read,
        [&](const ColumnMark& column) { return fmt::format("{}.{}", alias, column.name); });
}

std::string select(const TableMarks& table) {
    return fmt::format("SELECT {} FROM {} ", joined(table.columns, is_read, name_of_column), table.name);
}

std::string insert(const TableMarks& table) {
    int parameter = 0;
    return fmt::format("INSERT INTO {} ({}) VALUES ({})", table.name,
        joined(table.columns, is_given_with_the_row, name_of_column),
        joined(table.columns, is_given_with_the_row,
            [&](const ColumnMark&) { return fmt::format("${}", ++parameter); }));
}

std::string returning_id(const TableMarks& table) {
    return fmt::format(" RETURNING {}", id_of(table).name);
}

/// The parameters are in the order of the columns, the id's among them.
std::string change(const TableMarks& table) {
    int parameter = 0;
    std::string id;
    std::string assignments;
    for (const auto& column : table.columns) {
        if (column.written == Written::by_database)
            id = fmt::format("{} = ${}", column.name, ++parameter);
        else if (is_changed(column))
            assignments +=
                fmt::format("{}{} = ${}", assignments.empty() ? "" : ", ", column.name, ++parameter);
    }
    return fmt::format("UPDATE {} SET {} WHERE {}", table.name, assignments, id);
}

std::string save(const TableMarks& table, std::string_view conflict) {
    return fmt::format("{} ON CONFLICT ({}) DO UPDATE SET {}", insert(table), conflict,
        joined(table.columns, is_changed,
            [](const ColumnMark& column) { return fmt::format("{0} = excluded.{0}", column.name); }));
}

std::string erase(const TableMarks& table, Privacy privacy) {
    const auto fits = [&](const ColumnMark& column) {
        return column.privacy == privacy && column.written != Written::by_database;
    };
    return fmt::format("UPDATE {} SET {} ", table.name, joined(table.columns, fits, [](const ColumnMark& c) {
        return c.kind == Kind::text ? fmt::format("{} = '{}'", c.name, c.erased)
                                    : fmt::format("{} = NULL", c.name);
    }));
}

const Value& given(GivenValues values, std::string_view table, std::string_view column) {
    const auto found = std::find_if(
        values.begin(), values.end(), [&](const Given& value) { return value.column == column; });
    if (found == values.end())
        throw std::logic_error{fmt::format("no value was given for the column {}.{}", table, column)};
    return found->value;
}

}  // namespace statement
}  // namespace medskapa::sql
