#include "base/csv/encoding.hpp"
#include "engine/regional/read/columns.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::regional;

void try_input(std::string_view bytes) {
    const auto table = read::read_amounts(medskapa::text::as_utf8(bytes), "");
    if (!table) {
        must(!table.error().complaints.empty());
        return;
    }
    must(table->values.size() == table->regions.size() * table->industries.size());
    for (const double value : table->values) must(value >= 0);
}
