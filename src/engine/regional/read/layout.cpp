#include "engine/regional/read/layout.hpp"

#include "base/csv/records.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace medskapa::regional::read {
namespace {

using Kind = Layout::Column::Kind;

constexpr std::size_t lines_looked_at = 60;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool names_the_amount(std::string_view name) {
    return is_one_of(name, {"value", "värde", "obs_value", "amount", "commuters", "employees", "flow",
                               "flows", "antal", "pendlare"});
}

bool names_a_status(std::string_view name) {
    return is_one_of(name, {"status", "obs_flag", "obs_status", "flag", "flaggor"});
}

/// Columns of digits that count nothing.
bool names_a_dimension(std::string_view name) {
    const bool is_code = name.ends_with("kod") || name.ends_with("code") || name.ends_with("_id") ||
                         name.ends_with("_ind") || name.ends_with("_reg");
    return is_code || is_one_of(name, {"id", "år", "year", "tid", "time", "period", "time_period", "ålder",
                                          "age", "kön", "sex", "gender", "kommun", "municipality", "län",
                                          "county", "region", "industry", "näring", "bransch", "sni",
                                          "sni2007", "nace", "from", "to", "från", "till", "case"});
}

/// One record as it was read.
struct Record {
    std::size_t line;
    std::vector<std::string> fields;
};

std::vector<Record> first_records(std::string_view text, char separator) {
    std::vector<Record> records;
    csv::Records all(text, separator);
    for (const auto* fields = all.next(); fields != nullptr && records.size() < lines_looked_at;
         fields = all.next())
        records.push_back({all.line(), {fields->begin(), fields->end()}});
    return records;
}

/// How many records have the same number of fields as most, and how many fields that is.
struct Fit {
    std::size_t records = 0;
    std::size_t width = 0;
};

Fit fit(const std::vector<Record>& records) {
    std::map<std::size_t, std::size_t> widths;
    for (const auto& record : records) ++widths[record.fields.size()];
    Fit best;
    for (const auto& [width, count] : widths) {
        if (width > 1 && count >= best.records) best = {count, width};
    }
    return best;
}

/// The separator with which most records are equally wide.
char best_separator(std::string_view text) {
    char best = ',';
    Fit found;
    for (const char separator : {';', '\t', ','}) {
        const auto now = fit(first_records(text, separator));
        const bool is_better =
            now.records > found.records || (now.records == found.records && now.width > found.width);
        if (!is_better) continue;
        found = now;
        best = separator;
    }
    return best;
}

/// What the cells of a column look like.
struct Look {
    bool has_only_amounts = true;
    bool has_a_number = false;
    bool is_empty = true;
    std::set<std::string, std::less<>> some_values;
};

void look_at(Look& look, std::string_view cell) {
    const auto value = amount(cell);
    look.has_only_amounts &= value.has_value();
    look.has_a_number |= value && value->value;
    look.is_empty &= cell.empty();
    if (look.some_values.size() < 1000) look.some_values.emplace(cell);
}

std::vector<Look> looks(std::string_view text, const Layout& layout) {
    std::vector<Look> found(layout.columns.size());
    csv::Records records(text, layout.separator);
    while (const auto* fields = records.next()) {
        if (records.line() <= layout.header_line || fields->size() < found.size()) continue;
        for (std::size_t k = 0; k < found.size(); ++k) look_at(found[k], (*fields)[k]);
    }
    return found;
}

void find_amounts(Layout& layout, const std::vector<Look>& found) {
    auto& columns = layout.columns;
    const auto low = [](const Layout::Column& column) { return text::lower(column.name); };
    for (std::size_t k = 0; k < columns.size(); ++k) {
        if (found[k].is_empty) columns[k].kind = Kind::left_out;
        if (names_a_status(low(columns[k]))) columns[k].kind = Kind::status;
        const bool is_header_of_file =
            is_one_of(low(columns[k]), {"dataflow", "last update", "structure", "structure_id", "action"});
        if (is_header_of_file) columns[k].kind = Kind::left_out;
    }
    const auto named = std::find_if(
        columns.begin(), columns.end(), [&](const auto& column) { return names_the_amount(low(column)); });
    if (named != columns.end() && found[static_cast<std::size_t>(named - columns.begin())].has_only_amounts) {
        named->kind = Kind::amount;
        return;
    }
    for (std::size_t k = 1; k < columns.size(); ++k) {
        const bool counts =
            found[k].has_only_amounts && found[k].has_a_number && !names_a_dimension(low(columns[k]));
        if (columns[k].kind == Kind::dimension && counts) columns[k].kind = Kind::amount;
    }
}

/// Parts "Folkmängd 2024" into contents and period.
void part_period(Layout::Column& column) {
    const auto blank = column.name.rfind(' ');
    const auto last = blank == column.name.npos ? 0 : blank + 1;
    column.contents = column.name;
    if (!is_period(std::string_view{column.name}.substr(last))) return;
    column.period = column.name.substr(last);
    column.contents = text::trimmed(std::string_view{column.name}.substr(0, last));
}

/// A square table names the same places down and across: its numbers are no years even when they look so.
bool is_square(const Layout& layout, const Look& first) {
    return std::all_of(layout.columns.begin(), layout.columns.end(), [&](const auto& column) {
        return column.kind != Kind::amount || first.some_values.contains(column.name);
    });
}

Layout::Across across(const Layout& layout) {
    std::set<std::string> contents;
    bool has_periods = true;
    for (const auto& column : layout.columns) {
        if (column.kind != Kind::amount) continue;
        contents.insert(column.contents);
        has_periods &= !column.period.empty();
    }
    if (has_periods)
        return contents.size() > 1 ? Layout::Across::contents_and_periods : Layout::Across::periods;
    return layout.count(Kind::amount) > 1 ? Layout::Across::contents : Layout::Across::nothing;
}

/// The header is the first line as wide as most; what is above it is the title.
Result<Layout> with_header(std::string_view text) {
    Layout layout;
    layout.separator = best_separator(text);
    const auto records = first_records(text, layout.separator);
    const auto width = fit(records).width;
    if (width < 2) {
        return refuse(Failure::Kind::invalid,
            {{"line 1",
                N_("Line 1: no table was found: lines with columns between commas, semicolons or tabs."),
                {}}});
    }
    for (const auto& record : records) {
        if (record.fields.size() < width) {
            layout.title += (layout.title.empty() ? "" : " ") + text::trimmed(record.fields.front());
            continue;
        }
        layout.header_line = record.line;
        for (const auto& field : record.fields) {
            const auto number = std::to_string(layout.columns.size() + 1);
            const auto name = text::one_line(field);
            layout.columns.push_back({Kind::dimension, name.empty() ? "column " + number : name, "", ""});
        }
        break;
    }
    return layout;
}

}  // namespace

