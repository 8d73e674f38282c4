#include "base/sheets/own_keys.hpp"

#include "base/sheets/table_building.hpp"
#include "base/text.hpp"
#include "base/time.hpp"

#include <algorithm>
#include <set>

namespace medskapa::sheets {
namespace {

bool holds_days(const NamedTable::Column& column) {
    return !column.examples.empty() &&
           std::all_of(column.examples.begin(), column.examples.end(),
               [](const std::string& cell) { return time::read_local(text::trimmed(cell)).has_value(); });
}

/// The column that has the first of these names and holds days; nullptr where none has.
NamedTable::Column* column_of_days(NamedTable& table, const KnownColumn& known) {
    for (const auto& name : known.names_of_days)
        for (auto& column : table.columns)
            if (column.own_key.empty() && folded(column.name) == folded(name) && holds_days(column))
                return &column;
    return nullptr;
}

}  // namespace

void find_own_keys(NamedTable& table, const std::vector<KnownColumn>& columns) {
    const auto keys = keys_of({columns});
    std::set<std::string> named;
    for (auto& column : table.columns) {
        const auto found = keys.find(folded(column.name));
        if (found == keys.end()) continue;
        column.own_key = found->second;
        named.insert(found->second);
    }
    for (const auto& known : columns) {
        if (named.contains(known.key)) continue;
        if (auto* column = column_of_days(table, known)) column->own_key = known.key;
    }
}

std::map<std::string, std::string> days_in(const NamedTable& table, const Wanted& wanted) {
    std::map<std::string, std::string> found;
    for (const auto& column : table.columns) {
        const bool is_chosen =
            wanted.meaning.contains(column.letters) || wanted.meaning.contains(folded(column.name));
        if (is_chosen || !column.key.empty() || column.own_key.empty()) continue;
        if (!table.has(column.own_key)) found[column.letters] = column.own_key;
    }
    return found;
}

}  // namespace medskapa::sheets
