#pragma once

#include "store/sql/columns.hpp"

#include <initializer_list>
#include <utility>

/// Statements made of a table's list of columns: `sql::first<tables::inspel>(db, "WHERE id = $1", id)`.
namespace medskapa::sql {

template <const auto& table>
using RowOf = typename std::remove_cvref_t<decltype(table)>::Row;

template <const auto& table>
const TableMarks& marks() {
    static const auto marks = marks_of(table);
    return marks;
}

/// The value of a column that has no member, for a new row.
struct Given {
    template <class T>
    Given(std::string_view its_column, const T& its_value) : column{its_column}, value{bind(its_value)} {}

    std::string_view column;
    Value value;
};
using GivenValues = std::initializer_list<Given>;

namespace statement {

std::string columns(const TableMarks&, std::string_view alias);
std::string select(const TableMarks&);
std::string insert(const TableMarks&);
std::string returning_id(const TableMarks&);
std::string change(const TableMarks&);
std::string save(const TableMarks&, std::string_view conflict);
std::string erase(const TableMarks&, Privacy);
const Value& given(GivenValues, std::string_view table, std::string_view column);

template <const auto& table>
std::vector<Value> values(const RowOf<table>& row, GivenValues given_values) {
    std::vector<Value> values;
    values.reserve(std::size(table.columns));
    for (const auto& c : table.columns) {
        if (c.member.written == Written::by_database) continue;
        values.push_back(c.member.write ? c.member.write(row) : given(given_values, table.name, c.name));
    }
    return values;
}

}  // namespace statement

/// The columns that have a member, for a SELECT of several tables: "i.id, i.number".
template <const auto& table>
std::string columns(std::string_view alias) {
    return statement::columns(marks<table>(), alias);
}

/// What such columns hold, read from a position of the row on. Moves the values away.
template <const auto& table>
RowOf<table> row_from(Row& row, std::size_t position = 0) {
    RowOf<table> read;
    for (const auto& c : table.columns)
        if (c.member.read) c.member.read(read, row.value(position++), c.name);
    return read;
}

/// The rows that fit. `rest` goes on after the table's name: "WHERE process_id = $1 ORDER BY number".
template <const auto& table, class... Args>
std::vector<RowOf<table>> all(Connection& db, std::string_view rest, const Args&... args) {
    static const auto select = statement::select(marks<table>());
    auto rows = db.run(std::string{select}.append(rest), args...);
    std::vector<RowOf<table>> found;
    found.reserve(rows.size());
    for (auto& row : rows) found.push_back(row_from<table>(row));
    return found;
}

/// The first of them, if there is one.
template <const auto& table, class... Args>
std::optional<RowOf<table>> first(Connection& db, std::string_view rest, const Args&... args) {
    static const auto select = statement::select(marks<table>());
    auto rows = db.run(std::string{select}.append(rest), args...);
    if (rows.empty()) return std::nullopt;
    return row_from<table>(rows.front());
}

/// Adds a row of a table whose ids the database gives. Every column without a member is given a value, by
/// name; one that is forgotten throws std::logic_error.
template <const auto& table>
Id<RowOf<table>> insert(Transaction& tx, const RowOf<table>& row, GivenValues given = {}) {
    static const auto text = statement::insert(marks<table>()) + statement::returning_id(marks<table>());
    auto rows = tx.db().run_with(text, statement::values<table>(row, given));
    return {held<std::int64_t>(rows.front().value(0), "id")};
}

/// The same, or nothing where the columns named in `conflict` stand so in a row already.
template <const auto& table>
std::optional<Id<RowOf<table>>> insert_unless_there(
    Transaction& tx, const RowOf<table>& row, std::string_view conflict, GivenValues given = {}) {
    auto text = statement::insert(marks<table>());
    text.append(" ON CONFLICT (").append(conflict).append(") DO NOTHING");
    text += statement::returning_id(marks<table>());
    auto rows = tx.db().run_with(text, statement::values<table>(row, given));
    if (rows.empty()) return std::nullopt;
    return Id<RowOf<table>>{held<std::int64_t>(rows.front().value(0), "id")};
}

/// Adds a row of a table whose keys we give.
template <const auto& table>
void insert_with_key(Transaction& tx, const RowOf<table>& row, GivenValues given = {}) {
    static const auto text = statement::insert(marks<table>());
    tx.db().run_with(text, statement::values<table>(row, given));
}

/// The same, or writes what changes where the columns named in `conflict` stand so in a row already.
template <const auto& table>
void save(Transaction& tx, const RowOf<table>& row, std::string_view conflict, GivenValues given = {}) {
    tx.db().run_with(statement::save(marks<table>(), conflict), statement::values<table>(row, given));
}

/// Writes what changes of the row with that id.
template <const auto& table>
void change(Transaction& tx, const RowOf<table>& row) {
    static const auto text = statement::change(marks<table>());
    std::vector<Value> values;
    for (const auto& c : table.columns)
        if (c.member.written == Written::on_change || c.member.written == Written::by_database)
            values.push_back(c.member.write(row));
    tx.db().run_with(text, values);
}

/// Lets `change` change each text of the row that is published of a person.
template <const auto& table, class Change>
void each_published(RowOf<table>& row, Change change) {
    for (const auto& c : table.columns) {
        if (c.privacy != Privacy::published || c.member.write == nullptr) continue;
        auto value = c.member.write(row);
        if (auto* text = std::get_if<std::string>(&value)) change(*text);
        c.member.read(row, value, c.name);
    }
}

/// Empties the columns of one privacy in the rows that fit: a text becomes what its column says, anything
/// else null. `rest`: "WHERE id = $1".
template <const auto& table, class... Args>
void erase(Transaction& tx, Privacy privacy, std::string_view rest, const Args&... args) {
    tx.db().run(statement::erase(marks<table>(), privacy).append(rest), args...);
}

}  // namespace medskapa::sql