std::size_t Layout::count(Column::Kind kind) const {
    return static_cast<std::size_t>(std::count_if(
        columns.begin(), columns.end(), [&](const Column& column) { return column.kind == kind; }));
}

bool is_period(std::string_view text) {
    const auto digits = [&](std::size_t from, std::size_t until) {
        const auto part = text.substr(std::min(from, text.size()), until - from);
        return part.size() == until - from && part.find_first_not_of("0123456789") == part.npos;
    };
    if (!digits(0, 4) || !(text.starts_with("19") || text.starts_with("20"))) return false;
    if (text.size() == 4) return true;
    if (text[4] == '-' || text[4] == '/')
        return digits(5, text.size()) && text.size() <= 9 && text.size() > 6;
    return std::string_view{"MKQV"}.find(text[4]) != std::string_view::npos && text.size() <= 7 &&
           text.size() > 5 && digits(5, text.size());
}

Result<Layout> guess_layout(std::string_view text) {
    auto layout = with_header(text);
    if (!layout) return layout;
    const auto found = looks(text, *layout);
    find_amounts(*layout, found);
    const auto line = std::to_string(layout->header_line);
    if (layout->count(Kind::amount) == 0) {
        return refuse(Failure::Kind::invalid, {{"line " + line,
                                                  N_("Line {}: no column below it holds amounts, so this is "
                                                     "no statistic. Name the column of amounts \"value\"."),
                                                  {line}}});
    }
    for (auto& column : layout->columns) {
        if (column.kind == Kind::amount) part_period(column);
    }
    const bool square = layout->count(Kind::amount) > 1 && is_square(*layout, found.front());
    layout->across = square ? Layout::Across::contents : across(*layout);
    return layout;
}

}  // namespace medskapa::regional::read
