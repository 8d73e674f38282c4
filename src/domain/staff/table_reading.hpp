#pragma once

#include <cstddef>
#include <map>
#include <string>

namespace medskapa {

/// How the tables of one header are read in a process: what somebody chose for the first of them, and is not
/// to be asked again.
struct TableReading {
    std::string kind = {};                            // of what the rows are: "inspel"
    std::string header = {};                          // see sheets::HeaderRow
    char separator = '\0';                            // '\0' when it is found out
    std::map<std::string, std::string> meaning = {};  // see sheets::chosen_in
    std::map<std::string, std::string> answers = {};  // see sheets::Answers

    bool says_nothing() const { return separator == '\0' && meaning.empty() && answers.empty(); }
    bool operator==(const TableReading&) const = default;
};

inline constexpr std::size_t most_table_readings = 200;      // of a process; the newest stay
inline constexpr std::size_t longest_table_reading = 65536;  // bytes of its meaning and its answers
inline constexpr int days_of_table_reading = 365;            // since a table was last imported by it

}  // namespace medskapa
