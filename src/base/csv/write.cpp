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

}  // namespace

std::string field(std::string_view text) {
    return text.find_first_of(",;\t\"\r\n") == std::string_view::npos ? std::string{text} : quoted(text);
}

std::string guarded(std::string_view text) {
    const bool is_formula =
        !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos;
    return (is_formula ? "'" : "") + std::string{text};
}

std::string line(std::initializer_list<std::string> cells) {
    std::string all;
    for (const auto& cell : cells) all += (all.empty() ? "" : ",") + quoted(guarded(cell));
    return all + "\r\n";
}

}  // namespace medskapa::csv
