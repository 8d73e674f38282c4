#include "engine/regional/read/layout.hpp"

#include "base/text.hpp"
#include "engine/regional/read/column_names.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace medskapa::regional::read {
namespace {

using Column = Layout::Column;
using Kind = Column::Kind;

constexpr std::size_t rows_looked_at = 60;
constexpr std::size_t places_looked_at = 1000;

std::string folded(const Column& column) {
    return text::lower(column.name);
}

bool is_filled(std::string_view field) {
    return !text::trimmed(field).empty();
}

/// Up to the last field with something in it.
std::size_t width_of(const csv::Fields& fields) {
    auto width = fields.size();
    while (width > 0 && !is_filled(fields[width - 1])) --width;
    return width;
}

tl::unexpected<Failure> refuse_row(std::size_t row, const char* sentence, Holes holes = {}) {
    const auto where = std::to_string(row);
    holes.insert(holes.begin(), where);
    return refuse(Failure::Kind::invalid, {{"line " + where, sentence, std::move(holes)}});
}

/// How wide most of the first rows with several fields are.
std::size_t usual_width(const TableSource& source) {
    std::map<std::size_t, std::size_t> widths;
    TableRows rows{source};
    const auto* fields = rows.next();
    for (std::size_t read = 0; fields != nullptr && read < rows_looked_at; fields = rows.next(), ++read) {
        if (filled(*fields) > 1) ++widths[width_of(*fields)];
    }
    std::size_t usual = 0;
    std::size_t most = 0;
    for (const auto& [width, count] : widths) {
        if (count >= most) most = count, usual = width;
    }
    return usual;
}

void name_columns(Layout& layout, const csv::Fields& header) {
    for (std::size_t k = 0; k < width_of(header); ++k) {
        const auto name = text::one_line(header[k]);
        layout.columns.push_back({.name = name.empty() ? "column " + std::to_string(k + 1) : name});
    }
}

/// The header is the first row as wide as most; what is above it is the title.
Result<Layout> with_header(const TableSource& source) {
    Layout layout;
    const auto width = usual_width(source);
    if (width < 2) {
        return refuse(Failure::Kind::invalid,
            {{"line 1",
                N_("Line 1: no table was found: lines with columns between commas, semicolons or tabs."),
                {}}});
    }
    TableRows rows{source};
    for (const auto* fields = rows.next(); fields != nullptr; fields = rows.next()) {
        if (filled(*fields) > 1 && width_of(*fields) >= width) {
            layout.header_row = rows.row();
            name_columns(layout, *fields);
            break;
        }
        layout.title += (layout.title.empty() ? "" : " ") + text::trimmed(fields->front());
    }
    return layout;
}

/// "SE332: Jämtland" without its label.
std::string id_of(const std::string& name) {
    return name.substr(0, name.find(": "));
}

/// SDMX-CSV 1 and 2 begin with the column of the data flow or of the structure. Who has moved columns about
/// has it elsewhere, and who has taken it away may have left the labels next to the ids.
bool is_sdmx(const std::vector<Column>& columns) {
    const auto names_a_flow = [](const std::string& name) {
        return name == "dataflow" || name.starts_with("structure");
    };
    if (names_a_flow(text::lower(id_of(columns.front().name)))) return true;
    bool has_value = false;
    bool has_flow = false;
    for (const auto& column : columns) {
        const auto id = text::lower(id_of(column.name));
        const bool has_label = id.size() < column.name.size();
        has_value |= id == "obs_value";
        has_flow |= names_a_flow(id) || (id == "obs_value" && has_label);
    }
    return has_value && has_flow;
}

/// SDMX-CSV 2 with labels=name: behind what names the structure, each column is followed by one of its names.
void know_labels(std::vector<Column>& columns) {
    const auto named = std::find_if(columns.begin(), columns.end(),
        [](const Column& column) { return folded(column) == "structure_name"; });
    if (named == columns.end()) return;
    auto id = named + 1;
    if (id != columns.end() && id->kind == Kind::action) ++id;
    if ((columns.end() - id) % 2 != 0) return;
    for (; id != columns.end(); id += 2) (id + 1)->kind = Kind::label;
}

void know_sdmx(Layout& layout) {
    layout.is_sdmx = is_sdmx(layout.columns);
    if (!layout.is_sdmx) return;
    for (auto& column : layout.columns) {
        column.name = id_of(column.name);
        if (folded(column).starts_with("structure["))  // what parts the values of one field
            column.name.erase(column.name.find('['));
        if (folded(column) == "action") column.kind = Kind::action;
        if (names_the_file(folded(column))) column.kind = Kind::left_out;
    }
    know_labels(layout.columns);
}

/// Eurostat's TSV: "freq,unit,geo\TIME_PERIOD", then a column a period.
void know_eurostat(Layout& layout) {
    auto& first = layout.columns.front();
    const auto at = first.name.find('\\');
    if (at == first.name.npos) return;
    layout.keys = text::split(first.name.substr(0, at), ',');
    first.name = first.name.substr(at + 1);
    for (std::size_t k = 1; k < layout.columns.size(); ++k) {
        layout.columns[k].kind = Kind::amount;
        layout.columns[k].period = layout.columns[k].name;
    }
    layout.across = Layout::Across::periods;
}

std::optional<Failure> repeated(const Layout& layout) {
    std::set<std::string> seen;
    for (const auto& column : layout.columns) {
        if (column.kind == Kind::label) continue;
        if (!seen.insert(folded(column)).second)
            return refuse_row(layout.header_row,
                N_("Line {}: the column {} stands twice. Keep one of them, or give the other another name."),
                {column.name})
                .value();
    }
    return std::nullopt;
}

/// What the cells of a column look like.
struct Look {
    std::size_t cells = 0;    // with something in them
    std::size_t numbers = 0;  // of these
    bool is_empty = true;
    bool has_own_heading = false;  // some cell says what the column is called
    bool has_only_periods = true;
    DecimalEvidence decimals;
    std::set<std::string, std::less<>> some_values;

