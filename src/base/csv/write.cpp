#include "base/csv/write.hpp"

namespace medskapa::csv {
namespace {

std::string quoted(std::string_view text) {
    std::string all = "\"";
    for (const char c : text) {
        if (c == '"') all += '"';
        all += c;
    }
    return all + '"';
}

/// Whether a spreadsheet would compute it, also in the wide characters of East Asia, were its apostrophes
/// away.
bool is_formula(std::string_view text) {
    using namespace std::string_view_literals;
    const auto first = text.find_first_not_of("' \n");
    if (first == text.npos) return false;
    const auto rest = text.substr(first);
    for (const auto mark : {"="sv, "+"sv, "-"sv, "@"sv, "\t"sv, "\r"sv, "＝"sv, "＋"sv, "－"sv, "＠"sv})
        if (rest.starts_with(mark)) return true;
    return false;
}

}  // namespace

std::string field(std::string_view text) {
    return text.find_first_of(",;\t\"\r\n") == std::string_view::npos ? std::string{text} : quoted(text);
}

std::string guarded(std::string_view text) {
    return (is_formula(text) ? "'" : "") + std::string{text};
}

std::string unguarded(std::string_view text) {
    return std::string{text.substr(text.starts_with('\'') && is_formula(text) ? 1 : 0)};
}

std::string line(std::initializer_list<std::string> cells) {
    return line(std::span{cells.begin(), cells.size()});
}

std::string line(std::span<const std::string> cells) {
    std::string all;
    for (const auto& cell : cells) all += (all.empty() ? "" : ",") + quoted(guarded(cell));
    return all + "\r\n";
}

}  // namespace medskapa::csv
