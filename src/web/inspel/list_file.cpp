#include "web/inspel/list_file.hpp"

#include "base/csv/write.hpp"
#include "store/open_data/public_tables.hpp"

namespace medskapa::web::inspel {
namespace {

constexpr int rows_in_a_part = 200;

std::string outcomes_cell(const store::OutcomeCounts& outcomes) {
    std::string out;
    for (const auto& [outcome, n] : outcomes)
        out += (out.empty() ? "" : " ") + std::string{name_of(outcome)} + ":" + std::to_string(n);
    return out;
}

/// In a file of inspel alone a column needs no telling whose number and words it has; the process is in the
/// address.
std::string column_of(const store::PublicField& field) {
    return field.name == "inspel" ? "number" : field.name == "words" ? "text" : field.name;
}

bool is_in_file(const store::PublicField& field) {
    return field.name != "process";
}

std::string header_line(const store::PublicTable& table) {
    std::string line;
    for (const auto& field : table.fields)
        if (is_in_file(field)) line += column_of(field) + ',';
    return line + "outcomes\r\n";
}

std::string line_of(const store::PublicTable& table, const store::PublicRow& row, std::string outcomes) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < row.size(); ++i)
        if (is_in_file(table.fields[i])) cells.push_back(row[i].value_or(""));
    cells.push_back(std::move(outcomes));
    return csv::line(cells);
}

}  // namespace

ListPart list_part(sql::Connection& db, const Process& process, const store::InspelFilter& filter,
    const store::InspelPlace& after) {
    const auto found = store::list_inspel(db, process.id, filter, after, rows_in_a_part);
    const auto& table = store::public_table("inspel");
    std::vector<std::int64_t> ids;
    for (const auto& row : found.rows) ids.push_back(row.inspel.id.value);
    const auto rows = store::public_rows(db, table, ids);
    ListPart part{{}, found.next};
    if (!after) part.lines = header_line(table);
    for (const auto& row : found.rows)
        if (const auto it = rows.find(row.inspel.id.value); it != rows.end())
            part.lines += line_of(table, it->second, outcomes_cell(row.outcomes));
    return part;
}

}  // namespace medskapa::web::inspel
