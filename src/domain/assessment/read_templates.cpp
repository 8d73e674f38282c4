#include "base/csv/table.hpp"
#include "base/embedded.hpp"
#include "domain/assessment/template.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <stdexcept>

namespace medskapa {
namespace {

/// The name of a table and one of its rows.
struct Cell {
    const char* table;
    const csv::Row& row;

    [[noreturn]] void refuse(std::string_view why) const {
        throw std::runtime_error{fmt::format("{}, row {}: {}", table, row.line(), why)};
    }
    std::string needed(std::string_view column) const {
        if (row[column].empty()) refuse(fmt::format("{} is empty", column));
        return row[column];
    }
    Localized both(const std::string& column) const {
        return {needed(column + "_sv"), needed(column + "_en")};
    }
    bool yes_or_no(std::string_view column) const {
        if (row[column] == "yes") return true;
        if (row[column] != "no") refuse(fmt::format("{} is neither yes nor no", column));
        return false;
    }
    std::optional<Day> day(std::string_view column) const {
        if (row[column].empty()) return std::nullopt;
        const auto day = time::read_day(row[column]);
        if (!day) refuse(fmt::format("\"{}\" is no day", row[column]));
        return day;
    }
    template <class Enum>
    Enum word(std::string_view column) const {
        Enum value{};
        if (!find_name<Enum>(row[column], value))
            refuse(fmt::format("\"{}\" is no word for {}", row[column], column));
        return value;
    }
};

constexpr const char* templates_file = "templates.csv";
constexpr const char* steps_file = "steps.csv";

std::vector<csv::Row> rows_of(const char* table, std::string_view bytes) {
    auto rows = csv::read(bytes);
    if (!rows)
        throw std::runtime_error{fmt::format("{}: {}", table, in_english(rows.error().complaints.front()))};
    return *std::move(rows);
}

/// Letters and digits that can stand in an address.
bool is_code(std::string_view code) {
    constexpr std::size_t longest = 20;
    return !code.empty() && code.size() <= longest && std::all_of(code.begin(), code.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    });
}

std::string code_in(const Cell& cell, std::string_view column) {
    auto code = cell.needed(column);
    if (!is_code(code))
        cell.refuse(fmt::format("{} has other signs than a-z, 0-9, point and hyphen", column));
    return code;
}

AssessmentTemplate template_in(const Cell& cell) {
    AssessmentTemplate read;
    read.code = code_in(cell, "template");
    read.version = code_in(cell, "version");
    const auto from = cell.day("valid_from");
    if (!from) cell.refuse("valid_from is empty");
    read.valid_from = *from;
    read.valid_to = cell.day("valid_to");
    if (read.valid_to && *read.valid_to < *from) cell.refuse("valid_to comes before valid_from");
    read.source = cell.needed("source");
    read.is_to_verify = cell.yes_or_no("verify");
    read.is_optional = cell.yes_or_no("optional");
    read.title = cell.both("title");
    read.question = cell.both("question");
    read.lead = cell.both("lead");
    return read;
}

AssessmentStep step_in(const Cell& cell) {
    AssessmentStep step;
    step.code = code_in(cell, "step");
    step.title = cell.both("title");
    step.help = cell.both("help");
    step.kind = cell.word<AssessmentStep::Kind>("kind");
    step.when = cell.word<AssessmentStep::When>("when");
    step.follows_text = cell.yes_or_no("follows_text");
    step.needs_day = cell.yes_or_no("needs_day");
    return step;
}

void add_template(AssessmentTemplates& all, const Cell& cell) {
    auto read = template_in(cell);
    if (template_of_version(all, read.code, read.version)) cell.refuse("the version stands twice");
    all.push_back(std::move(read));
}

void add_step(AssessmentTemplates& all, const Cell& cell) {
    auto step = step_in(cell);
    for (auto& one : all) {
        if (one.code != cell.row["template"] || one.version != cell.row["version"]) continue;
        if (one.step(step.code)) cell.refuse("the step stands twice in its template");
        one.steps.push_back(std::move(step));
        return;
    }
    cell.refuse("there is no such version of the template");
}

std::string_view file_named(std::string_view name) {
    for (const auto& file : embedded::assessments())
        if (file.path == name) return file.bytes;
    throw std::runtime_error{fmt::format("the program holds no {}", name)};
}

}  // namespace

AssessmentTemplates read_assessment_templates(std::string_view templates, std::string_view steps) {
    AssessmentTemplates all;
    for (const auto& row : rows_of(templates_file, templates)) add_template(all, {templates_file, row});
    for (const auto& row : rows_of(steps_file, steps)) add_step(all, {steps_file, row});
    for (const auto& one : all)
        if (one.steps.empty())
            throw std::runtime_error{fmt::format("{} {} has no steps", one.code, one.version)};
    return all;
}

const AssessmentTemplates& all_assessment_templates() {
    static const auto all = read_assessment_templates(file_named(templates_file), file_named(steps_file));
    return all;
}

}  // namespace medskapa
