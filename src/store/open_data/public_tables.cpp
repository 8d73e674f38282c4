#include "store/open_data/public_tables.hpp"

#include "base/text.hpp"
#include "base/time.hpp"
#include "store/conversation/opinion_result_json.hpp"
#include "store/open_data/table_lists.hpp"
#include "store/sql/conditions.hpp"

#include <fmt/format.h>

namespace medskapa::store {
namespace {

using namespace open_data;

/// A field for each language of the list, where one holds words in several.
std::vector<PublicField> in_each_language(const std::vector<PublicField>& fields) {
    std::vector<PublicField> all;
    for (const auto& field : fields) {
        if (field.words != each_language) {
            all.push_back(field);
            continue;
        }
        for (const auto language : all_languages()) {
            const std::string tag{language.tag()};
            auto one = field;
            one.name += '_' + tag;
            one.meaning += ", " + tag;
            one.language = language;
            all.push_back(std::move(one));
        }
    }
    return all;
}

std::string words_of(const sql::Row& row, const PublicField& field) {
    if (field.words == each_language) return row.localized(field.name).only_in(field.language);
    if (field.words == original) return row.localized(field.name).original();
    switch (field.kind) {
        case number: return std::to_string(row.integer(field.name));
        case flag: return row.flag(field.name) ? "true" : "false";
        case day: return medskapa::time::iso(row.day(field.name));
        case time: return medskapa::time::iso(row.instant(field.name));
        case local_time: return medskapa::time::iso(LocalTime{std::chrono::seconds{row.integer(field.name)}});
        case opinion_map: {
            const auto& map = row.text(field.name);
            return opinion_result_from(map).is_shown() ? map : "{}";
        }
        case text: break;
    }
    return row.text(field.name);
}

std::string columns_of(const PublicTable& table) {
    std::string columns;
    for (const auto& field : table.fields) {
        const auto alias = field.source.substr(0, field.source.find('.'));
        if (table.from.find(fmt::format(" {} {} ", field.table, alias)) == table.from.npos)
            throw std::logic_error{fmt::format("{} is no {} in {}", alias, field.table, table.name)};
        const auto value = field.otherwise.empty()
                               ? std::string{field.source}
                               : fmt::format("coalesce({}, '{}')", field.source, field.otherwise);
        columns += fmt::format("{}{} AS {}", columns.empty() ? "" : ", ", value, field.name);
    }
    return columns;
}

PublicRow values_of(const sql::Row& row, const PublicTable& table) {
    PublicRow values;
    for (const auto& field : table.fields)
        values.push_back(row.is_null(field.name) ? std::nullopt : std::optional{words_of(row, field)});
    return values;
}

}  // namespace

const std::vector<PublicTable>& public_tables() {
    static const auto tables = [] {
        auto all = tables_of_site();
        for (const auto& more :
            {tables_of_inspel(), tables_of_organisations(), tables_of_text(), tables_of_priorities(),
                tables_of_region(), tables_of_assessments(), tables_of_plans(), tables_of_corrections()})
            all.insert(all.end(), more.begin(), more.end());
        for (auto& table : all) table.fields = in_each_language(table.fields);
        return all;
    }();
    return tables;
}

const PublicTable& public_table(std::string_view name) {
    for (const auto& table : public_tables())
        if (table.name == name) return table;
    throw std::logic_error{fmt::format("no public table is called {}", name)};
}

std::string select_of(const PublicTable& table) {
    return fmt::format("SELECT {} {}", columns_of(table), table.from);
}

void each_public_row(
    sql::Connection& db, const PublicTable& table, const std::function<void(const PublicRow&)>& visit) {
    for (const auto& row : db.run(select_of(table))) visit(values_of(row, table));
}

std::map<std::int64_t, PublicRow> public_rows(
    sql::Connection& db, const PublicTable& table, const std::vector<std::int64_t>& ids) {
    std::map<std::int64_t, PublicRow> found;
    if (ids.empty()) return found;
    sql::Conditions listed;
    std::string parameters;
    for (const auto id : ids)
        parameters += (parameters.empty() ? "" : ", ") + listed.parameter(sql::bind(id));
    const auto alias = medskapa::text::split(table.from, ' ').at(2);  // "FROM inspel i"
    const auto order = table.from.find(" ORDER BY ");
    const auto from = table.from.substr(0, order);
    const auto statement =
        fmt::format("SELECT {0}.id AS row_id, {1} {2} {3} {0}.id IN ({4}){5}", alias, columns_of(table), from,
            from.find(" WHERE ") == from.npos ? "WHERE" : "AND", parameters, table.from.substr(order));
    for (const auto& row : db.run_with(statement, listed.values()))
        found.emplace(row.integer("row_id"), values_of(row, table));
    return found;
}

}  // namespace medskapa::store
