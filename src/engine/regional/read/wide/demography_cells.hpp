#pragma once

#include "engine/regional/projection/population.hpp"
#include "engine/regional/read/wide/number_table.hpp"

namespace medskapa::regional::read {

/// What tables about people have in common: their columns of words and how a row's cells are read.

extern const WordColumn sex_column;
WordColumn year_column(WordColumn::Need);

/// None in a table without a column of years.
using Year = std::optional<std::int64_t>;

tl::unexpected<Failure> because(Complaint);

/// women or men, in English or Swedish.
Result<Sex> sex_of(const NumberTable::Row&, const std::string& word);
/// In digits, 1 to 9999.
Result<Year> year_of(const NumberTable::Row&, const std::string& word, bool has_years);
/// The numbers of a row by age. Refuses one that is missing, negative or beyond reason.
Result<std::vector<double>> people_of(
    const NumberTable&, const NumberTable::Row&, const std::vector<std::size_t>& ages);

}  // namespace medskapa::regional::read
