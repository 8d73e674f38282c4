#include "cli/regional/tables.hpp"

#include "engine/regional/read/columns.hpp"

namespace medskapa::cli {

Outcome<regional::Table> table_in(
    const TableAsked& asked, const char* role, std::vector<regional::Input>& inputs) {
    const auto bytes = load_input(inputs, role, asked.file);
    if (!bytes) return tl::unexpected{bytes.error()};
    auto table = regional::read::read_amounts(*bytes, asked.period, asked.choices);
    if (!table) return because(table.error(), asked.file);
    return std::move(*table);
}

}  // namespace medskapa::cli
