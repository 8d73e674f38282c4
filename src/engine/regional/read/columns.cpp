#include "engine/regional/read/columns.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>

namespace medskapa::regional::read {
namespace {

Failure because(Complaint complaint) {
    return {Failure::Kind::invalid, {std::move(complaint)}};
}

template <class Names>
std::string joined(const Names& names) {
    std::string all;
    for (const auto& name : names) all.append(all.empty() ? "" : ", ").append(name);
    return all;
}

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

std::vector<std::size_t> places(const csv::Fields& header, const std::vector<std::string>& names) {
    std::vector<std::size_t> found;
    for (const auto& name : names) {
        const auto at = std::find_if(header.begin(), header.end(),
            [&](std::string_view title) { return text::lower(text::trimmed(title)) == name; });
        found.push_back(at == header.end() ? nowhere : static_cast<std::size_t>(at - header.begin()));
    }
    return found;
}

/// Where each wanted column stands, or why not.
Result<std::vector<std::size_t>> located(const csv::Fields& header, const Columns& columns) {
    auto found = places(header, columns.needed);
    const auto lost = static_cast<std::size_t>(std::count(found.begin(), found.end(), nowhere));
    const bool in_order = lost == found.size() && columns.unnamed == Columns::Unnamed::in_order;
    if (in_order && header.size() >= found.size()) {
        for (std::size_t k = 0; k < found.size(); ++k) found[k] = k;
    } else if (lost > 0) {
        return tl::unexpected{because(
            {"line 1", N_("Line 1: the header must name the columns {}; it names {}. Rename the columns."),
                {joined(columns.needed), text::excerpt(text::one_line(text::cleaned(joined(header))), 80)}})};
    }
    const auto optional = places(header, columns.optional);
    found.insert(found.end(), optional.begin(), optional.end());
    return found;
}

/// A row that ends before the last column needed; or one with more than the header, as when a decimal comma
/// stands in a file with commas: half a number must not pass for a whole one.
std::optional<Complaint> wrong_width(
    const csv::Fields& fields, std::size_t needed, std::size_t width, std::size_t line) {
    const auto where = std::to_string(line);
    if (fields.size() <= needed) {
        return Complaint{"line " + where,
            N_("Line {}: the row has {} fields, but the header asks for at least {}."),
            {where, fields.size(), needed + 1}};
    }
    const auto is_empty = [](std::string_view field) { return text::trimmed(field).empty(); };
    if (std::all_of(fields.begin() + static_cast<std::ptrdiff_t>(std::min(width, fields.size())),
            fields.end(), is_empty))
        return std::nullopt;
    return Complaint{"line " + where,
        N_("Line {}: the row has {} fields, but the header has {}. Correct the row."),
        {where, fields.size(), width}};
}

/// What spreadsheets write above the header to say which separator follows; it is no record.
constexpr std::string_view separator_hint = "sep=";

}  // namespace

Complaint not_a_number(std::size_t line, std::string_view cell) {
    const auto where = std::to_string(line);
    return {"line " + where,
        N_("Line {}: \"{}\" is not a number. Write a number, or leave the cell empty when it is missing."),
        {where, text::excerpt(cell, 40)}};
}

std::optional<Complaint> unclosed_quote(const csv::Records& records) {
    if (!records.ends_in_quotes()) return std::nullopt;
    const auto where = std::to_string(records.quote_line());
    return Complaint{"line " + where,
        N_("Line {}: a quotation mark opens a field and never closes. Close it or take it away."), {where}};
}

std::optional<Failure> read_columns(
    std::string_view text, const Columns& columns, const RowReader& read_row) {
    const bool has_hint = text.starts_with(separator_hint) && text.size() > separator_hint.size();
    const auto separator =
        has_hint ? text[separator_hint.size()] : csv::separator_of(text.substr(0, text.find('\n')));
    csv::Records records(text, separator);
    if (has_hint) records.next();
    const auto* header = records.next();
    if (header == nullptr) {
        return because(unclosed_quote(records).value_or(
            Complaint{"file", N_("The file is empty. Give a file with a header and rows."), {}}));
    }
    const auto found = located(*header, columns);
    if (!found) return found.error();

    const auto width = header->size();
    const auto needed = *std::max_element(
        found->begin(), found->begin() + static_cast<std::ptrdiff_t>(columns.needed.size()));
    NamedRow row{0, std::vector<std::string_view>(found->size())};
    while (const auto* fields = records.next()) {
        row.line = records.line();
        if (auto complaint = wrong_width(*fields, needed, width, row.line)) return because(*complaint);
        for (std::size_t k = 0; k < found->size(); ++k) {
            const auto at = (*found)[k];
            row.fields[k] = at < fields->size() ? (*fields)[at] : std::string_view{};
        }
        if (auto complaint = read_row(row)) return because(std::move(*complaint));
    }
    if (auto complaint = unclosed_quote(records)) return because(*std::move(complaint));
    return std::nullopt;
}

namespace {

std::optional<Complaint> add_amount(TableBuilder& builder, const NamedRow& row) {
    const auto where = std::to_string(row.line);
    const auto value = amount(row.fields[2]);
    if (!value) return not_a_number(row.line, row.fields[2]);
    if (value->value && *value->value < 0) {
        return Complaint{"line " + where,
            N_("Line {}: the amount {} is negative. Amounts must be 0 or more."),
            {where, std::string{row.fields[2]}}};
    }
    const auto region = text::trimmed(row.fields[0]);
    const auto industry = text::trimmed(row.fields[1]);
    if (region.empty() || industry.empty()) {
        return Complaint{"line " + where,
            N_("Line {}: the region or the industry is empty. Give both their codes."), {where}};
    }
    builder.add(region, industry, value->value);
    return std::nullopt;
}

}  // namespace

Result<Table> read_amounts(std::string_view text, const std::string& wanted_period) {
    std::map<std::string, TableBuilder> periods;
    const auto failure =
        read_columns(text, {{"region", "industry", "value"}, {"period"}}, [&](const NamedRow& row) {
            const auto period = text::trimmed(row.fields[3]);
            if (!wanted_period.empty() && period != wanted_period) return std::optional<Complaint>{};
            return add_amount(periods[period], row);
        });
    if (failure) return tl::unexpected{*failure};
    if (periods.empty()) {
        if (wanted_period.empty()) return TableBuilder{}.finish();
        return tl::unexpected{because(
            {"period", N_("No row has the period {}. Choose one that the file has."), {wanted_period}})};
    }
    auto& [period, builder] = *periods.rbegin();
    auto table = builder.finish();
    if (table && periods.size() > 1) {
        table->warnings.push_back(
            {"periods", N_("The file has {} periods; the last, {}, was used."), {periods.size(), period}});
    }
    return table;
}

Result<Grouping> read_grouping(std::string_view text, const std::string& first, const std::string& second) {
    Grouping groups;
    const auto failure =
        read_columns(text, {{first, second}, {}, Columns::Unnamed::in_order}, [&](const NamedRow& row) {
            const auto code = text::trimmed(row.fields[0]);
            const auto group = text::trimmed(row.fields[1]);
            const auto known = groups.try_emplace(code, group);
            if (known.first->second == group) return std::optional<Complaint>{};
            const auto where = std::to_string(row.line);
            return std::optional<Complaint>{
                Complaint{"line " + where, N_("Line {}: \"{}\" stands in two groups, {} and {}. Keep one."),
                    {where, code, known.first->second, group}}};
        });
    if (failure) return tl::unexpected{*failure};
    return groups;
}

}  // namespace medskapa::regional::read
