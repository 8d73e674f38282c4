#include "web/csv.hpp"

#include <string_view>

namespace medskapa::web {
namespace {

constexpr std::string_view begins_formula = "=+-@\t\r";

std::string cell(const std::string& value) {
    std::string out{"\""};
    if (!value.empty() && begins_formula.find(value.front()) != std::string_view::npos) out += '\'';
    for (const char c : value) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (const auto& value : cells) line += (line.empty() ? "" : ",") + cell(value);
    return line + "\r\n";
}

}  // namespace medskapa::web
