#pragma once

#include <fmt/format.h>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <string>

namespace medskapa::regional {

/// Text as JSON, with its quotation marks; bytes that are no UTF-8 become U+FFFD.
inline std::string json_text(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}
inline std::string json_texts(const std::vector<std::string>& texts) {
    return nlohmann::json(texts).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// Writes a matrix as JSON lists in a list, a row a line, in blocks of little memory. `cell(row, column)` is
/// a number, a truth or none, which is null.
template <class Cell>
void write_json_rows(std::ostream& out, std::size_t rows, std::size_t columns, const Cell& cell) {
    const auto put = [](fmt::memory_buffer& into, const auto& value) {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, bool>) {
            fmt::format_to(std::back_inserter(into), "{}", value);
        } else {
            const std::optional<double> number = value;
            if (number && std::isfinite(*number)) {
                fmt::format_to(std::back_inserter(into), "{}", *number == 0 ? 0.0 : *number);
            } else {
                fmt::format_to(std::back_inserter(into), "null");
            }
        }
    };
    fmt::memory_buffer line;
    out << '[';
    for (std::size_t row = 0; row < rows; ++row) {
        line.clear();
        line.push_back('[');
        for (std::size_t column = 0; column < columns; ++column) {
            if (column > 0) line.push_back(',');
            put(line, cell(row, column));
        }
        line.push_back(']');
        if (row + 1 < rows) line.push_back(',');
        line.push_back('\n');
        out.write(line.data(), static_cast<std::streamsize>(line.size()));
    }
    out << ']';
}

}  // namespace medskapa::regional
