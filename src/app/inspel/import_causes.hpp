#pragma once

#include "base/result.hpp"
#include "base/sheets/named.hpp"

#include <string>
#include <vector>

namespace medskapa::app {

/// One thing that is wrong in a table, with every row that it is wrong in.
struct ImportCause {
    Complaint complaint;        // its place without the row
    std::string typed;          // what stands in the cell, where the column takes certain words only; else ""
    std::vector<int> rows;      // in rising order; empty when it is about the table as a whole
    std::string column = {};    // the column's key, where it takes certain words only
    std::string question = {};  // of the cell, as sheets::question() has it
};

/// The keys of the columns whose cells hold certain words or a time: those that a cause may ask about.
const std::vector<std::string>& columns_of_words();

/// The complaints of a table of inspel by their causes, those of most rows first: the same sentence about the
/// same column and the same word is one cause.
std::vector<ImportCause> causes_of(const std::vector<Complaint>&, const sheets::NamedTable&);

}  // namespace medskapa::app