    bool has_mostly_numbers() const { return numbers * 2 > cells; }
};

void look_at(Look& look, std::string_view cell, std::size_t row) {
    if (!is_filled(cell)) return;
    const auto as_point = amount(cell, DecimalMark::point);
    const auto value = as_point ? as_point : amount(cell, DecimalMark::comma);
    look.is_empty = false;
    const bool is_number = value && value->value;
    const bool says_something = is_number || !value;  // a sign for none does not
    look.cells += says_something ? 1 : 0;
    look.numbers += is_number ? 1 : 0;
    look.decimals.see(cell, row);
}

void look_at_heading(Look& look, std::string_view cell, const Column& column) {
    if (!is_filled(cell)) return;
    look.has_own_heading |= cell == column.name;
    look.has_only_periods = look.has_only_periods && is_period(cell);
}

std::vector<Look> looks(const TableSource& source, const Layout& layout) {
    std::vector<Look> found(layout.columns.size());
    TableRows rows{source};
    for (const auto* fields = rows.next(); fields != nullptr; fields = rows.next()) {
        if (rows.row() <= layout.header_row) continue;
        for (std::size_t k = 0; k < std::min(found.size(), fields->size()); ++k) {
            const auto cell = (*fields)[k];
            look_at_heading(found[k], cell, layout.columns[k]);
            const bool keeps = k == 0 || names_a_dataflow(folded(layout.columns[k]));
            if (keeps && found[k].some_values.size() < places_looked_at) found[k].some_values.emplace(cell);
            if (rows.is_number(k)) {
                found[k].is_empty = false;
                ++found[k].cells;
                ++found[k].numbers;
            } else {
                look_at(found[k], cell, rows.row());
            }
        }
    }
    return found;
}

bool is_undecided(const Column& column) {
    return column.kind == Kind::dimension;
}

/// Parts "Folkmängd 2024" into contents and period.
void part_period(Column& column) {
    const auto blank = column.name.rfind(' ');
    const auto last = blank == column.name.npos ? 0 : blank + 1;
    column.contents = column.name;
    if (!is_period(std::string_view{column.name}.substr(last))) return;
    column.period = column.name.substr(last);
    column.contents = text::trimmed(std::string_view{column.name}.substr(0, last));
}

bool has_period(const Column& column) {
    auto parted = column;
    part_period(parted);
    return !parted.period.empty();
}

/// Every undecided column that `is` of gets its kind; how many did.
template <class Is>
std::size_t become(std::vector<Column>& columns, Kind kind, Is is) {
    std::size_t count = 0;
    for (std::size_t k = 0; k < columns.size(); ++k) {
        if (!is_undecided(columns[k]) || !is(k)) continue;
        columns[k].kind = kind;
        ++count;
    }
    return count;
}

/// Which columns are never amounts nor dimensions, by their names.
void find_statuses(Layout& layout, const std::vector<Look>& found) {
    auto& columns = layout.columns;
    become(columns, Kind::status, [&](std::size_t k) { return names_a_status(folded(columns[k])); });
    become(columns, Kind::left_out, [&](std::size_t k) {
        return layout.is_sdmx && names_a_dataflow(folded(columns[k])) && found[k].some_values.size() < 2;
    });
}

/// What the names of the columns say, before a look at the cells.
void find_by_names(Layout& layout, const std::vector<Look>& found) {
    auto& columns = layout.columns;
    const auto name = [&](std::size_t k) { return folded(columns[k]); };
    const auto is_value = [&](std::size_t k) {
        return name(k) == "value" || name(k) == "värde" || name(k) == "obs_value";
    };
    if (become(columns, Kind::amount, is_value) > 0) return;
    const auto& places = found.front().some_values;
    const auto is_place = [&](std::size_t k) { return k > 0 && places.contains(columns[k].name); };
    const bool is_square = columns.size() > 2 && [&] {
        for (std::size_t k = 1; k < columns.size(); ++k)
            if (!is_place(k)) return false;
        return true;
    }();
    become(columns, Kind::amount, [&](std::size_t k) {
        if (is_square) return is_place(k);
        return names_the_amount(name(k)) || has_period(columns[k]) ||
               (names_a_content(name(k)) && k > 0 &&
                   (found[k].has_mostly_numbers() || k + 1 == columns.size()));
    });
    if (is_square) layout.across = Layout::Across::contents;
}

/// By place: the one column of numbers after the first that has not the name of what counts nothing.
std::string names_of(const Layout& layout, const std::vector<std::size_t>& columns) {
    std::string names;
    for (const auto k : columns) names.append(names.empty() ? "" : ", ").append(layout.columns[k].name);
    return names;
}

std::optional<Failure> find_by_place(Layout& layout, const std::vector<Look>& found) {
    std::vector<std::size_t> numbers;
    for (std::size_t k = 1; k < layout.columns.size(); ++k) {
        const auto& column = layout.columns[k];
        if (is_undecided(column) && !names_a_dimension(folded(column)) && found[k].has_mostly_numbers())
            numbers.push_back(k);
    }
    if (numbers.size() == 1) {
        layout.columns[numbers.front()].kind = Kind::amount;
        return std::nullopt;
    }
    if (numbers.empty())
        return refuse_row(layout.header_row, N_("Line {}: no column below it holds amounts, so this is no "
                                                "statistic. Name the column of amounts "
                                                "\"value\"."))
            .value();
    return refuse_row(layout.header_row,
        N_("Line {}: the columns {} hold numbers, but their names do not say which are amounts. Name the "
           "column of "
           "amounts \"value\", or say --amounts with the names of all that are."),
        {names_of(layout, numbers)})
        .value();
}

std::optional<Failure> find_chosen(Layout& layout, const std::vector<std::string>& chosen) {
    for (const auto& name : chosen) {
        const auto found = std::find_if(layout.columns.begin(), layout.columns.end(),
            [&](const Column& column) { return folded(column) == text::lower(text::one_line(name)); });
        if (found == layout.columns.end())
            return refuse_row(layout.header_row, N_("Line {}: no column is called {}."), {name}).value();
        found->kind = Kind::amount;
    }
    return std::nullopt;
}

std::optional<Failure> find_amounts(Layout& layout, const std::vector<Look>& found, const Choices& choices) {
    if (!layout.keys.empty()) return std::nullopt;
    if (auto failure = find_chosen(layout, choices.amounts)) return failure;
    find_statuses(layout, found);
    const bool is_chosen = !choices.amounts.empty();
    if (!is_chosen) find_by_names(layout, found);
    if (layout.count(Kind::amount) == 0)
        if (auto failure = find_by_place(layout, found)) return failure;
    become(layout.columns, Kind::left_out, [&](std::size_t k) { return found[k].is_empty; });
    return std::nullopt;
}

/// A number, a period among them, or a sign for none.
bool says_an_amount(std::string_view name) {
    return amount(name, DecimalMark::point) || amount(name, DecimalMark::comma);
}

/// A first row that is data: the first column or one of amounts is called by a number that is no period, or
/// among numbers a column is called what its cells say too; where amounts do, all of them are periods.
bool is_data(const Layout& layout, const std::vector<Look>& found) {
    const auto& columns = layout.columns;
    const bool has_numbers = std::any_of(
        columns.begin(), columns.end(), [](const Column& column) { return says_an_amount(column.name); });
    for (std::size_t k = 0; has_numbers && k < columns.size(); ++k) {
        const bool is_amount = columns[k].kind == Kind::amount;
        if (says_an_amount(columns[k].name) && (k == 0 || (is_amount && !is_period(columns[k].name))))
            return true;
        if (found[k].has_own_heading && (!is_amount || found[k].has_only_periods)) return true;
    }
    return false;
}

/// Not asked where a person or a standard has said that these are names, nor where they are the rows' places.
std::optional<Failure> without_header(
    const Layout& layout, const std::vector<Look>& found, const Choices& choices) {
    const bool is_known = layout.is_sdmx || !layout.keys.empty() || !choices.amounts.empty() ||
                          layout.across != Layout::Across::nothing;
    if (is_known || !is_data(layout, found)) return std::nullopt;
    return refuse_row(layout.header_row,
        N_("Line {}: numbers stand where the columns' names should. Put a line with their names first."))
        .value();
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

/// Columns of the same contents are one: their periods do not change how decimals are written. In SDMX and
/// Eurostat's files a point does, unless a spreadsheet of another country has written them again.
std::optional<Failure> find_decimals(
    Layout& layout, const std::vector<Look>& found, std::optional<DecimalMark> chosen) {
    const bool has_points = layout.is_sdmx || !layout.keys.empty();
    const bool is_square = layout.across == Layout::Across::contents;
    std::map<std::string, DecimalEvidence> evidence;
    const auto key = [&](const Column& column) {
        return is_square && column.period.empty() ? "" : column.contents;
    };
    for (std::size_t k = 0; k < found.size(); ++k)
        if (layout.columns[k].kind == Kind::amount) evidence[key(layout.columns[k])].join(found[k].decimals);
    for (auto& column : layout.columns) {
        if (column.kind != Kind::amount) continue;
        const auto& seen = evidence[key(column)];
        if (has_points && !seen.has_comma()) continue;
        const auto mark = seen.decided(column.name, chosen);
        if (!mark) return mark.error();
        column.decimal = *mark;
    }
    return std::nullopt;
}

}  // namespace

std::size_t Layout::count(Kind kind) const {
    return static_cast<std::size_t>(std::count_if(
        columns.begin(), columns.end(), [&](const Column& column) { return column.kind == kind; }));
}

std::size_t filled(const csv::Fields& fields) {
    return static_cast<std::size_t>(std::count_if(fields.begin(), fields.end(), is_filled));
}

bool is_period(std::string_view text) {
    const auto digits = [&](std::size_t from, std::size_t until) {
        const auto part = text.substr(std::min(from, text.size()), until - from);
        return part.size() == until - from && part.find_first_not_of("0123456789") == part.npos;
    };
    if (!digits(0, 4) || !(text.starts_with("19") || text.starts_with("20"))) return false;
    if (text.size() == 4) return true;
    if (text.size() == 10) return text[4] == '-' && digits(5, 7) && text[7] == '-' && digits(8, 10);
    const auto part = std::string_view{"MKQVSWT"};
    const bool has_dash = text[4] == '-' || text[4] == '/';
    if (has_dash && text.size() > 5 && part.find(text[5]) != part.npos)
        return text.size() > 6 && text.size() <= 8 && digits(6, text.size());
    if (has_dash) return digits(5, text.size()) && text.size() <= 9 && text.size() > 6;
    return part.find(text[4]) != part.npos && text.size() <= 7 && text.size() > 5 && digits(5, text.size());
}

Result<Layout> guess_layout(const TableSource& source, const Choices& choices) {
    auto layout = with_header(source);
    if (!layout) return layout;
    know_sdmx(*layout);
    know_eurostat(*layout);
    if (auto failure = repeated(*layout)) return tl::unexpected{*std::move(failure)};
    const auto found = looks(source, *layout);
    if (auto failure = find_amounts(*layout, found, choices)) return tl::unexpected{*std::move(failure)};
    if (auto failure = without_header(*layout, found, choices)) return tl::unexpected{*std::move(failure)};
    const bool is_decided = layout->across != Layout::Across::nothing;
    for (auto& column : layout->columns)
        if (column.kind == Kind::amount && !is_decided) part_period(column);
    if (!is_decided) layout->across = across(*layout);
    if (auto failure = find_decimals(*layout, found, choices.decimal))
        return tl::unexpected{*std::move(failure)};
    return layout;
}

}  // namespace medskapa::regional::read
