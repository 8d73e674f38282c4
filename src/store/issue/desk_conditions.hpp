#pragma once

#include "store/issue/desk_list.hpp"
#include "store/sql/conditions.hpp"

/// The statements that the staff's list is read by.
namespace medskapa::store {

/// Where the things of a kind are read: `i` is the inspel, `u` an issue, `a` its answer.
const char* source_of(DeskKind);
/// The same, found by the filter's words first where it has some: `d` is the index.
std::string from_of(sql::Dialect, const DeskFilter&);
const char* key_of(DeskKind);
/// "i.process_id = ", of the table that the kind is.
const char* process_of(DeskKind);
sql::Conditions conditions_of(sql::Dialect, Id<Process>, const DeskFilter&);

}  // namespace medskapa::store
