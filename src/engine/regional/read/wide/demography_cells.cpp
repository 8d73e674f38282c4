#include "engine/regional/read/wide/demography_cells.hpp"

#include "base/text.hpp"

#include <charconv>

namespace medskapa::regional::read {

const WordColumn sex_column{{"sex", "kön"}, WordColumn::Need::needed};

WordColumn year_column(WordColumn::Need need) {
    return {{"year", "år", "period", "t"}, need};
}

tl::unexpected<Failure> because(Complaint complaint) {
    return refuse(Failure::Kind::invalid, {std::move(complaint)});
}

Result<Sex> sex_of(const NumberTable::Row& row, const std::string& word) {
    const auto name = text::lower(word);
    if (name == "women" || name == "kvinnor") return Sex::women;
    if (name == "men" || name == "män") return Sex::men;
    return because(cell_fault(row.line, sex_column.names.front(),
        N_("Line {}, column {}: \"{}\" is not a sex that the table can hold. Write women or men."),
        {text::excerpt(word, 40)}));
}

Result<Year> year_of(const NumberTable::Row& row, const std::string& word, bool has_years) {
    if (!has_years) return Year{};
    std::int64_t year = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), year);
    if (word.empty() || error != std::errc{} || end != word.data() + word.size() || year < 1 || year > 9999) {
        return because(cell_fault(row.line, "year",
            N_("Line {}, column {}: \"{}\" is not a year. Write it in digits."), {text::excerpt(word, 40)}));
    }
    return Year{year};
}

Result<std::vector<double>> people_of(
    const NumberTable& table, const NumberTable::Row& row, const std::vector<std::size_t>& ages) {
    std::vector<double> people(ages.size());
    for (std::size_t k = 0; k < ages.size(); ++k) {
        const auto number = row.numbers[k];
        if (!number) {
            return because(cell_fault(row.line, table.columns[k],
                N_("Line {}, column {}: the number of people is missing. Give it: what is missing is never "
                   "counted as 0.")));
        }
        if (!(*number >= 0 && *number <= most_people)) {
            return because(cell_fault(row.line, table.columns[k],
                N_("Line {}, column {}: {} people cannot be. Give a number from 0 to 10 000 million."),
                {number_text(number)}));
        }
        people[ages[k]] = *number;
    }
    return people;
}

}  // namespace medskapa::regional::read
