#pragma once

#include "base/sheets/named.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::sheets {

/// What a cell of a column is to be asked for: SHA-256 of the column's key and the cell as one line in lower
/// case, hexadecimal, so that what is remembered holds no words of anybody. Habo is not Håbo.
std::string question(std::string_view key, std::string_view cell);

/// What cells mean, by their questions, once for all rows.
using Answers = std::map<std::string, std::string>;

/// An answer that cells were read by.
struct Answered {
    std::string question;
    std::string key;   // the column's
    std::string cell;  // as it first stands in the table
    std::string value;
    int rows = 0;
};
/// Whether a column takes a value; an answer that it does not take is passed over.
using Takes = std::function<bool(const std::string& key, const std::string& value)>;
/// Puts answers in the place of the cells of these columns that they are about. Returns those that some cell
/// asked for, by columns and rows. O(cells of these columns), and a digest for each different cell.
std::vector<Answered> answer(
    NamedTable&, const Answers&, const std::vector<std::string>& columns, const Takes&);

/// The columns that are read as something else than they would be had nobody chosen: their keys, by their
/// letters; "" for one that is left out. What was chosen `before`, and they still are, is kept: cells that
/// happen to say the same take nothing back.
using ChosenColumns = std::map<std::string, std::string>;
ChosenColumns chosen_in(const NamedTable&, const ChosenColumns& before = {});

}  // namespace medskapa::sheets
