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
constexpr std::size_t rows_to_header = 50;

std::string folded(std::string_view name) {
    return text::lower(text::trimmed(name));
}

std::vector<std::size_t> places(const csv::Fields& header, const std::vector<std::string>& names) {
    std::vector<std::size_t> found;
    for (const auto& name : names) {
        const auto at = std::find_if(
            header.begin(), header.end(), [&](std::string_view title) { return folded(title) == name; });
        found.push_back(at == header.end() ? nowhere : static_cast<std::size_t>(at - header.begin()));
    }
    return found;
}

/// The row that names the columns.
struct Header {
    std::size_t row = 0;
    std::vector<std::string> names;
};

/// The first row that names all needed columns, or else the first of all.
Header header_of(const TableSource& source, const Columns& columns) {
    Header first;
    TableRows rows{source};
    const auto* fields = rows.next();
    for (std::size_t read = 0; fields != nullptr && read < rows_to_header; fields = rows.next(), ++read) {
        const auto found = places(*fields, columns.needed);
        const bool has_all = std::find(found.begin(), found.end(), nowhere) == found.end();
        if (has_all) return {rows.row(), {fields->begin(), fields->end()}};
        if (first.row == 0) first = {rows.row(), {fields->begin(), fields->end()}};
    }
    return first;
}

std::optional<Complaint> repeated(const Header& header, const Columns& columns) {
    for (const auto* names : {&columns.needed, &columns.optional}) {
        for (const auto& name : *names) {
            const auto many = std::count_if(header.names.begin(), header.names.end(),
                [&](const std::string& title) { return folded(title) == name; });
            if (many < 2) continue;
            const auto where = std::to_string(header.row);
            return Complaint{"line " + where,
                N_("Line {}: the column {} stands twice. Keep one of them, or give the other another name."),
                {where, name}};
        }
    }
    return std::nullopt;
}

/// Where each wanted column stands, or why not.
Result<std::vector<std::size_t>> located(const Header& header, const Columns& columns) {
    const csv::Fields names{header.names.begin(), header.names.end()};
    auto found = places(names, columns.needed);
    const auto lost = static_cast<std::size_t>(std::count(found.begin(), found.end(), nowhere));
    const bool in_order = lost == found.size() && columns.unnamed == Columns::Unnamed::in_order;
    if (in_order && names.size() >= found.size()) {
        for (std::size_t k = 0; k < found.size(); ++k) found[k] = k;
    } else if (lost > 0) {
        return tl::unexpected{because(
            {"line 1", N_("Line 1: the header must name the columns {}; it names {}. Rename the columns."),
                {joined(columns.needed), text::excerpt(text::one_line(text::cleaned(joined(names))), 80)}})};
    }
    if (auto complaint = repeated(header, columns)) return tl::unexpected{because(*std::move(complaint))};
    const auto optional = places(names, columns.optional);
    found.insert(found.end(), optional.begin(), optional.end());
    return found;
}

/// The columns that nobody asked for.
std::vector<std::string> unread(const Header& header, const std::vector<std::size_t>& found) {
    std::vector<std::string> names;
    for (std::size_t k = 0; k < header.names.size(); ++k) {
        const auto name = text::one_line(header.names[k]);
        if (!name.empty() && std::find(found.begin(), found.end(), k) == found.end()) names.push_back(name);
    }
    return names;
}

/// A row that ends before the last column needed; or one with more than the header, as when a decimal comma
/// stands in a file with commas: half a number must not pass for a whole one.
std::optional<Complaint> wrong_width(
    const csv::Fields& fields, std::size_t least, std::size_t width, std::size_t line) {
    const auto where = std::to_string(line);
    if (fields.size() < least) {
        return Complaint{"line " + where,
            N_("Line {}: the row has {} fields, but the header asks for at least {}."),
            {where, fields.size(), least}};
    }
    const auto is_empty = [](std::string_view field) { return text::trimmed(field).empty(); };
    if (std::all_of(fields.begin() + static_cast<std::ptrdiff_t>(std::min(width, fields.size())),
            fields.end(), is_empty))
        return std::nullopt;
    return Complaint{"line " + where,
        N_("Line {}: the row has {} fields, but the header has {}. Correct the row."),
        {where, fields.size(), width}};
}

}  // namespace

Complaint not_a_number(std::size_t line, std::string_view cell) {
    const auto where = std::to_string(line);
    return {"line " + where,
        N_("Line {}: \"{}\" is not a number. Write a number, or leave the cell empty when it is missing."),
        {where, text::excerpt(cell, 40)}};
}

