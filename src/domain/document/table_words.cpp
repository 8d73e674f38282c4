#include "domain/document/table_words.hpp"

#include "base/text.hpp"

#include <vector>

namespace medskapa {
namespace {

bool is_row(const std::string& line) {
    return line.starts_with('|') && line.size() > 1;
}

bool is_under_header(const std::string& row) {
    return row.find('-') != std::string::npos && row.find_first_not_of("|-: \t") == std::string::npos;
}

/// What stands between the bars; "\|" is a bar of the words' own.
std::vector<std::string> cells_of(const std::string& row) {
    std::vector<std::string> cells{{}};
    for (std::size_t i = 1; i < row.size(); ++i) {
        if (row[i] == '|')
            cells.emplace_back();
        else if (row[i] == '\\' && i + 1 < row.size() && row[i + 1] == '|')
            cells.back() += row[++i];
        else
            cells.back() += row[i];
    }
    return cells;
}

std::string words_of_row(const std::string& row) {
    std::string words;
    for (const auto& cell : cells_of(row))
        if (const auto trimmed = text::trimmed(cell); !trimmed.empty())
            words += (words.empty() ? "" : " · ") + trimmed;
    return words;
}

}  // namespace

std::string words_of_tables(std::string_view markdown) {
    std::string words;
    bool is_first = true;
    for (const auto& line : text::split(markdown, '\n')) {
        const auto trimmed = text::trimmed(line);
        if (is_row(trimmed) && is_under_header(trimmed)) continue;
        if (!is_first) words += '\n';
        words += is_row(trimmed) ? words_of_row(trimmed) : line;
        is_first = false;
    }
    return words;
}

}  // namespace medskapa
