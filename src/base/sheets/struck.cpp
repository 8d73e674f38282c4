#include "base/sheets/struck.hpp"

namespace medskapa::sheets {

std::string struck_out(std::string_view text) {
    const auto from = text.find_first_not_of(" \t\r\n");
    if (from == text.npos) return std::string{text};
    const auto to = text.find_last_not_of(" \t\r\n") + 1;
    return std::string{text.substr(0, from)} + "~~" + std::string{text.substr(from, to - from)} + "~~" +
           std::string{text.substr(to)};
}

}  // namespace medskapa::sheets
