#pragma once

#include "cli/regional/command.hpp"
#include "engine/regional/table.hpp"

namespace medskapa::cli {

/// The amounts of one period (empty: the last) in a long CSV.
Outcome<regional::Table> table_in(const std::string& file, const std::string& period, const char* role,
    std::vector<regional::Input>& inputs);

}  // namespace medskapa::cli
