#include "base/csv/table.hpp"
#include "base/embedded.hpp"
#include "base/text.hpp"
#include "domain/checklist/checklist.hpp"

#include <fmt/format.h>
#include <stdexcept>

namespace medskapa {
namespace {

[[noreturn]] void throw_broken(const char* table, const csv::Row& row, std::string_view why) {
    throw std::runtime_error{fmt::format("{}, row {}: {}", table, row.line(), why)};
}

std::vector<csv::Row> rows_of(const char* table, std::string_view bytes) {
    auto rows = csv::read(bytes);
    if (!rows)
        throw std::runtime_error{fmt::format("{}: {}", table, in_english(rows.error().complaints.front()))};
    return *std::move(rows);
}

template <class Enum>
Enum word_in(const char* table, const csv::Row& row, std::string_view column) {
    Enum value{};
    if (!find_name<Enum>(row[column], value))
        throw_broken(table, row, fmt::format("\"{}\" is not a {}", row[column], column));
    return value;
}

Localized words_in(const csv::Row& row, const std::string& column) {
    return {row[column + "_sv"], row[column + "_en"]};
}

std::optional<Day> day_in(const csv::Row& row, std::string_view column) {
    if (row[column].empty()) return std::nullopt;
    const auto day = time::read_day(row[column]);
    if (!day) throw_broken("lists.csv", row, fmt::format("\"{}\" is no day", row[column]));
    return day;
}

int days_in(const csv::Row& row) {
    int days = 0;
    for (const char c : row["fresh_days"]) {
        if (c < '0' || c > '9' || days > 100'000)
            throw_broken("lists.csv", row, "fresh_days is no number of days");
        days = 10 * days + (c - '0');
    }
    return days;
}

Checklist list_in(const csv::Row& row) {
    Checklist list;
    list.kind = word_in<Checklist::Kind>("lists.csv", row, "list");
    list.version = row["version"];
    const auto from = day_in(row, "valid_from");
    if (!from || list.version.empty())
        throw_broken("lists.csv", row, "a version and its first day are needed");
    list.valid_from = *from;
    list.valid_to = day_in(row, "valid_to");
    list.source = row["source"];
    list.is_to_verify = row["verify"] != "no";
    list.fresh_days = days_in(row);
    list.title = words_in(row, "title");
    list.lead = words_in(row, "lead");
    if (list.title.empty() || list.source.empty())
        throw_broken("lists.csv", row, "a title and a source are needed");
    return list;
}

Requirement requirement_in(const csv::Row& row) {
    Requirement requirement;
    requirement.code = row["code"];
    requirement.group = words_in(row, "group");
    requirement.text = words_in(row, "text");
    if (!row["rule"].empty()) requirement.rule = word_in<AutomaticRule>("requirements.csv", row, "rule");
    if (requirement.code.empty() || requirement.text.empty())
        throw_broken("requirements.csv", row, "a code and a text are needed");
    return requirement;
}

void add_requirement(std::vector<Checklist>& lists, const csv::Row& row) {
    const auto kind = word_in<Checklist::Kind>("requirements.csv", row, "list");
    auto requirement = requirement_in(row);
    for (auto& list : lists) {
        if (list.kind != kind || list.version != row["version"]) continue;
        if (list.requirement(requirement.code))
            throw_broken("requirements.csv", row, "the code stands twice in its list");
        list.requirements.push_back(std::move(requirement));
        return;
    }
    throw_broken("requirements.csv", row, "there is no such version of the list");
}

std::string_view file_named(std::string_view name) {
    for (const auto& file : embedded::checklists())
        if (file.path == name) return file.bytes;
    throw std::runtime_error{fmt::format("the program holds no {}", name)};
}

}  // namespace

std::vector<Checklist> read_checklists(std::string_view lists, std::string_view requirements) {
    std::vector<Checklist> all;
    for (const auto& row : rows_of("lists.csv", lists)) all.push_back(list_in(row));
    for (const auto& row : rows_of("requirements.csv", requirements)) add_requirement(all, row);
    return all;
}

const std::vector<Checklist>& all_checklists() {
    static const auto all = read_checklists(file_named("lists.csv"), file_named("requirements.csv"));
    return all;
}

}  // namespace medskapa
