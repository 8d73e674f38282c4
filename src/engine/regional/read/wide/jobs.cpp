#include "engine/regional/read/wide/jobs.hpp"

#include "base/text.hpp"
#include "engine/regional/code_order.hpp"
#include "engine/regional/read/json/json.hpp"
#include "engine/regional/read/wide/long_numbers.hpp"
#include "engine/regional/read/wide/number_table.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace medskapa::regional::read {
namespace {

const WordColumn place_column{{"place", "region", "municipality", "kommun"}};
const WordColumn industry_column{{"industry", "näringsgren"}, WordColumn::Need::optional};

tl::unexpected<Failure> because(Complaint complaint) {
    return refuse(Failure::Kind::invalid, {std::move(complaint)});
}

/// What a wide row or cell cannot be.
std::optional<Complaint> wide_fault(const NumberTable& table, const NumberTable::Row& row) {
    if (row.words[0].empty()) {
        return cell_fault(row.line, place_column.names.front(),
            N_("Line {}, column {}: the cell is empty. Write what the row is about."));
    }
    for (std::size_t k = 0; k < row.numbers.size(); ++k) {
        const auto& jobs = row.numbers[k];
        if (!jobs) continue;
        if (auto fault = count_fault(row.line, table.columns[k], *jobs)) return fault;
    }
    return std::nullopt;
}

/// Rows of a wide table in the order of their places, each place once.
Result<std::vector<const NumberTable::Row*>> in_order(const NumberTable& table) {
    std::vector<const NumberTable::Row*> rows;
    for (const auto& row : table.rows) {
        if (auto fault = wide_fault(table, row)) return because(std::move(*fault));
        rows.push_back(&row);
    }
    std::stable_sort(
        rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->words[0] < b->words[0]; });
    const auto twice = std::adjacent_find(
        rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->words[0] == b->words[0]; });
    if (twice == rows.end()) return rows;
    const auto& second = **std::next(twice);
    return because(cell_fault(second.line, place_column.names.front(),
        N_("Line {}, column {}: {} stands twice. Keep one of the rows."), {second.words[0]}));
}

Result<Table> wide_jobs(const NumberTable& table) {
    const auto rows = in_order(table);
    if (!rows) return tl::unexpected{rows.error()};
    Table jobs;
    jobs.industries = table.columns;
    if (jobs.industries.empty()) {
        return because({"columns", N_("There is no column of jobs. Name one column for each industry."), {}});
    }
    for (const auto* row : *rows) {
        jobs.regions.push_back(row->words[0]);
        for (const auto& number : row->numbers) {
            jobs.values.push_back(number.value_or(0));
            jobs.missing.push_back(!number);
        }
    }
    return jobs;
}

/// Of a long table, by the names that its columns have.
Result<Table> long_jobs(std::string_view bytes, const Columns& columns, const Choices& choices) {
    TableBuilder jobs;
    const auto failure = read_long_numbers(bytes, columns, choices,
        [&](const NamedRow& row, const std::optional<double>& value) -> std::optional<Complaint> {
            const auto region = text::trimmed(row.fields[0]);
            const auto industry = text::trimmed(row.fields[1]);
            if (region.empty() || industry.empty()) {
                return cell_fault(row.line, columns.needed[region.empty() ? 0 : 1],
                    N_("Line {}, column {}: the cell is empty. Write what the row is about."));
            }
            jobs.add(region, industry, value);
            return std::nullopt;
        });
    if (failure) return tl::unexpected{*failure};
    return jobs.finish();
}

/// The first of the names that the header has.
std::optional<std::string> first_of(
    const std::vector<std::string>& names, const std::vector<std::string>& header) {
    const auto found = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
        return std::find(header.begin(), header.end(), name) != header.end();
    });
    return found == names.end() ? std::nullopt : std::optional{*found};
}

auto because_json() {
    return because({"json",
        N_("The JSON is no object of lists. Give a list of industries under the name of each priority."),
        {}});
}

Result<Priorities> json_priorities(std::string_view bytes) {
    const auto read = read_json(bytes);
    if (!read) return tl::unexpected{read.error()};
    const auto& json = *read;
    if (!json.is_object()) return because_json();
    Priorities priorities;
    for (const auto& [name, industries] : json.items()) {
        if (!industries.is_array()) return because_json();
        auto& of = priorities[name];
        for (const auto& code : industries) {
            if (!code.is_string() && !code.is_number_integer()) return because_json();
            of.push_back(code.is_string() ? code.get<std::string>() : code.dump());
        }
    }
    return priorities;
}

/// With the industries in the order of their codes.
Result<Table> in_order(Result<Table> jobs) {
    if (!jobs) return jobs;
    auto industries = jobs->industries;
    sort_codes(industries);
    return with_industries(*jobs, industries);
}

}  // namespace

Result<Table> read_jobs(std::string_view bytes, const Choices& choices) {
    const auto header = header_names(bytes, {place_column}, choices);
    if (!header) return tl::unexpected{header.error()};
    const auto industry = first_of(industry_column.names, *header);
    const auto number = first_of({"jobs", "value", "people", "employed"}, *header);
    if (industry && number) {
        return in_order(
            long_jobs(bytes, {{*first_of(place_column.names, *header), *industry, *number}, {}}, choices));
    }
    const auto table = read_number_table(bytes, {place_column}, choices);
    if (!table) return tl::unexpected{table.error()};
    return in_order(wide_jobs(*table));
}

Table with_industries(const Table& jobs, const std::vector<std::string>& industries) {
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < jobs.industries.size(); ++i) places.emplace(jobs.industries[i], i);
    Table all{jobs.regions, industries, {}, {}, jobs.warnings};
    all.values.reserve(jobs.regions.size() * industries.size());
    for (std::size_t r = 0; r < jobs.regions.size(); ++r) {
        for (const auto& code : industries) {
            const auto place = places.find(code);
            const bool is_there = place != places.end();
            all.values.push_back(is_there ? jobs.at(r, place->second) : 0);
            all.missing.push_back(!is_there || jobs.is_missing(r, place->second));
        }
    }
    return all;
}

Result<Priorities> read_priorities(std::string_view bytes) {
    const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first != bytes.npos && bytes[first] == '{') return json_priorities(bytes);
    Priorities priorities;
    const auto failure = read_columns(bytes, {{"priority", "industry"}, {}, Columns::Unnamed::in_order},
        [&](const NamedRow& row) -> std::optional<Complaint> {
            const auto priority = text::trimmed(row.fields[0]);
            const auto industry = text::trimmed(row.fields[1]);
            if (priority.empty() || industry.empty()) {
                return cell_fault(row.line, priority.empty() ? "priority" : "industry",
                    N_("Line {}, column {}: the cell is empty. Write what the row is about."));
            }
            priorities[priority].push_back(industry);
            return std::nullopt;
        });
    if (failure) return tl::unexpected{*failure};
    if (priorities.empty()) {
        return because(
            {"priorities", N_("There is no priority. Give at least one row: priority,industry."), {}});
    }
    return priorities;
}

}  // namespace medskapa::regional::read
