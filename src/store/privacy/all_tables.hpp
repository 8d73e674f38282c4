#pragma once

#include "store/sql/columns.hpp"

#include <string_view>
#include <vector>

namespace medskapa::store {

struct TablesOfNoun {
    std::string_view name;  // of the noun, and of its folder
    std::vector<sql::TableMarks> tables;
};

/// Every table of the database but `migration`, with what each of its columns says of itself.
const std::vector<TablesOfNoun>& all_tables();

}  // namespace medskapa::store
