#pragma once

#include "store/sql/columns.hpp"

#include <string_view>
#include <vector>

/// What a person is in the database: the rows that are theirs, and how they hang together. That the marks on
/// columns and this list agree is tested; what an extract of one person shows follows from both.
namespace medskapa::store {

/// Rows of a table are of the same person as the row of another that they name.
struct Hang {
    std::string_view column;  // of the table that hangs
    std::string_view parent;
    std::string_view parent_column = "id";
};

struct PersonTable {
    enum class Root { no, yes };  // yes: staff may say that a row, with all that hangs on it, is one person's

    std::string_view name;
    std::string_view key;  // the column that names a row, or the few rows of one thing
    Root root = Root::no;
    std::vector<Hang> hangs = {};
    std::vector<std::string_view> context = {};   // columns of no person that are shown with the row
    std::vector<std::string_view> of_staff = {};  // columns that are of another person, who handled the row
};

/// Every table with something of a person that can be tied to them.
const std::vector<PersonTable>& person_tables();
const PersonTable* person_table(std::string_view name);

/// Columns of persons that cannot be tied to one, or that repeat what stands elsewhere, as "table.column".
const std::vector<std::string_view>& columns_tied_to_nobody();
/// Whether the value of a column is kept back also from the person: with it somebody could sign in as them.
bool is_kept_back(std::string_view table, std::string_view column);

/// The table's columns with their marks. Throws std::logic_error for a table that is not listed.
const sql::TableMarks& marks_of_table(std::string_view name);

}  // namespace medskapa::store
