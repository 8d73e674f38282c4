#include "engine/regional/read/wide/region_variables.hpp"

#include "base/text.hpp"
#include "engine/regional/read/wide/number_table.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::regional::read {
namespace {

constexpr std::string_view block_mark = "_block";
constexpr double largest = 1e100;

tl::unexpected<Failure> because(Complaint complaint) {
    return refuse(Failure::Kind::invalid, {std::move(complaint)});
}

std::optional<std::string> block_named(const std::string& variable) {
    const auto mark = variable.rfind(block_mark);
    if (mark == variable.npos || mark + block_mark.size() == variable.size()) return std::nullopt;
    return variable.substr(mark + block_mark.size());
}

Result<std::vector<std::string>> blocks_of(
    const std::vector<std::string>& variables, const Grouping& block_of) {
    const bool are_named = std::any_of(variables.begin(), variables.end(),
        [](const std::string& name) { return block_named(name).has_value(); });
    std::vector<std::string> blocks;
    for (const auto& variable : variables) {
        const auto given = block_of.find(variable);
        const auto named = block_named(variable);
        if (given != block_of.end()) {
            blocks.push_back(given->second);
        } else if (block_of.empty() && (named || !are_named)) {
            blocks.push_back(named.value_or("0"));
        } else {
            return because({"blocks", N_("The variable {} is in no block. Give every variable its block."),
                {text::excerpt(text::one_line(text::cleaned(variable)), 40)}});
        }
    }
    return blocks;
}

std::optional<Complaint> row_fault(const NumberTable& table, const NumberTable::Row& row) {
    if (row.words[0].empty()) {
        return cell_fault(
            row.line, "region", N_("Line {}, column {}: the cell is empty. Write what the row is about."));
    }
    for (std::size_t k = 0; k < row.numbers.size(); ++k) {
        const auto& number = row.numbers[k];
        if (!number || std::abs(*number) <= largest) continue;
        return cell_fault(row.line, table.columns[k],
            N_("Line {}, column {}: {} is too large. Give it in a larger unit."), {number_text(number)});
    }
    return std::nullopt;
}

}  // namespace

Result<RegionVariables> read_region_variables(
    std::string_view bytes, const Grouping& block_of, const Choices& choices) {
    auto table = read_number_table(bytes, {{{"region", "municipality", "kommun", "place"}}}, choices);
    if (!table) return tl::unexpected{table.error()};
    if (table->columns.empty())
        return because({"columns", N_("There is no variable. Name one column for each."), {}});
    auto blocks = blocks_of(table->columns, block_of);
    if (!blocks) return tl::unexpected{blocks.error()};
    std::stable_sort(table->rows.begin(), table->rows.end(),
        [](const auto& a, const auto& b) { return a.words[0] < b.words[0]; });
    RegionVariables all{{}, table->columns, std::move(*blocks), {}};
    for (const auto& row : table->rows) {
        if (auto fault = row_fault(*table, row)) return because(std::move(*fault));
        if (!all.regions.empty() && all.regions.back() == row.words[0]) {
            return because(cell_fault(row.line, "region",
                N_("Line {}, column {}: {} stands twice. Keep one of the rows."), {row.words[0]}));
        }
        all.regions.push_back(row.words[0]);
        all.values.insert(all.values.end(), row.numbers.begin(), row.numbers.end());
    }
    return all;
}

}  // namespace medskapa::regional::read
