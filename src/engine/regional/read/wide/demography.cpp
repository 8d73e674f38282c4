#include "engine/regional/read/wide/demography.hpp"

#include "base/text.hpp"
#include "engine/regional/read/wide/demography_cells.hpp"

#include <set>

namespace medskapa::regional::read {
namespace {

using Need = WordColumn::Need;

const WordColumn municipality_column{{"municipality", "kommun", "region"}, Need::needed};
const WordColumn what_column{{"what", "rate"}, Need::needed};

/// A word that must be there.
Result<std::string> given(const NumberTable::Row& row, const std::string& word, const WordColumn& column) {
    if (!word.empty()) return word;
    return because(cell_fault(row.line, column.names.front(),
        N_("Line {}, column {}: the cell is empty. Write what the row is about.")));
}

struct PeopleRow {
    std::size_t line;
    std::string municipality;
    Sex sex;
    Year year;
    std::vector<double> people;
};

Result<PeopleRow> people_row(
    const NumberTable& table, const NumberTable::Row& row, const std::vector<std::size_t>& ages) {
    auto municipality = given(row, row.words[0], municipality_column);
    if (!municipality) return tl::unexpected{municipality.error()};
    const auto sex = sex_of(row, row.words[1]);
    if (!sex) return tl::unexpected{sex.error()};
    const auto year = year_of(row, row.words[2], table.has_word[2]);
    if (!year) return tl::unexpected{year.error()};
    auto people = people_of(table, row, ages);
    if (!people) return tl::unexpected{people.error()};
    return PeopleRow{row.line, std::move(*municipality), *sex, *year, std::move(*people)};
}

using RowsByYear = std::map<Year, std::map<std::pair<std::string, Sex>, std::vector<double>>>;

/// All rows, each once.
Result<RowsByYear> rows_by_year(const NumberTable& table, const std::vector<std::size_t>& ages) {
    RowsByYear all;
    for (const auto& row : table.rows) {
        auto read = people_row(table, row, ages);
        if (!read) return tl::unexpected{read.error()};
        const auto added =
            all[read->year].emplace(std::pair{read->municipality, read->sex}, std::move(read->people));
        if (added.second) continue;
        return because({"line " + std::to_string(read->line),
            N_("Line {}: the {} of {} stand twice. Keep one of the rows."),
            {std::to_string(read->line), name_of(read->sex), read->municipality}});
    }
    return all;
}

Result<Population> population_of(const RowsByYear::mapped_type& rows,
    const std::set<std::string>& municipalities, std::size_t ages, const Year& year) {
    Population people({municipalities.begin(), municipalities.end()}, ages);
    for (std::size_t m = 0; m < people.size(); ++m) {
        for (const auto sex : both_sexes) {
            const auto& code = people.municipalities()[m];
            const auto row = rows.find({code, sex});
            if (row == rows.end()) {
                if (!year)
                    return because(
                        {"people", N_("The {} of {} are missing. Add their row."), {name_of(sex), code}});
                return because({"people", N_("The {} of {} in {} are missing. Add their row."),
                    {name_of(sex), code, std::to_string(*year)}});
            }
            std::copy(row->second.begin(), row->second.end(), people.of(m, sex).begin());
        }
    }
    return people;
}

/// One row of rates; the place of the column `born` among the numbers is given.
Result<RateRow> rate_row(const NumberTable& table, const NumberTable::Row& row,
    const std::vector<std::size_t>& ages, std::size_t born) {
    auto municipality = given(row, row.words[0], municipality_column);
    if (!municipality) return tl::unexpected{municipality.error()};
    RateRow rates;
    rates.line = row.line;
    rates.municipality = std::move(*municipality);
    if (!find_name<Rate>(text::lower(row.words[1]), rates.rate)) {
        return because(cell_fault(row.line, what_column.names.front(),
            N_("Line {}, column {}: \"{}\" is no rate. Write fertility, death risk, moving out, moving in or "
               "net moving."),
            {text::excerpt(row.words[1], 40)}));
    }
    const auto sex = sex_of(row, row.words[2]);
    if (!sex) return tl::unexpected{sex.error()};
    rates.sex = *sex;
    rates.by_age.resize(ages.size());
    std::size_t at = 0;
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
        if (k == born) {
            rates.born = row.numbers[k];
        } else {
            rates.by_age[ages[at++]] = row.numbers[k];
        }
    }
    return rates;
}

/// Columns of numbers without `born`.
std::vector<std::string> without(std::vector<std::string> columns, std::size_t place) {
    columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(place));
    return columns;
}

std::set<std::string> municipalities_in(const auto& rows_by_year) {
    std::set<std::string> municipalities;
    for (const auto& [year, rows] : rows_by_year)
        for (const auto& [key, people] : rows) municipalities.insert(key.first);
    return municipalities;
}

}  // namespace

Result<PeopleByYear> read_people(std::string_view bytes, const Choices& choices) {
    const auto table =
        read_number_table(bytes, {municipality_column, sex_column, year_column(Need::optional)}, choices);
    if (!table) return tl::unexpected{table.error()};
    const auto ages = age_columns(table->columns);
    if (!ages) return tl::unexpected{ages.error()};
    const auto rows = rows_by_year(*table, *ages);
    if (!rows) return tl::unexpected{rows.error()};

    const auto municipalities = municipalities_in(*rows);
    PeopleByYear all;
    for (const auto& [year, of_year] : *rows) {
        auto people = population_of(of_year, municipalities, ages->size(), year);
        if (!people) return tl::unexpected{people.error()};
        all.emplace(year, std::move(*people));
    }
    return all;
}

Result<RatesByYear> read_rates(std::string_view bytes, const Choices& choices) {
    const auto table = read_number_table(
        bytes, {municipality_column, what_column, sex_column, year_column(Need::optional)}, choices);
    if (!table) return tl::unexpected{table.error()};
    const auto born = table->column("born");
    if (!born) {
        return because({"born",
            N_("There is no column born. Add it, with the rates of those who are born in the year."), {}});
    }
    const auto ages = age_columns(without(table->columns, *born));
    if (!ages) return tl::unexpected{ages.error()};
    RatesByYear all;
    for (const auto& row : table->rows) {
        auto rates = rate_row(*table, row, *ages, *born);
        if (!rates) return tl::unexpected{rates.error()};
        const auto year = year_of(row, row.words[3], table->has_word[3]);
        if (!year) return tl::unexpected{year.error()};
        if (auto fault = all[*year].add(std::move(*rates))) return because(std::move(*fault));
    }
    return all;
}

}  // namespace medskapa::regional::read
