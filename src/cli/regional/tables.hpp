#pragma once

#include "cli/regional/command.hpp"
#include "engine/regional/table.hpp"

namespace medskapa::cli {

/// What a person says of a long table: where it lies, which period is wanted (empty: the last), and the rest.
struct TableAsked {
    const std::string& file;
    std::string period;
    regional::read::Choices choices;
};
/// The amounts of one period.
Outcome<regional::Table> table_in(const TableAsked&, const char* role, std::vector<regional::Input>& inputs);

}  // namespace medskapa::cli
