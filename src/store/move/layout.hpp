#pragma once

#include "store/sql/connection.hpp"

#include <string>
#include <vector>

/// What a database says of its own tables. It is asked, and no list of ours: a table that is added later
/// cannot be forgotten.
namespace medskapa::store {

/// `words` is what a search index keeps of a row: tokens, without order.
enum class ValueKind { integer, real, text, bytes, words };

struct LaidOutColumn {
    std::string name;
    ValueKind kind;
};

struct LaidOutTable {
    std::string name;
    std::vector<LaidOutColumn> columns;  // by name; of a search index the row's number first
    bool numbers_rows = false;           // the database gives the next row its `id`, and no id twice
    bool has_row_numbers =
        true;  // SQLite numbers its rows itself, but those that it keeps by their key alone

    bool is_index() const { return columns.back().kind == ValueKind::words; }
};

/// All but `migration`, by name. Throws sql::Error for a column of a type that is not known here.
std::vector<LaidOutTable> layout_of(sql::Connection&);
/// A table that only one of them has, or that differs between them; empty when there is none.
std::string differing_table(const std::vector<LaidOutTable>&, const std::vector<LaidOutTable>&);

/// "name", for a statement.
std::string quoted(const std::string& name);

}  // namespace medskapa::store
