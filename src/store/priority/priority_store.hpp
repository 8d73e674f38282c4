#pragma once

#include "domain/priority/priority.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

/// Gives it the next number of its process. Returns it with number and id.
Priority add(sql::Transaction&, Priority);
void change(sql::Transaction&, const Priority&);
void add(sql::Transaction&, const Discovery&);

/// By number.
std::vector<Priority> priorities_of(sql::Connection&, Id<Process>);
std::optional<Priority> priority_numbered(sql::Connection&, Id<Process>, int number);
std::optional<Priority> find_priority(sql::Connection&, Id<Priority>);
/// In the order that they were noted.
std::vector<Discovery> discoveries_of(sql::Connection&, Id<Priority>);

}  // namespace medskapa::store
