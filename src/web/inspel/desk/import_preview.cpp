#include "web/inspel/desk/import_preview.hpp"

#include "app/inspel/inspel_import.hpp"
#include "base/text.hpp"
#include "web/inspel/desk/import_answers.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>

namespace medskapa::web::inspel::desk {
namespace {

constexpr std::string_view column_field = "kolumn-";
constexpr std::string_view name_field = "kolumnnamn-";
constexpr std::string_view separator_field = "skiljetecken";
constexpr std::size_t most_rows_named = 8;

struct Separator {
    char character;
    const char* word;
    const char* name;
};
constexpr std::array<Separator, 4> separators{{{';', "semikolon", N_("Semicolon")},
    {',', "komma", N_("Comma")}, {'\t', "tabb", N_("Tab")}, {'|', "streck", N_("Bar")}}};

std::string rows_named(const std::vector<int>& rows) {
    const auto many = std::min(rows.size(), most_rows_named);
    const std::vector<int> first{rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(many)};
    return fmt::format("{}{}", fmt::join(first, ", "), rows.size() > many ? " …" : "");
}

Html column_choice(const sheets::NamedTable::Column& column, const Words& words) {
    std::vector<ui::Choice> choices{{"", words.in("column", "Not read")}};
    for (const auto& known : app::inspel_columns()) choices.push_back({known.key, known.names.front()});
    const auto name = column.name.empty() ? words("Column {}", column.letters)
                                          : words("Column {}: {}", column.letters, column.name);
    const auto choice =
        ui::select({.name = std::string{column_field} + column.letters,
                       .label = name,
                       .value = column.key,
                       .hint = text::excerpt(fmt::format("{}", fmt::join(column.examples, " · ")), 120)},
            choices, {}, words);
    return html("{}{}", choice, ui::hidden_field(std::string{name_field} + column.letters, column.name));
}

/// What a chosen column is known by in the next file: its name where it has one of its own, as columns may
/// stand in another order there, else its letters.
class KnownBy {
public:
    explicit KnownBy(const http::Fields& form) {
        for (const auto& [field, value] : form) {
            if (!field.starts_with(name_field)) continue;
            auto name = sheets::folded(value);
            ++many_[name];
            name_of_.emplace(field.substr(name_field.size()), std::move(name));
        }
    }
    std::string operator()(const std::string& letters) const {
        const auto name = name_of_.find(letters);
        const bool is_its_own =
            name != name_of_.end() && !name->second.empty() && many_.at(name->second) == 1;
        return is_its_own ? name->second : letters;
    }

private:
    std::map<std::string, std::string> name_of_ = {};  // by letters
    std::map<std::string, int> many_ = {};             // columns of each name
};

Html separator_choice(const sheets::NamedTable& table, const Words& words) {
    std::vector<ui::Choice> choices;
    std::string chosen;
    for (const auto& one : separators) {
        choices.push_back({one.word, words(one.name)});
        if (one.character == table.separator) chosen = one.word;
    }
    if (chosen.empty()) return {};
    return ui::select(
        {.name = std::string{separator_field}, .label = words("What separates the columns"), .value = chosen},
        choices, {}, words);
}

/// The choice for each column, and what else the form says of a table.
Html table_choices(const Visit& visit, const ReadTable& read, const Html& answers) {
    const auto& words = visit.words;
    const auto& table = read.table;
    Html fields;
    std::size_t shown = 0;
    for (const auto& column : table.columns) {
        const bool is_chosen = !column.key.empty() || read.reading.meaning.contains(column.letters);
        if (is_chosen || ++shown <= most_choices) fields += column_choice(column, words);
    }
    const auto sheet = table.sheet.empty() ? Html{}
                                           : html("<p>{}</p>{}", words("The sheet {} was read.", table.sheet),
                                                 ui::hidden_field(std::string{sheet_field}, table.sheet));
    return html("{answers}<h2>{title}</h2><p>{lead}</p>{sheet}{header}{separator}{fields}",
        "answers"_a = answers, "title"_a = words("The table as it was understood"),
        "lead"_a = words(
            "Choose what each column is, and try the file again if something has changed. What you "
            "choose is remembered for the next table with the same header, when the rows are imported."),
        "sheet"_a = sheet, "header"_a = ui::hidden_field(std::string{header_field}, read.reading.header),
        "separator"_a = separator_choice(table, words), "fields"_a = fields);
}

/// A table that could not be read this time, as the form has it from the last. The sheet is found anew.
ReadTable read_before(const Visit& visit) {
    ReadTable read;
    read.table.separator = wanted_of(visit).separator.value_or('\0');
    read.reading.header = visit.field(header_field);
    for (const auto& [name, value] : visit.request.form) {
        if (!name.starts_with(column_field)) continue;
        const auto letters = name.substr(column_field.size());
        read.table.columns.push_back(
            {letters, std::string{visit.field(std::string{name_field} + letters)}, value, {}});
        read.reading.meaning.emplace(letters, value);
    }
    return read;
}

Html cause_line(const app::ImportCause& cause, const Words& words) {
    const auto sentence = words.complaint(cause.complaint);
    const auto place = ui::place_in_table(cause.complaint.place, words);
    if (cause.rows.empty()) return html("<li>{}</li>", sentence);
    return html("<li><strong>{count}</strong> ({rows}), {place}{typed}: {sentence}</li>",
        "count"_a = words.count("{} row", "{} rows", static_cast<std::int64_t>(cause.rows.size())),
        "rows"_a = rows_named(cause.rows), "place"_a = place,
        "typed"_a = cause.typed.empty() ? std::string{} : " ”" + cause.typed + "”", "sentence"_a = sentence);
}

}  // namespace

sheets::Wanted wanted_of(const Visit& visit) {
    sheets::Wanted wanted{app::inspel_columns(), std::string{visit.field(sheet_field)}};
    const KnownBy known_by{visit.request.form};
    for (const auto& [name, value] : visit.request.form) {
        if (!name.starts_with(column_field)) continue;
        const bool is_known = value.empty() || std::any_of(wanted.columns.begin(), wanted.columns.end(),
                                                   [&](const auto& column) { return column.key == value; });
        if (is_known) wanted.meaning[known_by(name.substr(column_field.size()))] = value;
    }
    for (const auto& one : separators)
        if (visit.field(separator_field) == one.word) wanted.separator = one.character;
    return wanted;
}

Html understood(const Visit& visit, const ReadTable& read) {
    if (!read.table.columns.empty()) return table_choices(visit, read, answers_view(visit, read.answered));
    const auto before = read_before(visit);
    return before.table.columns.empty() ? Html{} : table_choices(visit, before, answers_kept(visit));
}

Html wrong_causes(const std::vector<app::ImportCause>& causes, const Words& words) {
    if (causes.empty()) return {};
    return ui::notice(ui::Tone::bad,
        html("<h2>{}</h2><ul>{}</ul>", words("Nothing was imported. Put this right first:"),
            each(causes, [&](const app::ImportCause& cause) { return cause_line(cause, words); })));
}

}  // namespace medskapa::web::inspel::desk
