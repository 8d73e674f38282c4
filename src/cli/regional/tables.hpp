#pragma once

#include "cli/regional/command.hpp"
#include "engine/regional/table.hpp"

namespace medskapa::cli {

/// A table in text so large that it is better left in its file; its digest goes into the record. None for
/// what must be read whole.
std::optional<regional::read::TableSource> large_table(
    const std::string& file, const char* role, std::vector<regional::Input>& inputs);

/// What a person says of a long table: where it lies, which period is wanted (empty: the last), and the rest.
struct TableAsked {
    const std::string& file;
    std::string period;
    regional::read::Choices choices;
};
/// The amounts of one period.
Outcome<regional::Table> table_in(const TableAsked&, const char* role, std::vector<regional::Input>& inputs);

}  // namespace medskapa::cli
