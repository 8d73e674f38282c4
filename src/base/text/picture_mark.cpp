#include "base/text/picture_mark.hpp"

namespace medskapa {

std::string picture_mark(std::string_view words, std::string_view address) {
    constexpr std::string_view marks = "\\`*_[]<>&~|^:@#!";
    std::string mark = "![";
    for (const char c : words) {
        if (marks.find(c) != marks.npos) mark += '\\';
        mark += c;
    }
    return mark.append("](").append(address) + ')';
}

}  // namespace medskapa
