#include "store/privacy/person_tables.hpp"
#include "web/law/extract/column_words.hpp"
#include "web/law/extract/extract.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <map>

namespace medskapa::web::law {
namespace {

using ThingOfColumn = std::map<std::string, const PersonalThing*, std::less<>>;

const ThingOfColumn& things_by_column() {
    static const auto made = [] {
        ThingOfColumn things;
        for (const auto& thing : personal_things())
            for (const auto& column : thing.columns) things.emplace(column, &thing);
        return things;
    }();
    return made;
}

const PersonalThing* thing_of(std::string_view table, std::string_view column) {
    const auto found = things_by_column().find(fmt::format("{}.{}", table, column));
    return found == things_by_column().end() ? nullptr : found->second;
}

KeptThing& kept(std::vector<KeptThing>& things, const PersonalThing* thing) {
    for (auto& known : things)
        if (known.thing == thing) return known;
    return things.emplace_back(KeptThing{thing, {}});
}

/// A row's values by what they are of. What is shown with the row stands with the first.
void add_row(std::vector<KeptThing>& things, const store::PersonRow& row) {
    std::vector<const PersonalThing*> of_row;
    for (const auto& value : row.values)
        if (value.is_of_person) {
            const auto* thing = thing_of(row.table, value.column);
            if (std::find(of_row.begin(), of_row.end(), thing) == of_row.end()) of_row.push_back(thing);
        }
    for (const auto* thing : of_row) {
        auto part = row;
        std::erase_if(part.values, [&](const store::PersonValue& value) {
            return value.is_of_person ? thing_of(row.table, value.column) != thing : thing != of_row.front();
        });
        kept(things, thing).rows.push_back(std::move(part));
    }
}

std::string number_of(const store::PersonRow& row) {
    for (const auto& value : row.values)
        if (value.column == "number" && !value.is_of_person)
            if (const auto* number = std::get_if<std::int64_t>(&value.value))
                return fmt::format(" {}", *number);
    return {};
}

}  // namespace

std::vector<KeptThing> things_kept(const PersonExtract& extract) {
    std::vector<KeptThing> things;
    for (const auto& row : extract.found.rows) add_row(things, row);
    return things;
}

std::vector<const PersonalThing*> things_not_tied() {
    std::vector<const PersonalThing*> things;
    for (const auto& column : store::columns_tied_to_nobody()) {
        const auto found = things_by_column().find(column);
        if (found != things_by_column().end() &&
            std::find(things.begin(), things.end(), found->second) == things.end())
            things.push_back(found->second);
    }
    return things;
}

std::string name_of_row(const PersonExtract& extract, const store::PersonRow& row) {
    const auto* called = words_of_table(row.table);
    auto name = called ? extract.words(called) : std::string{row.table};
    name += number_of(row);
    for (const auto& process : extract.processes)
        if (process.id == row.process) name += ", " + extract.words.in(process.name);
    return name;
}

std::vector<Process> processes_left_out(const PersonExtract& extract) {
    std::vector<Process> left_out;
    for (const auto& process : extract.processes)
        if (!extract.scope.has(process.id)) left_out.push_back(process);
    return left_out;
}

}  // namespace medskapa::web::law
