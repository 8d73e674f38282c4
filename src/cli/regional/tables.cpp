#include "cli/regional/tables.hpp"

#include "base/csv/encoding.hpp"
#include "engine/regional/read/columns.hpp"

namespace medskapa::cli {

Outcome<regional::Table> table_in(const std::string& file, const std::string& period, const char* role,
    std::vector<regional::Input>& inputs) {
    auto bytes = load_input(inputs, role, file);
    if (!bytes) return tl::unexpected{bytes.error()};
    auto table = regional::read::read_amounts(text::as_utf8(std::move(*bytes)), period);
    if (!table) return because(table.error(), file);
    return std::move(*table);
}

}  // namespace medskapa::cli