Result<std::vector<std::string>> read_columns(
    const TableSource& source, const Columns& columns, const RowReader& read_row) {
    const auto header = header_of(source, columns);
    TableRows rows{source};
    if (header.row == 0) {
        (void)rows.next();
        return tl::unexpected{because(rows.complaint().value_or(
            Complaint{"file", N_("The file is empty. Give a file with a header and rows."), {}}))};
    }
    const auto found = located(header, columns);
    if (!found) return tl::unexpected{found.error()};

    const auto needed = *std::max_element(
        found->begin(), found->begin() + static_cast<std::ptrdiff_t>(columns.needed.size()));
    const auto least = !source.is_text() ? 0 : needed + 1;
    NamedRow row{0, std::vector<std::string_view>(found->size()), std::vector<bool>(found->size())};
    while (const auto* fields = rows.next()) {
        row.line = rows.row();
        if (row.line <= header.row) continue;
        if (auto complaint = wrong_width(*fields, least, header.names.size(), row.line))
            return tl::unexpected{because(*std::move(complaint))};
        for (std::size_t k = 0; k < found->size(); ++k) {
            const auto at = (*found)[k];
            row.fields[k] = at < fields->size() ? (*fields)[at] : std::string_view{};
            row.are_numbers[k] = rows.is_number(at);
        }
        if (auto complaint = read_row(row)) return tl::unexpected{because(*std::move(complaint))};
    }
    if (auto complaint = rows.complaint()) return tl::unexpected{because(*std::move(complaint))};
    return unread(header, *found);
}

std::optional<Failure> read_columns(
    std::string_view bytes, const Columns& columns, const RowReader& read_row) {
    const auto source = TableSource::opened(bytes, {}, columns.needed);
    if (!source) return source.error();
    const auto read = read_columns(*source, columns, read_row);
    if (!read) return read.error();
    return std::nullopt;
}

namespace {

std::optional<Complaint> add_amount(TableBuilder& builder, const NamedRow& row, DecimalMark mark) {
    const auto where = std::to_string(row.line);
    const auto value = amount(row.fields[2], row.are_numbers[2] ? DecimalMark::point : mark);
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

const Columns& amount_columns() {
    static const Columns columns{{"region", "industry", "value"}, {"period"}};
    return columns;
}

/// How the column of the values writes decimals, and what else the table holds.
struct Understood {
    DecimalMark mark = DecimalMark::point;
    std::vector<std::string> unread;
};

Result<Understood> understood(const TableSource& source, std::optional<DecimalMark> chosen) {
    DecimalEvidence evidence;
    auto unread = read_columns(source, amount_columns(), [&](const NamedRow& row) {
        if (!row.are_numbers[2]) evidence.see(row.fields[2], row.line);
        return std::optional<Complaint>{};
    });
    if (!unread) return tl::unexpected{unread.error()};
    const auto mark = evidence.decided("value", chosen);
    if (!mark) return tl::unexpected{mark.error()};
    return Understood{*mark, *std::move(unread)};
}

}  // namespace

Result<Table> read_amounts(std::string_view bytes, const std::string& wanted_period, const Choices& choices) {
    const auto source = TableSource::opened(bytes, choices.sheet, amount_columns().needed);
    if (!source) return tl::unexpected{source.error()};
    return read_amounts(*source, wanted_period, choices);
}

Result<Table> read_amounts(
    const TableSource& source, const std::string& wanted_period, const Choices& choices) {
    const auto first = understood(source, choices.decimal);
    if (!first) return tl::unexpected{first.error()};
    std::map<std::string, TableBuilder> periods;
    const auto read = read_columns(source, amount_columns(), [&](const NamedRow& row) {
        const auto period = text::trimmed(row.fields[3]);
        if (!wanted_period.empty() && period != wanted_period) return std::optional<Complaint>{};
        return add_amount(periods[period], row, first->mark);
    });
    if (!read) return tl::unexpected{read.error()};
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
    if (table)
        for (auto& remark : source.remarks()) table->warnings.push_back(std::move(remark));
    if (table && !first->unread.empty())
        table->warnings.push_back(
            {"columns", N_("Columns that were not read: {}."), {joined(first->unread)}});
    return table;
}

Result<Grouping> read_grouping(std::string_view bytes, const std::string& first, const std::string& second) {
    Grouping groups;
    const auto failure =
        read_columns(bytes, {{first, second}, {}, Columns::Unnamed::in_order}, [&](const NamedRow& row) {
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
